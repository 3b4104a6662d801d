"""Headers that change through the document: running elements by section, titles of sections by STYLEREF."""

from communique.model.page_facts import PageFacts
from communique.write.docx.running import Running
from communique.write.docx.writer import write_docx
from sheet_making import PLAIN, make_sheet
from write.docx.opened import Opened, W
from write.docx.test_pages import referred, sections

CSS = """
@page { @top-left { content: element(head) } @bottom-left { content: "odd" } }
@page wide { size: A5 landscape } .wide { page: wide } .new { break-before: page }
@page :nth(1 of wide) { @bottom-left { content: "first" } }
.head { position: running(head); margin: 0 } h1 { string-set: part content() } """


def written(body, css=""):
    return write_docx(make_sheet(body, PLAIN + CSS + css), PageFacts(1))


def headers(body, css="", kind="default header"):
    """What stands in the header of each section."""
    file = Opened(written(body, css)[0])
    return [referred(file, section).get(kind) for section in sections(file)]


ONE, TWO = "<p class='head'>One</p>", "<p class='head'>Two</p>"


def test_a_page_with_another_header_begins_a_section():
    assert headers(f"{ONE}<p>a</p><section class='new'>{TWO}<p>b</p></section><p class='new'>c</p>") == [
        ["One"],
        ["Two"],
    ]
    file = Opened(written(f"{ONE}<p>a</p><section class='new'>{TWO}<p>b</p></section>")[0])
    assert [p.find(f"{W}pPr/{W}pageBreakBefore") for p in file.paragraphs()] == [None, None]


def test_a_header_before_a_table_that_begins_a_page_is_its_own():
    assert headers(f"{ONE}<p>a</p><div class='new'>{TWO}<table><tr><td>b</td></tr></table></div>") == [["One"], ["Two"]]


def test_other_pages_keep_the_last_header_or_bring_their_own():
    wide = "<section class='wide'>{}<p>b</p></section>"
    assert headers(f"{ONE}<p>a</p>{wide.format('')}<p>c</p>") == [["One"]] * 3
    assert headers(f"{ONE}<p>a</p>{wide.format(TWO)}<p>c</p>") == [["One"], ["Two"], ["Two"]]


def test_a_section_that_goes_on_has_no_first_page():
    body = f"{ONE}<p>z</p><section class='wide'><p>a</p><div class='new'>{TWO}<p>b</p></div></section>"
    assert headers(body, kind="first footer") == [None, ["first"], None]


def test_a_header_that_changes_within_a_page_is_said_at_its_line():
    data, findings = written(f"{ONE}<p>a</p>{TWO}<p>b</p>")
    assert [(found.code.number, "headers that change" in found.message) for found in findings] == [("CQ523", True)]
    assert findings[0].span.line == 5
    file = Opened(data)
    assert [referred(file, section)["default header"] for section in sections(file)] == [["One"]]


def test_the_title_of_a_section_is_that_of_its_pages():
    css = " @page { @top-left { content: string(part) } @top-right { content: string(part, last) } }"
    body = "<h1>One</h1><p>a</p><section class='wide'><h1>Two</h1><p>b</p></section>"
    assert [words[0].split() for words in headers(body, css)] == [["One", "One"], ["Two", "Two"]]
    file = Opened(written(body, css)[0])
    codes = {code.text.strip() for root in file.parts("header").values() for code in root.iter(W + "instrText")}
    assert codes == {"STYLEREF 1", "STYLEREF 1 \\l"}


def test_what_comes_first_in_a_section_holds_and_what_came_last_goes_on():
    running = Running[str]()
    assert running.meet("h", "a", ahead=False)
    assert not running.meet("h", "b", ahead=False)
    assert (running.shown, running.changes) == ({"h": "a"}, False)
    running.turn()
    assert running.shown == {"h": "b"}
    assert running.meet("h", "c", ahead=True)
    assert (running.shown, running.changes) == ({"h": "b"}, True)
    running.turn()
    assert (running.shown, running.changes) == ({"h": "c"}, False)
