"""The first sheet of an .xlsx to cells with their places: the line is the row, the column that of the cell.

Bounds: 20 MB unpacked, 10 000 rows, 50 columns. A formula is refused: what it gives depends on who opens it.
"""

import warnings
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from communique.diagnostics.codes import recipients as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Span, start_of
from communique.model.damaged import DAMAGED
from communique.read.csv_cells import Cell, Row
from communique.read.sources import CONTROL

LARGEST = 20_000_000
MOST_ROWS, MOST_COLUMNS = 10_000, 50
UNREADABLE: tuple[type[Exception], ...] = (
    *DAMAGED,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    SyntaxError,
)
"""What openpyxl raises at broken files: it names no family of its own, and XML errors are SyntaxErrors."""


def xlsx_rows(data: bytes, shown: str) -> list[Row]:
    """The rows that hold anything; one whose first cell begins with # is a remark. Refused, with every reason."""
    found: list[Diagnostic] = []
    rows = [
        tuple(_cell(cell, Span(shown, row, column, row, column + 1), found) for column, cell in enumerate(cells, 1))
        for row, cells in enumerate(_sheet(data, shown), 1)
    ]
    if found:
        raise Refused(*found)
    return [row for row in rows if any(cell.text for cell in row) and row[0].text[:1] != "#"]


def _sheet(data: bytes, shown: str) -> list[tuple[tuple[Any, str], ...]]:
    """Value and type of every cell of the first sheet."""
    try:
        with ZipFile(BytesIO(data)) as package:
            size = sum(member.file_size for member in package.infolist())
        if size > LARGEST:
            raise Refused(_broken(shown, f"it unpacks to more than {LARGEST // 1_000_000} MB"))
        rows = _cells(data)
    except UNREADABLE:
        raise Refused(_broken(shown, "it is no .xlsx, it is damaged, or it has a password")) from None
    if rows is None:
        raise Refused(_broken(shown, f"it has more than {MOST_ROWS} rows or {MOST_COLUMNS} columns"))
    return rows


def _cells(data: bytes) -> list[tuple[tuple[Any, str], ...]] | None:
    """As above; None for a sheet larger than any list of recipients."""
    # slow to load, and only this kind of list needs it
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # noqa: PLC0415

    rows: list[tuple[tuple[Any, str], ...]] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about looks that openpyxl does not know
        sheet = load_workbook(BytesIO(data), read_only=True, keep_links=False).worksheets[0]
        sheet.reset_dimensions()  # what a file says of its own size may be wrong
        for row in sheet.iter_rows():
            if len(rows) == MOST_ROWS or len(row) > MOST_COLUMNS:
                return None
            rows.append(tuple((cell.value, str(cell.data_type)) for cell in row))
    return rows


def _cell(cell: tuple[Any, str], span: Span, found: list[Diagnostic]) -> Cell:
    value, sort = cell
    text = "" if value is None else str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    if sort in {"f", "e"}:
        what = "a formula stands here" if sort == "f" else f"an error stands here ({text})"
        found.append(codes.BROKEN_LIST.at(span, what, "write the words themselves"))
    elif CONTROL.search(text):
        found.append(codes.BROKEN_LIST.at(span, "a control character stands here", "type the cell anew"))
    return Cell(text.strip(), span)


def _broken(shown: str, reason: str) -> Diagnostic:
    message = f"{shown} cannot be read: {reason}"
    return codes.BROKEN_LIST.at(start_of(shown), message, "save it again as .xlsx, or as CSV in UTF-8")
