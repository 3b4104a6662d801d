"""Sections, headers, footers and the table of contents."""

import pytest

from communique.model.page_facts import PageFacts
from communique.write.docx.writer import write_docx
from sheet_making import make_sheet
from write.docx.opened import Opened, R, W, all_at, at, direct, words

GROUND = """
@page { size: A4; margin: 30mm 25mm 28mm;
  @top-left { content: element(head); vertical-align: bottom; padding-bottom: 8mm }
  @top-center { content: element(marking); vertical-align: top; padding-top: 10mm }
  @bottom-right { content: element(folio); vertical-align: top; padding-top: 9mm } }
@page :first { @top-left { content: none } } @page wide { size: A4 landscape }
html { font: 12pt/16pt "Liberation Serif" } body, p { margin: 0 }
.running-head { position: running(head); font-size: 9pt; line-height: 12pt }
.marking { --docx-style: "Marking"; --docx-based-on: "Normal"; position: running(marking);
  font-weight: bold; line-height: 14pt }
.folio { position: running(folio); font-size: 9pt; line-height: 12pt; text-align: end }
.page-now::before { content: counter(page) } .page-all::before { content: counter(pages) } .wide { page: wide }
"""
FURNITURE = """<p class="marking">For the delegation only</p><p class="running-head">Norway</p>
<p class="folio">Page <span class="page-now"></span> of <span class="page-all"></span></p>"""


def opened(body, css="", facts=None, **settings):
    return Opened(write_docx(make_sheet(body, GROUND + css, **settings), facts or PageFacts(3))[0])


def sections(file):
    return list(file.root().iter(W + "sectPr"))


def referred(file, section):
    """The words of each header and footer of a section."""
    relations = file.members["word/_rels/document.xml.rels"].decode()
    found = {}
    for reference in section:
        if reference.tag.endswith("Reference"):
            ident = reference.get(R + "id")
            target = next(line for line in relations.split("<Relationship ") if f'Id="{ident}"' in line)
            name = target.split('Target="')[1].split(".xml")[0]
            kind = f"{reference.get(W + 'type')} {reference.tag.removeprefix(W).removesuffix('Reference')}"
            found[kind] = [words(p) for p in file.paragraphs(name)]
    return found


def test_the_page_is_that_of_the_stylesheet():
    (section,) = sections(opened("<p>a</p>"))
    assert all_at(section, "pgSz") == {"w": "11906", "h": "16838"}
    assert (
        all_at(section, "pgMar").items() >= {"top": "1701", "right": "1417", "bottom": "1587", "left": "1417"}.items()
    )


def test_headers_hold_the_running_elements_from_the_top_down():
    file = opened(FURNITURE + "<p>a</p>")
    (section,) = sections(file)
    assert referred(file, section) == {
        "default header": ["For the delegation only", "Norway"],
        "first header": ["For the delegation only"],
        "default footer": ["Page 1 of 3"],
        "first footer": ["Page 1 of 3"],
    }
    assert section.find(W + "titlePg") is not None


def test_page_numbers_are_fields():
    codes = [code.text.strip() for code in opened(FURNITURE + "<p>a</p>").root("footer1").iter(W + "instrText")]
    assert codes == ["PAGE", "NUMPAGES"]


def test_the_distance_from_the_edge_is_that_of_the_margin_box():
    (section,) = sections(opened(FURNITURE + "<p>a</p>"))
    margins = all_at(section, "pgMar")
    assert margins["header"] == "567"  # 10 mm above the marking
    assert int(margins["footer"]) == pytest.approx(1587 - 510 - 240, abs=2)  # 28 mm less 9 mm and a line of 12 pt


def test_lines_of_a_header_stand_where_the_boxes_stand():
    header = next(root for name, root in opened(FURNITURE + "<p>a</p>").parts("header").items() if len(root) == 2)
    gap = int(at(header[1], "pPr/spacing", "before"))
    assert gap == pytest.approx(1701 - 454 - 240 - 567 - 280, abs=3)  # bottom box less its padding, both lines, the top


def test_boxes_of_one_height_share_a_line():
    css = """
    @page { @top-right { content: element(copy); vertical-align: top; padding-top: 10mm } @top-left { content: none } }
    .copy { --docx-style: "Copy Number"; --docx-based-on: "Normal"; position: running(copy); color: #a00;
      line-height: 14pt }
    """
    file = opened(FURNITURE + "<p class='copy'>No. 3</p><p>a</p>", css)
    (paragraph,) = file.paragraphs("header1")
    assert words(paragraph) == "\tFor the delegation only\tNo. 3"
    assert [at(run, "rPr/rStyle") for run in paragraph.iter(W + "r") if words(run).strip()] == [
        "MarkingChar",
        "CopyNumberChar",
    ]
    assert direct(paragraph)[1] == set()
    assert (at(file.style("Marking"), "link"), at(file.style("Marking Char"), "link")) == ("MarkingChar", "Marking")


def test_words_of_the_stylesheet_are_a_header_too():
    css = (
        " @page { @top-left { content: 'Norway, page ' counter(page); font-size: 9pt } @top-center { content: none } }"
    )
    file = opened("<p>a</p>", css + " @page :first { @top-left { content: 'Norway, page ' counter(page) } }")
    assert [words(p) for p in file.paragraphs("header1")] == ["Norway, page 1"]


def test_a_named_page_is_a_section():
    file = opened(FURNITURE + "<p>a</p><section class='wide'><p>b</p></section><p>c</p>")
    sizes = [all_at(section, "pgSz") for section in sections(file)]
    assert [size.get("orient") for size in sizes] == [None, "landscape", None]
    assert [words(p) for p in file.paragraphs()] == ["a", "b", "c"]


def test_a_first_section_with_a_name_brings_no_blank_page():
    file = opened("<section class='wide'><p>a</p></section><section><p style='break-before: page'>b</p></section>")
    assert [size.get("orient") for size in (all_at(section, "pgSz") for section in sections(file))] == [
        "landscape",
        None,
    ]
    assert [p.find(f"{W}pPr/{W}pageBreakBefore") for p in file.paragraphs()] == [None, None]


def test_equal_headers_share_a_part():
    file = opened(FURNITURE + "<p>a</p><section class='wide'><p>b</p></section><p>c</p>")
    assert len([name for name in file.names if name.startswith("word/header")]) == 2


def test_left_pages_and_mirrored_margins():
    css = """
    @page :left { margin: 30mm 40mm 28mm 20mm; @bottom-right { content: none } }
    @page :right { margin: 30mm 20mm 28mm 40mm }
    """
    file = opened(FURNITURE + "<p>a</p>", css)
    settings = file.root("settings")
    assert settings.find(W + "mirrorMargins") is not None
    assert settings.find(W + "evenAndOddHeaders") is not None
    assert referred(file, sections(file)[0])["even footer"] == [""]


def test_left_pages_of_one_section_leave_the_others_their_headers():
    css = " @page wide:left { @bottom-right { content: none } }"
    file = opened(FURNITURE + "<p>a</p><section class='wide'><p>b</p></section>", css)
    first, wide = (referred(file, section) for section in sections(file))
    assert (first["even footer"], wide["even footer"]) == (first["default footer"], [""])


def test_string_set_is_a_styleref():
    css = (
        ' h2 { --docx-style: "heading 1"; string-set: part content(text) }'
        " @page { @top-right { content: string(part) } }"
    )
    file = opened("<h2>Part one</h2><p>a</p>", css)
    codes = [code.text.strip() for root in file.parts("header").values() for code in root.iter(W + "instrText")]
    assert "STYLEREF 1" in codes


CONTENTS = """ nav { --docx-field: 'TOC \\\\o "1-1" \\\\h' } nav ol { list-style: none; padding: 0 }
 nav ol > .toc1 { --docx-style: "toc 1"; --docx-based-on: "Normal" } h2 { --docx-style: "heading 1"; bookmark-level: 1 }
 nav a { color: inherit; text-decoration: none }
 .toc-page { float: right } .toc-page::after { content: target-counter(attr(data-href), page) } """
BODY = """<nav><p>Contents</p><ol>
<li class="toc1"><span class="toc-page" data-href="#one"></span><a href="#one">One</a></li>
<li class="toc1"><span class="toc-page" data-href="#two"></span><a href="#two">Two <em>more</em></a></li></ol></nav>
<h2 id="one">One</h2><h2 id="two">Two <em>more</em></h2><p>See <a href="#one">One</a>.</p>"""


def test_contents_are_a_live_field_filled_with_the_pages_of_the_pdf():
    file = opened(BODY, CONTENTS, PageFacts(9, {"one": 2, "two": 7}))
    control = file.root().find(f".//{W}sdt")
    assert at(control, "sdtPr/docPartObj/docPartGallery") == "Table of Contents"
    assert [words(p) for p in control.iter(W + "p")] == ["Contents", "One\t2", "Two more\t7"]
    codes = [code.text.strip() for code in control.iter(W + "instrText")]
    assert codes == ['TOC \\o "1-1" \\h', "PAGEREF _Toc_one \\h", "PAGEREF _Toc_two \\h"]
    assert [p.find(f".//{W}hyperlink").get(W + "anchor") for p in list(control.iter(W + "p"))[1:]] == [
        "_Toc_one",
        "_Toc_two",
    ]
    assert [direct(p) for p in list(control.iter(W + "p"))[1:]] == [(set(), set())] * 2
    assert file.root("settings").find(W + "updateFields") is None


def test_headings_carry_the_bookmarks_of_the_contents():
    file = opened(BODY, CONTENTS)
    names = [mark.get(W + "name") for mark in file.root().iter(W + "bookmarkStart")]
    assert names == ["_Toc_one", "_Toc_two"]
    assert file.root().findall(f".//{W}hyperlink")[-1].get(W + "anchor") == "_Toc_one"


def test_entries_have_a_stop_at_the_end_of_the_measure():
    stop = all_at(opened(BODY, CONTENTS).style("toc 1"), "pPr/tabs/tab")
    assert stop == {"val": "right", "pos": "9071"}  # 210 less 2 x 25 mm


def test_an_arabic_document_has_arabic_sections():
    file = opened(FURNITURE + "<p>شكرا</p>", language="ar", direction="rtl")
    assert sections(file)[0].find(W + "bidi") is not None
    head = next(root for root in file.parts("header").values() if len(root) == 2)[1]
    assert at(head, "pPr/jc") == "right"  # the left of the sheet is the end of the line
