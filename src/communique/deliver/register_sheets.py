"""The register as a table for others: CSV and XLSX, the same rows always the same bytes.

A cell that a spreadsheet would run is defused: where a name begins with one of `FORMULA`, an apostrophe
goes before it (OWASP, CSV Injection).
"""

import csv
import re
from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from communique.model.register_row import RegisterRow

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
COLUMNS = tuple(field.name for field in fields(RegisterRow))
THEN = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a ZIP knows."""
MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
WIDEST = 40


def defused(cell: object) -> str:
    """A cell that is words to every spreadsheet; nothing for what is unknown."""
    words = "" if cell is None else str(cell)
    return f"'{words}" if words.startswith(FORMULA) else words


def as_csv(rows: Iterable[RegisterRow]) -> bytes:
    """The register as CSV: UTF-8 with the mark by which spreadsheets know it, lines as RFC 4180 has them."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([defused(cell) for cell in _cells(row)] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Iterable[RegisterRow], title: str) -> bytes:
    """The register as a workbook of one sheet: every word a text cell, numbers as numbers."""
    # loaded here: it takes longer than all other commands take
    from openpyxl import Workbook  # type: ignore[import-untyped]  # noqa: PLC0415
    from openpyxl.styles import Font  # type: ignore[import-untyped]  # noqa: PLC0415

    book = Workbook()
    book.properties.creator, book.properties.title = "communique", title
    book.properties.created = datetime(*THEN)  # noqa: DTZ001 - openpyxl wants it without a zone
    sheet = book.active
    sheet.title, sheet.freeze_panes = "register", "B2"
    widths = [len(name) + 2 for name in COLUMNS]
    for line, row in enumerate([COLUMNS, *map(_cells, rows)], 1):
        for column, value in enumerate(row, 1):
            if value is None:
                continue
            cell = sheet.cell(line, column, value if isinstance(value, int) else None)
            if not isinstance(value, int):
                cell.value, cell.data_type = defused(value), "s"
            widths[column - 1] = min(max(widths[column - 1], len(str(value)) + 2), WIDEST)
    for cell, width in zip(sheet[1], widths, strict=True):
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.auto_filter.ref = sheet.dimensions
    written = BytesIO()
    book.save(written)
    return _timeless(written)


def _cells(row: RegisterRow) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in COLUMNS)


def _timeless(package: BytesIO) -> bytes:
    """The package without the moment at which it was written."""
    out = BytesIO()
    with ZipFile(package) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            member = ZipInfo(name, THEN)
            member.compress_type, member.external_attr = ZIP_DEFLATED, 0o600 << 16
            new.writestr(member, data)
    return out.getvalue()
