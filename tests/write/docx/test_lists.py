"""Lists and numbered paragraphs are numbering definitions, and Word counts what CSS counts."""

import pytest

from communique.model.page_facts import PageFacts
from communique.write.docx.writer import write_docx
from communique.write.layout import lay_out
from communique.write.pdf.writer import write_pdf
from pdf_reading import read_pages
from sheet_making import PLAIN, make_sheet
from write.docx.opened import Opened, W, all_at, at, direct, words


def opened(body, css=""):
    return Opened(write_docx(make_sheet(body, PLAIN + css), PageFacts(1))[0])


class Counting:
    """Numbers as a word processor prints them, from the numbering part and the paragraphs alone."""

    def __init__(self, file):
        numbering = file.root("numbering")
        self.levels = {a.get(W + "abstractNumId"): {level.get(W + "ilvl"): level for level in a.iter(W + "lvl")}
                       for a in numbering.iter(W + "abstractNum")}  # fmt: skip
        self.lists = {num.get(W + "numId"): num for num in numbering.iter(W + "num")}
        self.styles = {style.get(W + "styleId"): style for style in file.root("styles").iter(W + "style")}
        self.counts = {}
        self.begun = set()

    def printed(self, paragraph):
        number = paragraph.find(f"{W}pPr/{W}numPr")
        if number is None:
            number = self.styles[at(paragraph, "pPr/pStyle")].find(f"{W}pPr/{W}numPr")
        if number is None or at(number, "numId") == "0":
            return None
        num, depth = self.lists[at(number, "numId")], at(number, "ilvl")
        family = at(num, "abstractNumId")
        level, counts = self.levels[family][depth], self.counts.setdefault(family, {})
        if at(level, "numFmt") in {"bullet", "none"}:
            return at(level, "lvlText")
        start = num.find(f"{W}lvlOverride/{W}startOverride")
        if start is not None and at(number, "numId") not in self.begun:
            counts[depth] = int(start.get(W + "val")) - 1
        self.begun.add(at(number, "numId"))
        counts[depth] = counts.get(depth, 0) + 1
        for deeper in [known for known in counts if known > depth]:
            del counts[deeper]
        shown = {"lowerLetter": lambda n: "abcdefgh"[n - 1], "upperRoman": lambda n: ["I", "II", "III", "IV"][n - 1]}
        text = at(level, "lvlText")
        for known, value in counts.items():
            form = at(self.levels[family].get(known, level), "numFmt")
            text = text.replace(f"%{int(known) + 1}", shown.get(form, str)(value))
        return text


def printed(body, css=""):
    file = opened(body, css)
    counting = Counting(file)
    return [(counting.printed(p), words(p)) for p in file.paragraphs()]


def test_five_levels_of_bullets_are_five_styles():
    body = "<ul><li>1<ul><li>2<ul><li>3<ul><li>4<ul><li>5</li></ul></li></ul></li></ul></li></ul></li></ul>"
    file = opened(body, " ul { margin: 0 }")
    assert [style for style, _ in file.styled()] == ["ListBullet", *(f"ListBullet{n}" for n in range(2, 6))]
    assert set().union(*(direct(p)[0] for p in file.paragraphs())) <= {"keepNext"}  # a list keeps with what leads to it


def test_each_ordered_list_begins_anew():
    body = "<ol><li>a</li><li>b</li></ol><p>between</p><ol><li>c</li></ol>"
    assert printed(body) == [("1.", "a"), ("2.", "b"), (None, "between"), ("1.", "c")]


def test_a_list_begins_where_it_says():
    assert printed('<ol start="4"><li>a</li><li value="9">b</li><li>c</li></ol>') == [
        ("4.", "a"),
        ("9.", "b"),
        ("10.", "c"),
    ]


def test_inner_lists_count_for_themselves():
    body = "<ol><li>a<ol><li>b</li></ol></li><li>c<ol><li>d</li><li>e</li></ol></li></ol>"
    assert printed(body) == [("1.", "a"), ("1.", "b"), ("2.", "c"), ("1.", "d"), ("2.", "e")]


@pytest.mark.parametrize(
    ("kind", "first"),
    [("lower-alpha", "a."), ("upper-roman", "I."), ("'–'", "–"), ("square", "▪"), ("dashed", "1 –")],
)
def test_a_list_of_another_kind(kind, first):
    css = f".x {{ list-style-type: {kind} }} @counter-style dashed {{ system: extends decimal; suffix: ' – ' }}"
    assert printed("<ol class='x'><li>a</li></ol><ol><li>b</li></ol>", css) == [(first, "a"), ("1.", "b")]


def test_a_list_without_marks_has_none():
    assert printed("<ul class='x'><li>a</li></ul>", ".x { list-style: none }") in ([("", "a")], [(None, "a")])


def test_only_the_first_paragraph_of_an_item_has_its_number():
    file = opened("<ol><li><p>a</p><p>b</p></li><li>c<p>d</p></li></ol>")
    assert [style for style, _ in file.styled()] == ["ListNumber", "ListContinue", "ListNumber", "ListContinue"]
    assert [number for number, _ in printed("<ol><li><p>a</p><p>b</p></li><li>c</li></ol>")] == ["1.", None, "2."]


NUMBERED = """
 body { counter-reset: para } .n { --docx-style: "Numbered"; counter-increment: para; text-indent: -10mm }
 .n::before { content: counter(para) "."; display: inline-block; width: 10mm; color: #555 }
 .speech { counter-reset: para } .free .n::before { content: none }
"""


def test_numbered_paragraphs_have_a_definition_of_their_own_and_no_direct_formatting():
    file = opened("<p class='n'>a</p><p>b</p><p class='n'>c</p>", NUMBERED)
    level = file.root("numbering").find(f"{W}abstractNum/{W}lvl")
    assert (at(level, "lvlText"), at(level, "pStyle"), at(level, "suff")) == ("%1.", "Numbered", "tab")
    assert at(level, "rPr/color") == "555555"
    assert (at(level, "pPr/ind", "hanging"), at(level, "pPr/tabs/tab", "pos")) == ("567", "0")
    assert {frozenset(direct(p)[0]) for p in file.paragraphs()} == {frozenset()}
    assert [number for number, _ in printed("<p class='n'>a</p><p>b</p><p class='n'>c</p>", NUMBERED)] == [
        "1.",
        None,
        "2.",
    ]


@pytest.mark.parametrize("words", ["<b>a</b> c", "", "<a>c</a>"])
def test_a_numbered_block_of_blocks_is_counted_by_word(words):
    body = f"<ol><li class='n'>{words}<p>d</p><ul><li>e</li></ul></li><li class='n'>f<ul><li>g</li></ul></li></ol>"
    found = printed(body, NUMBERED + "li.n { display: block }")
    said = {"<b>a</b> c": "a c", "<a>c</a>": "c"}.get(words, "")
    assert [one for one in found if one[0] != "◦"] == [("1.", said), (None, "d"), ("2.", "f")]


def test_a_counter_reset_begins_a_new_list():
    body = "<p class='n'>a</p><p class='n'>b</p><div class='speech'><p class='n'>c</p></div>"
    assert [number for number, _ in printed(body, NUMBERED)] == ["1.", "2.", "1."]


def test_a_number_that_css_takes_away_is_gone():
    body = "<p class='n'>a</p><div class='free'><p class='n'>b</p></div>"
    assert [number for number, _ in printed(body, NUMBERED)] == ["1.", ""]


def test_headings_number_on_several_levels():
    css = (
        ' body { counter-reset: a b } h1 { --docx-style: "heading 1"; counter-increment: a; counter-reset: b }'
        " h2 { counter-increment: b } h1::before { content: counter(a) '. ' }"
        " h2::before { content: counter(a) '.' counter(b) ' ' }"
    )
    body = "<section><h1>x</h1><h2>y</h2><h2>z</h2><h1>w</h1><h2>v</h2></section>"
    assert [number for number, _ in printed(body, css)] == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_words_before_a_text_are_words():
    assert printed("<p class='b'>a</p>", " .b::before { content: '→ ' } .b::after { content: attr(class) }") == [
        (None, "→ ab")
    ]


def test_a_list_begins_and_goes_on_where_html_says():
    body = "<ol start='7'><li>a</li><li value='12'>b</li><li>c</li></ol><ol><li>d</li></ol>"
    assert printed(body) == [("7.", "a"), ("12.", "b"), ("13.", "c"), ("1.", "d")]


def test_the_pdf_begins_there_too():
    layout = lay_out(make_sheet("<ol start='7'><li>a</li><li value='12'>b</li><li>c</li></ol>"))
    markers = [
        word.text for word in read_pages(write_pdf(make_sheet(""), layout)[0])[0].words if word.text[0].isdigit()
    ]
    assert markers == ["7.", "12.", "13."]


MARKED = (
    " @counter-style turns { system: cyclic; symbols: '+' '-'; suffix: ' ' } "
    ".greek { list-style-type: lower-greek }\n.turns { list-style-type: turns }"
)


def test_marks_that_word_cannot_count_are_each_their_own_and_said_once_at_their_line():
    items = "<li>a</li><li>b</li><li>c</li>"
    sheet = make_sheet(f"<ol class='greek'>{items}</ol><ol class='turns'>{items}</ol>", PLAIN + MARKED)
    data, findings = write_docx(sheet, PageFacts(1))
    file = Opened(data)
    counting = Counting(file)
    assert [counting.printed(p) for p in file.paragraphs()] == ["α.", "β.", "γ.", "+", "-", "+"]
    assert [(found.code.number, found.span.line) for found in findings] == [("CQ523", 1), ("CQ523", 2)]


def test_items_without_marks_keep_their_place():
    css = " ol { padding: 0; margin: 0 0 0 10mm } .bare { list-style: none }"
    (item,) = opened("<ol class='bare'><li>a</li></ol>", css).paragraphs()
    assert all_at(item, "pPr/ind") == {"left": "567", "right": "0", "firstLine": "0"}


def test_a_number_above_that_word_does_not_count_is_written_out():
    css = (
        " body { counter-reset: a } .a { counter-increment: a; counter-reset: b } "
        ".a::before { content: counter(a) ' ' } "
        ".b { --docx-style: 'Sub'; counter-increment: b } "
        ".b::before { content: counter(a, upper-roman) '.' counter(b) ' ' }"
    )
    found = printed("<p class='a'>x</p><p class='a'>y</p><p class='b'>z</p><p class='b'>z</p>", css)
    assert found == [(None, "1 x"), (None, "2 y"), ("II.1", "z"), ("II.2", "z")]
