import io

import pikepdf
import pytest

from communique.write.layout import lay_out
from communique.write.pdf.writer import write_pdf
from sheet_making import make_sheet


def headers_of(table):
    """The headers of each data cell that has any, by the words of neither: their identifiers."""
    sheet = make_sheet(f"<h1>Title</h1>{table}")
    with pikepdf.open(io.BytesIO(write_pdf(sheet, lay_out(sheet))[0])) as pdf:
        cells = [x for x in pdf.objects if isinstance(x, pikepdf.Dictionary) and x.get("/S") == "/TD"]
        return [[str(header) for header in cell.A.get("/Headers", [])] for cell in cells]


def test_a_cell_knows_the_headers_of_its_column_and_row():
    head = "<thead><tr><td></td><th>A</th><th>B</th></tr></thead>"
    body = "<tbody><tr><th>1</th><td>a</td><td>b</td></tr></tbody>"
    assert headers_of(f"<table>{head}{body}</table>") == [
        ["table-1-0-1", "table-1-1-0"],
        ["table-1-0-2", "table-1-1-0"],
    ]


def test_merged_cells_are_counted():
    head = '<thead><tr><th rowspan="2">A</th><th colspan="2">B</th></tr><tr><th>C</th><th>D</th></tr></thead>'
    body = '<tbody><tr><td>a</td><td>c</td><td>d</td></tr><tr><td>a</td><td colspan="2">cd</td></tr></tbody>'
    assert headers_of(f"<table>{head}{body}</table>") == [
        ["table-1-0-0"],
        ["table-1-0-1", "table-1-1-1"],
        ["table-1-0-1", "table-1-1-2"],
        ["table-1-0-0"],
        ["table-1-0-1", "table-1-1-1", "table-1-1-2"],
    ]


def test_a_table_inside_a_table_has_its_own_headers():
    inner = "<table><tr><th>A</th><td>1</td></tr></table>"
    assert headers_of(f"<table><tr><th>B</th><td>{inner}</td></tr></table>") == [["table-1-0-0"], ["table-2-0-0"]]


@pytest.mark.parametrize(
    ("cell", "scope"),
    [
        ('<th scope="col">', "Column"),
        ('<th scope="row">', "Row"),
        ('<th scope="rowgroup">', "Row"),
        ('<th scope="nonsense">', "Row"),
        ("<th>", "Row"),
        ('<th colspan="0" rowspan="x">', "Row"),
    ],
)
def test_a_header_cell_says_what_it_heads(tags, cell, scope):
    lines = tags(f"<table><tr>{cell}A</th><td>1</td></tr></table>")
    assert f"        TH ID=table-1-0-0 Scope={scope}" in lines
