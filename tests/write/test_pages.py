from communique.model.standard import Standard
from communique.write import layout
from communique.write.pages import VARIANTS, set_pages
from sheet_making import PLAIN, make_sheet


def test_the_same_pages_come_with_their_tree_and_facts():
    sheet = make_sheet('<h1 id="top">Title</h1><table><tr><td>a</td><td>b</td></tr></table>')
    document, root, facts, found = set_pages(sheet)
    assert (len(document.pages), facts.pages, facts.page_of, found) == (1, 1, {"top": 1}, ())
    assert [element.tag for element in root.iter("td")] == ["td", "td"]
    assert len(facts.columns[0]) == 2
    assert VARIANTS[Standard.A3A] == "pdf/a-3a"


def test_all_findings_of_a_sheet_come_in_one_run():
    css = PLAIN + "p { opacity: 0.5; margin: 1 pt }"
    body = '<p><img src="http://example.org/x.png"><a href="file:x">a</a></p><object></object>'
    numbers = [finding.code.number for finding in layout.lay_out(make_sheet(body, css, title="")).diagnostics]
    assert numbers == ["CQ511", "CQ513", "CQ510", "CQ512", "CQ502", "CQ501", "CQ503"]
