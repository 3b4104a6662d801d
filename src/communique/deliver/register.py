"""The register of a meeting: which copy was made for whom, by which run, and what became of it.

Nothing in it is ever deleted: a file that others replace, or that is called back, keeps its row. Every
method that writes is one transaction, and doing it again changes nothing; so a program that was killed
at any moment may simply be started again.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from communique.deliver.register_file import opened, transaction
from communique.model.audience import AUDIENCES
from communique.model.copies import Copy, Entry, Holding, Numbers
from communique.model.file_names import alike
from communique.model.recipient import Recipient, Roll
from communique.model.workspace import Workspace

ENTRIES = """
SELECT copy.*,
    coalesce((SELECT min(mail.at) FROM enclosed JOIN mail ON mail.id = enclosed.mail
        WHERE enclosed.copy = copy.id AND mail.state = 'sent'), '') AS sent,
    EXISTS (SELECT 1 FROM enclosed JOIN mail ON mail.id = enclosed.mail
        WHERE enclosed.copy = copy.id AND mail.state = 'offered') AS unclear
FROM copy
"""
IN_ORDER = " ORDER BY roll DESC, who, place, issue"  # everyone else before our own
INSERT = """
INSERT INTO copy (who, recipient, roll, audience, intervention, kind, language, format, place, sha256, number, of,
    revision, issue, made, run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


@contextmanager
def open_register(workspace: Workspace, meeting: str, *, create: bool = True) -> Iterator["Register"]:
    """The register of a meeting, begun when there is none and `create` is not taken back; else Refused."""
    with opened(workspace.root, meeting, create=create) as connection:
        yield Register(connection)


def told(moment: datetime) -> str:
    """A moment as the register keeps it: UTC, whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Register:
    """An open register; see `open_register`."""

    connection: sqlite3.Connection

    def run(self, command: str, moment: datetime) -> int:
        """The number of a new run, for the copies that it makes."""
        with transaction(self.connection):
            return self._run(command, moment)

    def _run(self, command: str, moment: datetime) -> int:
        made = self.connection.execute("INSERT INTO run (command, began) VALUES (?, ?)", (command, told(moment)))
        return int(made.lastrowid or 0)

    def number(self, recipients: Iterable[Recipient]) -> dict[str, Numbers]:
        """The copy numbers of everyone who asks for numbered ones, by name.

        Each list counts for itself, in the order of its rows when first numbered. A number that was given
        stays with its recipient for ever, and so does the count that was printed with it: whoever comes later,
        or wants more, gets the next ones, and nobody else's copy changes.
        """
        wanted = [one for one in recipients if one.copies]
        given: dict[tuple[Roll, str], list[int]] = {}
        counts: dict[tuple[Roll, int], int] = {}
        last = dict.fromkeys(Roll, 0)
        with transaction(self.connection):
            for row in self.connection.execute("SELECT roll, number, who, of FROM number ORDER BY number"):
                roll, number = Roll(row["roll"]), row["number"]
                given.setdefault((roll, row["who"]), []).append(number)
                counts[roll, number], last[roll] = row["of"], number
            new: list[tuple[Roll, int, str]] = []
            for one in wanted:
                own = given.setdefault((one.roll, alike(one.name)), [])
                fresh = range(last[one.roll] + 1, last[one.roll] + 1 + one.copies - len(own))
                new += [(one.roll, number, alike(one.name)) for number in fresh]
                own += fresh
                last[one.roll] += len(fresh)
            counts |= {(roll, number): last[roll] for roll, number, _ in new}
            self.connection.executemany(
                "INSERT INTO number (roll, number, who, of) VALUES (?, ?, ?, ?)",
                [(roll.value, number, who, last[roll]) for roll, number, who in new],
            )
        numbers = {one.name: tuple(given[one.roll, alike(one.name)][: one.copies]) for one in wanted}
        return {one.name: Numbers(numbers[one.name], counts[one.roll, numbers[one.name][-1]]) for one in wanted}

    def record(self, run: int, recipient: str, copies: Iterable[Copy]) -> None:
        """Enter all the files that a recipient now has, after they lie in their places.

        The same files again change nothing. Other bytes at a place are a new issue, and what was there is
        replaced; so is what is no longer among them. What was withdrawn stays so.
        """
        who = alike(recipient)
        with transaction(self.connection):
            made = str(self.connection.execute("SELECT began FROM run WHERE id = ?", (run,)).fetchone()[0])
            rows = self.connection.execute(
                "SELECT id, place, sha256 FROM copy WHERE who = ? AND replaced = ''", (who,)
            ).fetchall()
            held = {row["place"]: row for row in rows}
            for copy in copies:
                known = held.pop(copy.place, None)
                if known is None or known["sha256"] != copy.sha256:
                    self._replace(known, made)
                    self._enter(who, copy, made, run)
            for row in held.values():
                self._replace(row, made)

    def _replace(self, row: sqlite3.Row | None, made: str) -> None:
        if row is not None:
            self.connection.execute("UPDATE copy SET replaced = ? WHERE id = ?", (made, row["id"]))

    def _enter(self, who: str, copy: Copy, made: str, run: int) -> None:
        counted = self.connection.execute("SELECT count(*) FROM copy WHERE who = ? AND place = ?", (who, copy.place))
        issue = counted.fetchone()[0] + 1
        said = (copy.recipient, copy.roll.value, str(copy.audience), copy.intervention, copy.kind, copy.language)
        file = (copy.format, copy.place, copy.sha256, copy.number, copy.of, copy.revision)
        self.connection.execute(INSERT, (who, *said, *file, issue, made, run))

    def entries(self, recipient: str = "") -> tuple[Entry, ...]:
        """Every copy there ever was, of everyone or of one: by list, recipient, place and issue."""
        where, values = (" WHERE who = ?", (alike(recipient),)) if recipient else ("", ())
        return tuple(_entry(row) for row in self.connection.execute(ENTRIES + where + IN_ORDER, values))

    def current(self, recipient: str = "") -> tuple[Entry, ...]:
        """The copies that everyone, or one recipient, should have now."""
        return tuple(entry for entry in self.entries(recipient) if entry.is_current)

    def holders(self) -> tuple[Holding, ...]:
        """Who was sent a copy that was replaced or withdrawn since, and has not been sent what takes its place."""
        entries = self.entries()
        now = {(alike(one.copy.recipient), one.copy.place): one for one in entries if one.is_current}
        latest = {
            (alike(one.copy.recipient), one.copy.place): one for one in entries if one.sent and not one.is_current
        }
        pairs = ((earlier, now.get(key)) for key, earlier in latest.items())
        return tuple(Holding(earlier, later) for earlier, later in pairs if later is None or not later.sent)

    def withdraw(self, entries: Iterable[Entry], moment: datetime, reason: str) -> int:
        """Call copies back: they are never sent again. How many that newly are."""
        with transaction(self.connection):
            done = [
                self.connection.execute(
                    "UPDATE copy SET withdrawn = ?, reason = ? WHERE id = ? AND withdrawn = ''",
                    (told(moment), reason, entry.id),
                ).rowcount
                for entry in entries
            ]
        return sum(done)

    def faults(self) -> tuple[str, ...]:
        """What SQLite finds wrong with the file itself."""
        checks = ("PRAGMA integrity_check", "PRAGMA foreign_key_check")
        rows = (row for check in checks for row in self.connection.execute(check))
        return tuple(str(tuple(row)) for row in rows if tuple(row) != ("ok",))


def _entry(row: sqlite3.Row) -> Entry:
    copy = Copy(
        recipient=row["recipient"],
        roll=Roll(row["roll"]),
        audience=AUDIENCES[row["audience"]],
        intervention=row["intervention"],
        kind=row["kind"],
        language=row["language"],
        format=row["format"],
        place=row["place"],
        sha256=row["sha256"],
        number=row["number"],
        of=row["of"],
        revision=row["revision"],
    )
    keys = ("id", "issue", "made", "run", "sent", "replaced", "withdrawn", "reason")
    return Entry(copy=copy, unclear=bool(row["unclear"]), **{key: row[key] for key in keys})
