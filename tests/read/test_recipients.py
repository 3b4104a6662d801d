"""The lists of recipients as tables come: with what is left out, from a spreadsheet, in any encoding."""

import csv
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from communique.diagnostics.span import Source
from communique.model.audience import Audience
from communique.model.kind import Format, Kind, Scope
from communique.model.recipient import Roll
from communique.read import xlsx_cells
from communique.read.csv_cells import csv_rows
from communique.read.kinds import kinds
from communique.read.recipients import read_recipients
from communique.read.workspace import open_workspace

HEAD = "name,language,formats,kinds,copies,email,note\n"


def kind(name: str, audience: Audience = Audience.PUBLIC, scope: Scope = Scope.INTERVENTION) -> Kind:
    return Kind(name, audience, tuple(Format), name, (), scope)


KINDS = {
    one.name: one
    for one in (
        kind("statement"),
        kind("handout-pack", scope=Scope.RECIPIENT),
        kind("briefing-pack", Audience.DELEGATION),
        kind("register", Audience.DELEGATION, Scope.REGISTER),
    )
}


@pytest.fixture
def read(tmp_path):
    """Reads lists that are given as text or bytes, by file name without its ending."""

    def one(languages=("en", "fr"), ending="csv", **lists):
        (tmp_path / "content/m").mkdir(parents=True, exist_ok=True)
        for name, table in lists.items():
            data = table if isinstance(table, bytes) else table.encode()
            (tmp_path / f"content/m/{name}.{ending}").write_bytes(data)
        return read_recipients(open_workspace(tmp_path, date(2026, 11, 24)), "m", KINDS, languages)

    return one


def told(rolls):
    return [(str(one.span), one.code.number) for one in rolls.findings]


def test_no_list_is_no_recipient(read):
    assert (read().recipients, read().findings) == ((), ())


@pytest.mark.parametrize("name", ["recipients.xls", "Recipients.csv", "delegation.ods", "delegation.CSV", "recipients"])
def test_a_list_that_would_not_be_read_is_told(read, tmp_path, name):
    read(recipients="name\nA\n")
    (tmp_path / "content/m" / name).write_text("name\nB\n")
    assert told(read()) == [(f"content/m/{name}:1:1", "CQ180")]


def test_what_a_row_leaves_out_is_filled_in(read):
    rolls = read(recipients="name\nDelegation 001\n", delegation="name,audience\nMission 1,delegation\nMission 2,\n")
    (one,), ours = rolls.of(Roll.RECIPIENTS), rolls.of(Roll.DELEGATION)
    assert (one.language, one.formats, one.kinds, one.copies) == ("en", tuple(Format), ("handout-pack",), 0)
    assert (one.email, one.note, one.place, one.audience) == (None, None, "Delegation 001", Audience.PUBLIC)
    assert [(each.kinds, each.audience) for each in ours] == [
        (("briefing-pack",), Audience.DELEGATION),
        (("handout-pack",), Audience.PUBLIC),
    ]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tables_of_all_sorts_say_the_same(read, mark, separator, end):
    rows = [["name", "email", "note"], ["Côte d'Ivoire", "one@example.org", '"a", b; c']]
    quoted = (separator.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) + end for row in rows)
    rolls = read(recipients=mark + "".join(quoted))
    assert rolls.findings == ()
    (one,) = rolls.recipients
    assert (one.name, one.email, one.note) == ("Côte d'Ivoire", "one@example.org", '"a", b; c')
    assert (one.span.line, one.span.column) == (2, 2)


def test_an_old_encoding_is_named(read):
    table = HEAD + "Côte d'Ivoire,fr,,,,,\nRéunion générale à Genève,fr,,,,,\n"
    (finding,) = read(recipients=table.encode("cp1252")).findings
    assert (finding.code.number, str(finding.span)) == ("CQ102", "content/m/recipients.csv:2:2")
    assert "it looks like cp125" in finding.message
    (finding,) = read(recipients=table.encode("utf-16")).findings
    assert "it looks like utf_16" in finding.message


def test_one_bad_row_of_193_is_named_and_the_others_are_read(read):
    rows = [f"Delegation {n:03},en,,,1,d{n}@example.org," for n in range(1, 194)]
    rows[99] = "Delegation 100,en,,,1,d100@example,"
    rolls = read(recipients=HEAD + "\n".join(rows))
    assert told(rolls) == [("content/m/recipients.csv:101:23", "CQ185")]
    assert len(rolls.recipients) == 192
    assert "Delegation 100" not in {one.name for one in rolls.recipients}


def test_of_two_rows_with_one_name_neither_is_taken(read):
    rolls = read(recipients="name\nA\nB\na\n")
    assert [one.name for one in rolls.recipients] == ["B"]
    assert told(rolls) == [("content/m/recipients.csv:4:1", "CQ187")]


def test_a_kind_that_is_nobodys_own_cannot_be_asked_for(read):
    rolls = read(delegation="name,audience,kinds\nMission 1,speaker,register\n")
    assert told(rolls) == [("content/m/delegation.csv:2:19", "CQ183")]


def test_the_shipped_kinds_serve_lists_that_ask_for_nothing(tmp_path):
    (tmp_path / "content/m").mkdir(parents=True)
    (tmp_path / "content/m/recipients.csv").write_text("name\nDelegation 001\n")
    (tmp_path / "content/m/delegation.csv").write_text("name,audience\nMission 1,delegation\n")
    workspace = open_workspace(tmp_path, date(2026, 11, 24))
    assert read_recipients(workspace, "m", kinds(workspace), ["en"]).findings == ()


def workbook(rows) -> bytes:
    book, out = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def test_a_workbook_says_the_same_as_a_table(read):
    rows = [
        ["name", "copies", "email"],
        ["# a remark"],
        ["Côte d'Ivoire", 3, None],
        [],
        ["الأردن", 2.0, "one@example.org"],
    ]
    rolls = read(ending="xlsx", recipients=workbook(rows))
    assert rolls.findings == ()
    assert [(one.name, one.copies, one.email) for one in rolls.recipients] == [
        ("Côte d'Ivoire", 3, None),
        ("الأردن", 2, "one@example.org"),
    ]


def test_what_is_wrong_in_a_workbook_is_told_by_row_and_column(read):
    rolls = read(
        ending="xlsx", recipients=workbook([["name", "email"], ["A", "a@example"], ["B", "b@example.org", "c"]])
    )
    assert told(rolls) == [("content/m/recipients.xlsx:2:2", "CQ185"), ("content/m/recipients.xlsx:3:3", "CQ186")]
    rolls = read(ending="xlsx", recipients=workbook([["name", "email"], ["=1+1", "a@example.org"]]))
    assert told(rolls) == [("content/m/recipients.xlsx:2:1", "CQ180")]


def bomb() -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", 8) as package:
        package.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    return out.getvalue()


def lacking(part: str) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(workbook([["name"], ["A"]]))) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no workbook",
        bomb(),
        workbook([["name"], ["A"]])[:-100],
        lacking("xl/workbook.xml"),
        lacking("xl/worksheets/sheet1.xml"),
        lacking("[Content_Types].xml"),
    ],
)
def test_a_workbook_that_is_none_is_told_as_such(read, data):
    assert told(read(ending="xlsx", recipients=data)) == [("content/m/recipients.xlsx:1:1", "CQ180")]


@pytest.mark.parametrize("rows", [[["name", *[None] * 49, "x"]], [["name"]] * 6])
def test_a_workbook_without_bounds_is_told_as_such(read, monkeypatch, rows):
    monkeypatch.setattr(xlsx_cells, "MOST_ROWS", 5)
    (finding,) = read(ending="xlsx", recipients=workbook(rows)).findings
    assert "more than 5 rows or 50 columns" in finding.message


cells = st.text(st.characters(exclude_categories=("C",), exclude_characters="\u2028\u2029\x85"), max_size=12)


@given(st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=5))
def test_every_table_that_python_writes_is_read_back(rows):
    text = StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)
    source = Source("t.csv", text.getvalue())
    got = csv_rows(source)
    kept = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    assert [[cell.text for cell in row] for row in got] == [row for row in kept if not row[0].startswith("#")]
    for cell in (cell for row in got for cell in row):
        assert source.at(cell.span).replace('""', '"').strip() == cell.text
