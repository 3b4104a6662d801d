"""The register for spreadsheets: the same bytes twice, and no cell that a spreadsheet would run."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from communique.deliver.register_sheets import COLUMNS, FORMULA, as_csv, as_xlsx, defused
from communique.model.audience import Audience
from communique.model.copies import Copy, Entry
from communique.model.recipient import Roll
from communique.model.register_row import row_of

NAMES = ["Côte d'Ivoire", "Türkiye", "الأردن", "CON", "../x", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "x" * 300]


def row(name, number=None):
    copy = Copy(name, Roll.RECIPIENTS, Audience.PUBLIC, "speech", "handout-pack", "en", "pdf", "p", "a" * 64, number, 9)
    return row_of(Entry(1, copy, 1, "2026-11-24T19:00:00Z", 1))


ROWS = [row(name, number) for number, name in enumerate(NAMES, 1)]


def read_csv(data: bytes):
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_same_rows_are_the_same_bytes():
    assert as_csv(ROWS) == as_csv(ROWS)
    assert as_xlsx(ROWS, "Register m") == as_xlsx(ROWS, "Register m")


def test_a_table_holds_every_row_whole():
    rows = read_csv(as_csv(ROWS))
    assert [one["recipient"].removeprefix("'") for one in rows] == NAMES
    assert [one["number"] for one in rows] == [str(number) for number in range(1, len(NAMES) + 1)]
    assert tuple(rows[0]) == COLUMNS
    assert as_csv(ROWS).startswith(b"\xef\xbb\xbfrecipient,")


def test_a_workbook_holds_words_as_words_and_numbers_as_numbers():
    sheet = load_workbook(BytesIO(as_xlsx(ROWS, "Register m"))).active
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    cells = [sheet.cell(line, 1) for line in range(2, len(NAMES) + 2)]
    assert [cell.value.removeprefix("'") for cell in cells] == NAMES
    assert {cell.data_type for cell in cells} == {"s"}
    assert [sheet.cell(line, 8).value for line in range(2, len(NAMES) + 2)] == list(range(1, len(NAMES) + 1))
    assert sheet.freeze_panes == "B2"


def test_a_workbook_knows_no_moment_and_no_machine():
    with ZipFile(BytesIO(as_xlsx(ROWS, "Register m"))) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z</dcterms:modified>" in package.read("docProps/core.xml")


@given(st.text(max_size=30) | st.sampled_from(FORMULA).flatmap(lambda sign: st.text(max_size=9).map(sign.__add__)))
def test_no_cell_is_run(words):
    assert not defused(words).startswith(FORMULA)
    assert defused(words).removeprefix("'") == words.removeprefix("'")


@pytest.mark.parametrize("name", ["=1+1", "\t=1+1", "\r=1+1"])
def test_a_name_that_would_be_run_is_words_in_both(name):
    assert read_csv(as_csv([row(name)]))[0]["recipient"] == f"'{name}"
    cell = load_workbook(BytesIO(as_xlsx([row(name)], "x"))).active.cell(2, 1)
    assert (cell.data_type, cell.value[:1]) == ("s", "'")
