"""What the register keeps: numbers that never change hands, each copy once, and who holds what."""

import shutil
import sqlite3
import stat
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.deliver.register import open_register
from communique.diagnostics.refused import Refused
from communique.model.audience import Audience
from communique.model.copies import Copy
from communique.model.kind import Format
from communique.model.recipient import Recipient, Roll
from communique.model.settings import Settings
from communique.model.workspace import Workspace

MOMENT = datetime(2026, 11, 24, 19, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 8, tzinfo=UTC)


def workspace(root: Path) -> Workspace:
    return Workspace(root, Settings(), date(2026, 11, 24), ())


def recipient(number: int, copies: int = 1, roll: Roll = Roll.RECIPIENTS, name: str = "") -> Recipient:
    name = name or f"Delegation {number:03}"
    return Recipient(name, roll, Audience.PUBLIC, "en", tuple(Format), ("handout-pack",), copies, place=name)


def paper(name: str, sha256: str = "a" * 64, kind: str = "handout-pack") -> Copy:
    place = f"m/distribution/public/{name}/{kind}.en.pdf"
    return Copy(name, Roll.RECIPIENTS, Audience.PUBLIC, "speech", kind, "en", "pdf", place, sha256)


@pytest.fixture
def register(tmp_path):
    with open_register(workspace(tmp_path), "m") as register:
        yield register


def send(register, *copies):
    """Enter a mail that was sent with these copies."""
    number = register.connection.execute("SELECT count(*) FROM mail").fetchone()[0] + 1
    row = (number, f"<{number}@x>", copies[0].copy.recipient, copies[0].copy.recipient, "a@b", "sent", "2026", 1)
    register.connection.execute(
        "INSERT INTO mail (id, message_id, who, recipient, address, state, at, run) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        row,
    )
    for copy in copies:
        register.connection.execute("INSERT INTO enclosed VALUES (?, ?)", (number, copy.id))


def test_copies_are_numbered_through_the_whole_list(register):
    numbers = register.number([recipient(1), recipient(2, 3), recipient(3, 0), recipient(4)])
    assert {name: (one.numbers, one.of) for name, one in numbers.items()} == {
        "Delegation 001": ((1,), 5),
        "Delegation 002": ((2, 3, 4), 5),
        "Delegation 004": ((5,), 5),
    }


def test_whoever_comes_later_changes_nobodys_copy(register):
    """Else one more recipient would be a new file, and another mail, for everyone."""
    first = register.number([recipient(1), recipient(2, 2)])
    later = register.number([recipient(3), recipient(1), recipient(2, 2)])
    assert {name: later[name] for name in first} == first
    assert (later["Delegation 003"].numbers, later["Delegation 003"].of) == ((4,), 4)


def test_each_list_counts_for_itself(register):
    """A public "Copy 1 of 2" tells nothing of how many copies the delegation has."""
    ours = recipient(9, 7, Roll.DELEGATION, "Mission 1")
    numbers = register.number([recipient(1, 2), ours])
    assert (numbers["Delegation 001"].of, numbers["Mission 1"].of) == (2, 7)


lists = st.lists(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 3)), unique_by=lambda row: row[0]), max_size=6)


@settings(max_examples=25)  # each run opens a database and waits for the disk
@given(lists)
def test_a_number_never_changes_hands(tmp_path_factory, runs):
    holder: dict[int, str] = {}
    root = tmp_path_factory.mktemp("register")
    for rows in runs:
        with open_register(workspace(root), "m") as register:
            numbers = register.number([recipient(*row) for row in rows])
        for name, one in numbers.items():
            assert len(one.numbers) == {f"Delegation {n:03}": c for n, c in rows}[name]
            for number in one.numbers:
                assert holder.setdefault(number, name) == name
                assert number <= one.of
    assert sorted(holder) == list(range(1, len(holder) + 1))


def test_entering_the_same_files_again_changes_nothing(register):
    run = register.run("distribute", MOMENT)
    register.record(run, "Delegation 001", [paper("Delegation 001")])
    before = register.entries()
    register.record(register.run("distribute", LATER), "Delegation 001", [paper("Delegation 001")])
    assert register.entries() == before
    assert [(one.made, one.run, one.issue) for one in before] == [("2026-11-24T19:00:00Z", 1, 1)]


def test_other_bytes_are_a_new_issue_and_the_earlier_one_is_kept(register):
    first = register.run("distribute", MOMENT)
    register.record(first, "Delegation 001", [paper("Delegation 001")])
    second = register.run("distribute", LATER)
    register.record(second, "Delegation 001", [paper("Delegation 001", "b" * 64)])
    old, new = register.entries()
    assert (old.copy.sha256, old.replaced, old.is_current) == ("a" * 64, "2026-11-25T08:00:00Z", False)
    assert (new.copy.sha256, new.issue, new.run, new.is_current) == ("b" * 64, 2, second, True)
    register.record(register.run("distribute", LATER), "Delegation 001", [paper("Delegation 001")])
    assert [one.issue for one in register.current()] == [3]  # back to the first words: a new issue again


def test_what_is_no_longer_asked_for_is_replaced(register):
    run = register.run("distribute", MOMENT)
    both = [paper("Delegation 001"), paper("Delegation 001", kind="covering-note")]
    register.record(run, "Delegation 001", both)
    register.record(run, "Delegation 001", both[:1])
    assert [one.copy.kind for one in register.current()] == ["handout-pack"]
    assert len(register.entries()) == 2


def test_a_new_revision_tells_who_holds_the_earlier_one(register):
    run = register.run("distribute", MOMENT)
    for number in (1, 2):
        register.record(run, f"Delegation {number:03}", [paper(f"Delegation {number:03}")])
    assert register.holders() == ()
    send(register, *register.current("Delegation 001"))
    for number in (1, 2):
        register.record(run, f"Delegation {number:03}", [paper(f"Delegation {number:03}", "b" * 64)])
    (holding,) = register.holders()
    assert (holding.earlier.copy.recipient, holding.earlier.copy.sha256[0]) == ("Delegation 001", "a")
    assert holding.now and holding.now.copy.sha256[0] == "b"
    send(register, *register.current("Delegation 001"))
    assert register.holders() == ()


def test_what_was_withdrawn_stays_so_until_other_bytes_are_made(register):
    run = register.run("distribute", MOMENT)
    register.record(run, "Delegation 001", [paper("Delegation 001")])
    assert register.withdraw(register.current(), LATER, "wrong text") == 1
    assert register.withdraw(register.entries(), LATER, "again") == 0
    register.record(run, "Delegation 001", [paper("Delegation 001")])
    assert register.current() == ()
    (entry,) = register.entries()
    assert (entry.withdrawn, entry.reason) == ("2026-11-25T08:00:00Z", "wrong text")
    register.record(run, "Delegation 001", [paper("Delegation 001", "b" * 64)])
    assert [one.copy.sha256[0] for one in register.current()] == ["b"]


def test_a_name_typed_otherwise_is_the_same_recipient(register):
    assert register.number([recipient(1, name="Türkiye")])["Türkiye"].numbers == (1,)
    assert register.number([recipient(1, name="TÜRKIYE")])["TÜRKIYE"].numbers == (1,)


def test_it_is_its_owners_alone_and_git_leaves_it_alone(tmp_path):
    with open_register(workspace(tmp_path), "m"):
        files = list((tmp_path / "register").glob("m.sqlite*"))
        assert len(files) == 3  # with its log
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "register").stat().st_mode) == 0o700
    assert (tmp_path / "register/.gitignore").read_text() == "*\n"


def test_a_copy_of_the_file_is_a_backup(tmp_path):
    with open_register(workspace(tmp_path), "m") as register:
        register.record(register.run("distribute", MOMENT), "Delegation 001", [paper("Delegation 001")])
    (tmp_path / "other/register").mkdir(parents=True)
    shutil.copy(tmp_path / "register/m.sqlite", tmp_path / "other/register/m.sqlite")
    with open_register(workspace(tmp_path / "other"), "m", create=False) as register:
        assert len(register.current()) == 1


def refusal(root, **how):
    with pytest.raises(Refused) as refused, open_register(workspace(root), "m", **how):
        pass
    return refused.value.diagnostics[0].code.number


def test_whatever_is_wrong_with_the_file_is_told(tmp_path):
    assert refusal(tmp_path, create=False) == "CQ723"
    (tmp_path / "register").mkdir()
    file = tmp_path / "register/m.sqlite"
    file.write_bytes(b"no database at all" * 100)
    assert refusal(tmp_path) == "CQ720"
    file.unlink()
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE x (y)")
    other.close()
    assert refusal(tmp_path) == "CQ720"
    file.unlink()
    with open_register(workspace(tmp_path), "m") as register:
        register.connection.execute("PRAGMA user_version = 2")
    assert refusal(tmp_path) == "CQ721"


def test_a_register_that_leads_elsewhere_is_refused(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "register").symlink_to(tmp_path / "elsewhere")
    assert refusal(tmp_path) == "CQ706"
