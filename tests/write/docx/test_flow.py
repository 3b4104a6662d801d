"""Blocks and their distances: margins that collapse, breaks, boxes, quotations, rules, notes."""

from communique.model.page_facts import PageFacts
from communique.write.docx.writer import write_docx
from sheet_making import PLAIN, make_sheet
from write.docx.opened import Opened, W, all_at, at, direct, words

NONE = " p { margin: 0 }"


def written(body, css="", **settings):
    return write_docx(make_sheet(body, PLAIN + css, **settings), PageFacts(1))


def opened(body, css="", **settings):
    return Opened(written(body, css, **settings)[0])


def spacing(body, css=NONE):
    return [all_at(p, "pPr/spacing") for p in opened(body, css).paragraphs()]


def test_a_margin_of_a_block_collapses_into_its_first_and_last_child():
    body = "<div style='margin: 20pt 0 10pt'><p>a</p><p>b</p></div>"
    assert spacing(body) == [{"before": "400"}, {"after": "200"}]


def test_the_larger_margin_wins():
    css = " p { margin: 5pt 0 }"
    assert spacing("<div style='margin: 3pt 0 10pt'><p>a</p></div>", css) == [{"after": "200"}]


def test_padding_without_a_border_adds_up():
    assert spacing("<div style='padding-top: 10pt'><p style='margin-top: 5pt'>a</p></div>") == [{"before": "300"}]


def test_blocks_indent_what_is_in_them():
    body = "<div style='margin-left: 10mm'><div style='padding-left: 10mm'><p>a</p></div></div>"
    assert at(opened(body, NONE).paragraphs()[0], "pPr/ind", "left") == "1134"


def test_a_box_goes_round_all_its_paragraphs_with_one_border():
    body = "<div style='border: 1pt solid #a00; padding: 6pt; margin: 10pt 0'><p>a</p><p>b</p></div>"
    first, second = opened(body, NONE).paragraphs()
    sides = ("top", "left", "bottom", "right")
    assert [all_at(first, f"pPr/pBdr/{side}") for side in sides] == [
        all_at(second, f"pPr/pBdr/{side}") for side in sides
    ]
    assert all_at(first, "pPr/pBdr/top") == {"val": "single", "sz": "8", "space": "6", "color": "AA0000"}
    assert (all_at(first, "pPr/spacing"), all_at(second, "pPr/spacing")) == ({"before": "200"}, {"after": "200"})


def test_a_break_belongs_to_the_first_paragraph_behind_it():
    body = (
        "<p>a</p><section style='break-before: page'><div><p>b</p></div></section>"
        "<p style='break-after: page'>c</p><p>d</p>"
    )
    marked = [p.find(f"{W}pPr/{W}pageBreakBefore") is not None for p in opened(body).paragraphs()]
    assert marked == [False, True, False, True]


def test_the_first_paragraph_of_a_document_breaks_no_page():
    body = "<section style='break-before: page'><p>a</p></section>"
    assert opened(body).paragraphs()[0].find(f"{W}pPr/{W}pageBreakBefore") is None


def test_what_may_not_be_parted_keeps_with_the_next():
    body = "<div style='break-inside: avoid'><p>a</p><p>b</p></div><p>c</p><p style='break-before: avoid'>d</p>"
    kept = [p.find(f"{W}pPr/{W}keepNext") is not None for p in opened(body).paragraphs()]
    assert kept == [True, False, True, False]


def test_quotations_definitions_and_rules_have_their_styles():
    body = "<blockquote><p>a</p></blockquote><dl><dt>b</dt><dd>c</dd></dl><hr><address>d</address>"
    file = opened(body, " p, dl, blockquote { margin: 0 }")
    assert [style for style, _ in file.styled()] == ["Quote", "DefinitionTerm", "Definition", "Rule", "HTMLAddress"]
    assert {frozenset(direct(p)[0]) for p in file.paragraphs()} == {frozenset()}
    assert file.style("Rule").find(f"{W}pPr/{W}pBdr/{W}bottom").get(W + "val") != "nil"


def test_a_container_gives_its_style_to_plain_text():
    css = ' .key { --docx-style: "Key Message" }'
    assert [style for style, _ in opened("<div class='key'><p>a</p><p>b</p></div>", css).styled()] == ["KeyMessage"] * 2


def test_a_style_that_the_theme_does_not_make_is_said():
    _, findings = written("<p style='--docx-style: Opening'>a</p>")
    assert [(found.code.number, found.message) for found in findings] == [
        ("CQ522", 'p: the theme makes no Word style "Opening"')
    ]


NOTES = " .fn { --docx-style: 'footnote text'; float: footnote; font-size: 9pt }"


def test_a_note_is_a_native_footnote():
    file = opened("<p>a<span class='fn'>See <em>this</em>.</span> b</p>", NOTES)
    reference = file.root().find(f".//{W}footnoteReference").get(W + "id")
    note = next(n for n in file.root("footnotes") if n.get(W + "id") == reference)
    assert words(note) == ". See this."
    assert at(note, "p/pPr/pStyle") == "FootnoteText"
    assert direct(note.find(W + "p")) == (set(), set())
    assert words(file.paragraphs()[0]) == "a b"


def test_the_line_above_the_notes_is_as_low_as_the_room_that_the_pdf_has_there():
    css = "html { font: 12pt 'Liberation Serif' }" + NOTES + " @page { @footnote { border-top: 1pt solid; %s } }"
    sizes = []
    for room in ("margin-top: 4.75pt", "margin-top: 4.75pt; padding-top: 11.5pt"):
        file = opened("<p>a<span class='fn'>n</span></p>", css % room)
        assert at(file.root("footnotes")[0], "p/pPr/pStyle") == "NoteSeparator"
        sizes.append(at(file.style("Note Separator"), "rPr/sz"))
    assert sizes == ["10", "30"], "half points: 5.75 pt and 17.25 pt are lines of a font of 5 and 15 pt"


def test_a_theme_without_a_line_above_its_notes_leaves_it_to_word():
    file = opened("<p>a<span class='fn'>n</span></p>", NOTES)
    assert at(file.style("Note Separator"), "rPr/sz") is None


def test_a_file_without_notes_has_no_part_for_them():
    assert "word/footnotes.xml" not in opened("<p>a</p>").names


def test_a_note_where_word_has_none_stays_in_brackets():
    css = NOTES + " .head { position: running(h) } @page { @top-left { content: element(h) } }"
    data, findings = written("<p class='head'>a<span class='fn'>n</span></p><p>b</p>", css)
    assert [found.code.number for found in findings] == ["CQ525"]
    assert words(Opened(data).paragraphs("header1")[0]) == "a [n]"
