import pytest

from communique.write.layout import lay_out
from communique.write.pdf.structure_checks import structure_findings
from communique.write.pdf.writer import write_pdf
from pdf_reading import tag_lines
from sheet_making import PLAIN, make_sheet
from torture_document import png


@pytest.fixture(scope="session")
def picture():
    """A small PNG."""
    return png("RGB")


@pytest.fixture
def tags():
    """The structure tree, line by line, of a body set in the plainest of themes; its tags tell the truth."""

    def tags_of(body: str, css: str = "", **more) -> list[str]:
        sheet = make_sheet(f"<h1>Title</h1>{body}", PLAIN + css, **more)
        layout = lay_out(sheet)
        data, found = write_pdf(sheet, layout)
        assert (layout.diagnostics, found, structure_findings(data)) == ((), (), ())
        return tag_lines(data)[2:]

    return tags_of
