"""Tables: columns of the PDF, header rows, merged cells, zones of the style."""

from communique.model.page_facts import PageFacts
from communique.write.docx.writer import write_docx
from sheet_making import PLAIN, make_sheet
from write.docx.opened import Opened, W, all_at, at, direct, words

CSS = """
 table { border-collapse: collapse; --docx-style: "Figures" }
 td, th { padding: 3pt 6pt; border-bottom: 0.5pt solid #999 }
 thead th { background: #eee }
 td.value { --docx-style: "Table Number"; --docx-based-on: "Table Text"; text-align: end; padding-right: 12pt }
 .red { background: #fdd; border-left: 2pt solid #a00 } .whole { break-inside: avoid } p { margin: 0 0 6pt }
"""
HEAD = "<thead><tr><th>Fact</th><th>Value</th></tr></thead>"


def opened(body, columns=(), css=CSS, **settings):
    return Opened(write_docx(make_sheet(body, PLAIN + css, **settings), PageFacts(1, {}, columns))[0])


def grid(file):
    return [
        [int(column.get(W + "w")) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        for table in file.root().iter(W + "tbl")
    ]


def rows(file):
    return [[words(cell) for cell in row.iter(W + "tc")] for row in file.root().iter(W + "tr")]


def test_columns_are_as_wide_as_in_the_pdf():
    file = opened(f"<table>{HEAD}<tr><td>a</td><td>b</td></tr></table>", ((100.0, 50.0),))
    assert grid(file) == [[1500, 750]]
    assert all_at(file.root().find(f".//{W}tbl"), "tblPr/tblW") == {"w": "2250", "type": "dxa"}


def test_columns_that_are_not_known_are_equal():
    ((first, second),) = grid(opened("<table><tr><td>a</td><td>b</td></tr></table>"))
    assert first == second
    assert abs(first + second - (148 - 30) * 56.7) < 3


def test_header_rows_repeat_and_the_style_knows_its_zones():
    file = opened(
        f"<table>{HEAD}<tbody><tr><th>a</th><td>1</td></tr></tbody><tfoot><tr><td>s</td><td>1</td></tr></tfoot></table>"
    )
    table = file.root().find(f".//{W}tbl")
    repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(W + "tr")]
    assert repeated == [True, False, False]
    look = all_at(table, "tblPr/tblLook")
    assert (look["firstRow"], look["lastRow"], look["firstColumn"], look["val"]) == ("1", "1", "1", "04E0")
    styles = [at(p, "pPr/pStyle") for p in table.iter(W + "p")]
    assert styles == ["TableHeading"] * 2 + ["TableRowHeading", "TableText"] + ["TableTotal"] * 2


def test_a_foot_that_stands_first_is_written_last():
    body = "<table><tfoot><tr><td>sum</td></tr></tfoot><tbody><tr><td>a</td></tr></tbody></table>"
    assert rows(opened(body)) == [["a"], ["sum"]]


def test_cells_merge_across_and_down():
    body = (
        "<table><tr><td rowspan=2>a</td><td>b</td><td>c</td></tr>"
        "<tr><td colspan=2>d</td></tr><tr><td>e</td></tr></table>"
    )
    file = opened(body)
    merges = [[(at(cell, "tcPr/gridSpan"), cell.find(f"{W}tcPr/{W}vMerge") is not None) for cell in row.iter(W + "tc")]
              for row in file.root().iter(W + "tr")]  # fmt: skip
    assert merges == [[(None, True), (None, False), (None, False)], [(None, True), ("2", False)], [(None, False)] * 3]
    assert rows(file) == [["a", "b", "c"], ["", "d"], ["e", "", ""]]


def test_only_what_differs_from_the_style_is_said_of_a_cell():
    file = opened("<table><tr><td>a</td><td class='red'>b</td></tr></table>")
    plain, red = (cell.find(W + "tcPr") for cell in file.root().iter(W + "tc"))
    assert [child.tag for child in plain] == [W + "tcW"]
    assert at(red, "shd", "fill") == "FFDDDD"
    assert all_at(red, "tcBorders/left")["color"] == "AA0000"


def test_more_room_in_a_cell_is_an_indent_of_its_style():
    file = opened("<table><tr><td>a</td><td class='value'>1</td></tr></table>")
    assert at(file.style("Table Number"), "pPr/ind", "right") == "120"
    assert {frozenset(direct(p)[0]) for p in file.paragraphs()[:2]} == {frozenset()}


def test_a_table_that_may_not_be_parted_keeps_its_rows_together():
    file = opened("<table class='whole'><tr><td>a</td></tr><tr><td>b</td></tr></table>")
    assert [p.find(f"{W}pPr/{W}keepNext") is not None for p in file.paragraphs()[:2]] == [True, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in file.root().iter(W + "tr"))


def test_two_tables_that_touch_stay_two():
    file = opened("<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>")
    body = [child.tag.removeprefix(W) for child in file.root().find(W + "body")]
    assert body == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_caption_is_a_paragraph_that_keeps_with_its_table():
    file = opened("<table><caption>Figures</caption><tr><td>a</td></tr></table>")
    assert file.styled()[0] == ("Caption", "Figures")
    assert file.paragraphs()[0].find(f"{W}pPr/{W}keepNext") is not None
    assert at(file.root().find(f".//{W}tbl"), "tblPr/tblCaption") == "Figures"


def test_paragraphs_lists_and_tables_stand_in_cells():
    body = "<table><tr><td><p>a</p><ul><li>b</li></ul><table><tr><td>c</td></tr></table></td></tr></table>"
    file = opened(body, ((300.0,), (100.0,)))
    assert grid(file) == [[4500], [1500]]
    assert [style for style, text in file.styled() if text] == ["TableText", "ListBullet", "TableText"]


def test_a_table_of_an_arabic_document_begins_on_the_right():
    file = opened("<table><tr><td>ا</td></tr></table>", language="ar", direction="rtl")
    assert file.root().find(f".//{W}tblPr/{W}bidiVisual") is not None


def test_margins_of_a_table_go_to_the_paragraphs_around_it():
    css = CSS + " table { margin: 20pt 0 10pt }"
    file = opened("<p>a</p><table><tr><td>b</td></tr></table><p>c</p>", css=css)
    before, _, after = file.paragraphs()
    assert (at(before, "pPr/spacing", "after"), at(after, "pPr/spacing", "before")) == ("400", "200")


def test_a_page_begins_with_a_table_by_its_first_cell():
    body = "<p>x</p><table class='new'><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    breaks = [
        paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None
        for paragraph in opened(body, css=" .new { break-before: page }").paragraphs()[:5]
    ]
    assert breaks == [False, True, False, False, False]
    inside = opened(f"<p>x</p><section class='new'>{body[8:]}</section>", css=" .new { break-before: page }")
    assert inside.paragraphs()[1].find(f"{W}pPr/{W}pageBreakBefore") is not None
    first = opened(body[8:], css=" .new { break-before: page }").paragraphs()[0]
    assert first.find(f"{W}pPr/{W}pageBreakBefore") is None


def test_a_part_of_the_line_stays_one():
    table = (
        opened("<table class='half'><tr><td>a</td></tr></table>", css=" .half { width: 50% }")
        .root()
        .find(f".//{W}tblW")
    )
    assert (table.get(W + "w"), table.get(W + "type")) == ("2500", "pct")


def test_tables_keep_their_distance():
    body = "<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>"
    between = opened(body, css=" table { margin: 6pt 0 10pt }").root().find(f"{W}body/{W}p")
    assert all_at(between, "pPr/spacing") == {"before": "180", "after": "0", "line": "20", "lineRule": "exact"}


def test_room_in_one_cell_does_not_widen_its_neighbours():
    body = "<table><tr><td>a</td><td class='roomy'><p>b</p><p>c</p></td></tr></table>"
    file = opened(body, css=" td { padding: 2pt } p { margin: 0 } .roomy { padding: 12pt 2pt }")
    first, second, third, *_ = file.paragraphs()
    assert [all_at(p, "pPr/spacing") for p in (first, second, third)] == [{}, {"before": "200"}, {"after": "200"}]
    assert file.root().find(f".//{W}tcMar") is None


def test_a_double_line_is_as_wide_as_in_css():
    body = "<table><tr><td class='sum'>a</td><td>b</td></tr></table>"
    border = opened(body, css=" .sum { border-bottom: 3pt double #000 }").root().find(f".//{W}tcBorders/{W}bottom")
    assert (border.get(W + "val"), border.get(W + "sz")) == ("double", "8")


def test_tables_and_cells_can_be_pointed_at():
    body = "<table id='t'><tr><td>a</td><td id='c'>b</td></tr></table><p><a href='#t'>x</a> <a href='#c'>y</a></p>"
    first, second, *_ = opened(body).paragraphs()
    assert [at(p, "bookmarkStart", "name") for p in (first, second)] == ["_t", "_c"]
