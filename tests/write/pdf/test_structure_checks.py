import pytest

from communique.write.layout import lay_out
from communique.write.pdf.structure_checks import CHECKS, structure_findings
from communique.write.pdf.writer import write_pdf
from pdf_breakages import BODY, BREAKAGES, CSS, broken
from sheet_making import PLAIN, make_sheet

pytestmark = pytest.mark.xdist_group("breakages")


@pytest.fixture(scope="module")
def good(picture):
    sheet = make_sheet(BODY, PLAIN + CSS, pictures={"map.png": picture})
    data, found = write_pdf(sheet, lay_out(sheet))
    assert found == ()
    assert structure_findings(data) == ()
    return data


@pytest.mark.parametrize(("number", "break_it"), BREAKAGES.values(), ids=BREAKAGES.keys())
def test_a_deliberate_breakage_is_found(good, number, break_it):
    assert number in {finding.code.number for finding in structure_findings(broken(good, break_it))}


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # WeasyPrint leaves its colour profile open
def test_what_weasyprint_writes_by_itself_is_found_wanting(picture):
    layout = lay_out(make_sheet(BODY, PLAIN + ".fn { float: footnote }", pictures={"map.png": picture}))
    found = {finding.message for finding in structure_findings(layout.document.write_pdf(pdf_variant="pdf/a-3a"))}
    assert found >= {
        "the metadata are compressed",
        "the metadata do not say pdfuaid:part 1 once",
        "a list does not say how it is numbered",
        "page 1: a header cell has no scope",
        "a picture asks to be smoothed",
    }


def test_text_made_transparent_is_found():
    sheet = make_sheet('<h1>Title</h1><p style="opacity: 0.5">words</p>')
    found = structure_findings(write_pdf(sheet, lay_out(sheet))[0])
    assert "CQ563" in {finding.code.number for finding in found}


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_one_finding(data):
    assert [finding.code.number for finding in structure_findings(data)] == ["CQ560"]


def test_every_check_says_what_it_holds():
    assert all(check.__doc__ for check in CHECKS)
