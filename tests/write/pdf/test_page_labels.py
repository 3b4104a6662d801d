import pypdfium2
import pytest

from communique.write.layout import lay_out
from communique.write.pdf.page_labels import Label, _label
from communique.write.pdf.writer import write_pdf
from sheet_making import make_sheet

PAGES = """
<div class="cover"><h1>Title</h1></div><div class="front"><p>contents</p><p class="new">facts</p></div>
<div class="body"><p>one</p><p class="new">two</p><p class="new">three</p></div>"""
CSS = """
html { font: 12pt/16pt "Liberation Serif" } @page { size: A5; margin: 15mm }
.new { break-before: page } .cover { page: cover } .front { page: front } .body { page: body }
.folio { position: running(folio) }
"""


def labels(css: str, body: str = PAGES) -> list[str]:
    sheet = make_sheet(body, CSS + css)
    layout = lay_out(sheet)
    data, found = write_pdf(sheet, layout)
    assert (layout.diagnostics, found) == ((), ())
    with pypdfium2.PdfDocument(data) as document:
        return [document.get_page_label(index) for index in range(len(document))]


def test_they_count_as_the_pages_do():
    assert labels("@page { @bottom-right { content: counter(page) } }") == ["1", "2", "3", "4", "5", "6"]


def test_a_cover_without_a_number_has_no_label():
    css = "@page { @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages) } }"
    assert labels(css + "@page cover { @bottom-right { content: none } }") == ["", "2", "3", "4", "5", "6"]


def test_front_matter_counts_in_roman_numerals_when_a_theme_asks_for_it():
    css = """
    @page { @bottom-right { content: counter(page) } }
    @page cover { @bottom-right { content: none } }
    @page front { @bottom-right { content: counter(page, lower-roman) } }
    @page :nth(1 of front) { counter-reset: page 1 } @page :nth(1 of body) { counter-reset: page 1 }"""
    assert labels(css) == ["", "i", "ii", "1", "2", "3"]


def test_a_number_in_furniture_that_runs_counts_too():
    css = "@page { @bottom-right { content: element(folio) } } .now::before { content: counter(page, upper-alpha) }"
    folio = '<p class="folio">Page <span class="now"></span></p>'
    assert labels(css, folio + PAGES) == ["A", "B", "C", "D", "E", "F"]


def test_digits_that_pdf_cannot_count_in_are_written_out():
    css = "@page { @bottom-right { content: counter(page, decimal-leading-zero) } }"
    assert labels(css) == ["01", "02", "03", "04", "05", "06"]


def test_a_document_that_prints_no_number_has_none():
    assert labels("@page { @bottom-right { content: 'words' } }") == [""] * 6
    sheet = make_sheet(PAGES, CSS)
    assert b"/PageLabels" not in write_pdf(sheet, lay_out(sheet))[0]


@pytest.mark.parametrize(("number", "roman"), [(4, "iv"), (9, "ix"), (44, "xliv"), (1999, "mcmxcix")])
def test_roman_numerals_are_read_as_the_romans_wrote_them(number, roman):
    assert _label(roman, "lower-roman") == Label("r", number)
