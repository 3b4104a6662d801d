"""The two lists of a meeting to recipients: content/<meeting>/recipients.csv and delegation.csv, or .xlsx.

The list of everyone else can be given public papers only; our own missions and members, what their row says.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from communique.diagnostics.codes import recipients as codes
from communique.diagnostics.diagnostic import Diagnostic, Related
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Span, start_of
from communique.model.file_names import alike
from communique.model.kind import Kind
from communique.model.recipient import Recipient, Roll, Rolls
from communique.model.workspace import Workspace
from communique.read.csv_cells import Cell, Row, csv_rows
from communique.read.recipient_rows import Offer, RowReader
from communique.read.sources import LARGEST_TEXT, read_bytes, read_source
from communique.read.xlsx_cells import xlsx_rows

COLUMNS = ("name", "language", "formats", "kinds", "copies", "email", "note")
AUDIENCE = "audience"
ENDINGS = (".csv", ".xlsx")


def read_recipients(workspace: Workspace, meeting: str, kinds: Mapping[str, Kind], languages: Iterable[str]) -> Rolls:
    """The rows of both lists that are well, and everything that was found; no list, no rows.

    `kinds` are those the templates know, `languages` those that some text of the meeting is written in
    (none: they are not looked at).
    """
    offer = Offer(kinds, tuple(languages), workspace.settings.languages[0])
    rows: list[tuple[Recipient, tuple[Diagnostic, ...]]] = []
    found = list(_unread(workspace, meeting))
    for roll in Roll:
        try:
            rows += _roll(workspace, meeting, roll, offer)
        except Refused as refused:
            found += refused.diagnostics
    doubled = list(_twice([row for row, _ in rows]))
    found += [*(one for _, wrong in rows for one in wrong), *doubled]
    either = [(fault.span, *(near.span for near in fault.related)) for fault in doubled if fault.is_error]
    bad = {span for spans in either for span in spans}
    return Rolls(tuple(row for row, wrong in rows if not wrong and row.span not in bad), tuple(found))


def lists_of(workspace: Workspace, meeting: str, roll: Roll) -> tuple[Path, ...]:
    """The files that hold a list; there should be one at most."""
    places = (workspace.content / meeting / f"{roll}{ending}" for ending in ENDINGS)
    return tuple(place for place in places if place.exists() or place.is_symlink())


def _unread(workspace: Workspace, meeting: str) -> Iterator[Diagnostic]:
    """Files that are called as a list is, and come in a form or under a name that is not read."""
    folder = workspace.content / meeting
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.stem.lower() in set(Roll) and file.name not in {
            f"{roll}{ending}" for roll in Roll for ending in ENDINGS
        }:
            message = f"{file.name} is not read"
            advice = f"save it as {file.stem.lower()}.csv in UTF-8, or as {file.stem.lower()}.xlsx"
            yield codes.BROKEN_LIST.at(start_of(file.relative_to(workspace.root).as_posix()), message, advice)


def _roll(
    workspace: Workspace, meeting: str, roll: Roll, offer: Offer
) -> Iterator[tuple[Recipient, tuple[Diagnostic, ...]]]:
    """Each row of a list, and what is wrong with it; Refused, when the list as a whole cannot be read."""
    files = lists_of(workspace, meeting, roll)
    shown = [file.relative_to(workspace.root).as_posix() for file in files]
    if len(files) > 1:
        message = f"{' and '.join(shown)} are both there"
        raise Refused(codes.TWO_LISTS.at(start_of(shown[1]), message, "keep the one that holds"))
    if not files:
        return
    head, *rows = _rows(files[0], shown[0], workspace) or [()]
    columns = _columns(head, shown[0])
    for row in rows:
        cells = dict(zip(columns, row, strict=False))
        reader = RowReader(roll, offer, cells, _start(row, cells))
        for cell in row[len(columns) :]:
            if cell.text:
                message = "this row has more cells than the list has columns"
                advice = "put quotation marks around a cell that holds the sign between cells"
                reader.found.append(codes.BAD_ROW.at(cell.span, message, advice))
                break
        recipient = reader.recipient()
        yield recipient, tuple(reader.found)


def _rows(file: Path, shown: str, workspace: Workspace) -> list[Row]:
    if file.suffix == ".xlsx":
        return xlsx_rows(read_bytes(file, shown, workspace.root, LARGEST_TEXT), shown)
    return csv_rows(read_source(file, shown, workspace.root))


def _columns(head: Row, shown: str) -> list[str]:
    """The names of the columns in their order."""
    known = (*COLUMNS, AUDIENCE)
    found: list[Diagnostic] = []
    columns: list[str] = []
    for cell in head:
        name = cell.text.lower()
        if cell.text and name not in known:
            advice = did_you_mean(name, known) or f"there are: {', '.join(known)}"
            found.append(codes.UNKNOWN_COLUMN.at(cell.span, f'there is no column "{cell.text[:40]}"', advice))
        elif name and name in columns:
            found.append(codes.UNKNOWN_COLUMN.at(cell.span, f'the column "{name}" stands twice', "keep one of them"))
        columns.append(name)
    if not found and "name" not in columns:
        advice = f"begin the list with a line {','.join(COLUMNS)}"
        place = head[0].span if head else start_of(shown)
        found.append(codes.UNKNOWN_COLUMN.at(place, "this list has no column name", advice))
    if found:
        raise Refused(*found)
    return columns


def _start(row: Row, cells: Mapping[str, Cell]) -> Span:
    return cells["name"].span if "name" in cells else row[0].span


def _twice(recipients: list[Recipient]) -> Iterator[Diagnostic]:
    """The recipients that stand in the lists twice, or share a folder or an address."""
    names: dict[str, Recipient] = {}
    addresses: dict[str, Recipient] = {}
    for one in recipients:
        keys = {alike(one.name), alike(one.place)} if one.name else set()
        other = next((names[key] for key in sorted(keys) if key in names), None)
        if other:
            yield _same(other, one)
        names |= dict.fromkeys(keys, one)
        address = (one.email or "").lower()
        if address and address in addresses and addresses[address] is not other:
            message = f'"{addresses[address].name}" and "{one.name}" have one mail address'
            advice = "nothing to do when it is meant"
            yield codes.SHARED_ADDRESS.at(one.span, message, advice, _there(addresses[address]))
        addresses.setdefault(address, one)


def _same(first: Recipient, second: Recipient) -> Diagnostic:
    if first.name == second.name:
        message, advice = f'"{second.name}" stands twice', "keep one of the two rows"
        return codes.DUPLICATE_RECIPIENT.at(second.span, message, advice, _there(first))
    message = f'"{first.name}" and "{second.name}" are one name to some systems'
    advice = "keep one of the two, or tell them apart by more than capitals and the form of letters"
    return codes.COLLIDING_NAMES.at(second.span, message, advice, _there(first))


def _there(first: Recipient) -> tuple[Related, ...]:
    return (Related(first.span, "the other one"),) if first.span else ()
