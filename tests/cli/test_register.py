"""`communique register` as one types it: it shows, proves, calls back and writes out who has what."""

import stat
from zipfile import ZipFile

import pytest

from desk import typed
from mailing_desk import delegations, distributed, meeting_desk

PLACE = "build/m/distribution/public/Delegation 001"


@pytest.fixture
def desk(tmp_path):
    meeting_desk(tmp_path, delegations(2))
    distributed(tmp_path, list(delegations(2)))
    return tmp_path


def pack(root, name, *more):
    """A ZIP of a recipient's folder, as `distribute` leaves one beside it."""
    folder = root / "build/m/distribution/public" / name
    with ZipFile(folder.with_name(f"{name}.zip"), "w") as package:
        for path in [*sorted(folder.iterdir()), *more]:
            package.write(path, path.relative_to(folder.parent))


def test_a_list_shows_who_has_what(desk):
    told = typed(desk, "register", "list", "m")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.splitlines()[1].split() == (
        ["Delegation", "001", "speech/statement.en.docx", "1", "2026-11-24T19:00:00Z", "made"]
    )
    for other in ("x", "../register/m", ".", "m/../m"):
        assert "CQ723" in typed(desk, "register", "list", other).stderr


def test_all_is_well_when_every_copy_is_where_it_should_be(desk):
    pack(desk, "Delegation 001")
    told = typed(desk, "register", "check", "m")
    assert (told.returncode, told.stdout) == (0, "4 copies, and each is where the register says.\n")


def test_a_copy_that_was_changed_is_gone_or_is_nobodys_is_found(desk):
    (desk / PLACE / "statement.en.pdf").write_bytes(b"other words")
    (desk / PLACE / "statement.en.docx").unlink()
    (desk / PLACE / "talking-points.en.pdf").write_bytes(b"not for you")
    (desk / "build/m/distribution/public/Delegation 007").mkdir()
    told = typed(desk, "register", "check", "m")
    assert told.returncode == 1
    assert f"error CQ725: {PLACE}/statement.en.pdf" in told.stderr
    assert f"warning CQ724: {PLACE}/statement.en.docx" in told.stderr
    assert f"error CQ726: {PLACE}/talking-points.en.pdf" in told.stderr
    assert "error CQ726: build/m/distribution/public/Delegation 007 belongs to no recipient" in told.stderr


def test_a_zip_holds_the_copies_of_its_recipient_and_no_others(desk):
    pack(desk, "Delegation 001", desk / "build/m/distribution/public/Delegation 002/statement.en.pdf")
    (desk / "build/m/distribution/public/Delegation 002.zip").write_bytes(b"PK damaged")
    told = typed(desk, "register", "check", "m")
    assert told.returncode == 1
    assert "error CQ726: build/m/distribution/public/Delegation 001.zip: Delegation 002/statement.en.pdf" in told.stderr
    assert "error CQ725: build/m/distribution/public/Delegation 002.zip is damaged" in told.stderr


def test_after_clean_the_register_stands_and_the_copies_are_missed(desk):
    assert typed(desk, "clean").returncode == 0
    told = typed(desk, "register", "check", "m")
    assert (told.returncode, told.stderr.count("warning CQ724")) == (0, 4)


def test_what_is_withdrawn_is_told_and_not_current_any_more(desk):
    told = typed(desk, "register", "withdraw", "m", "delegation 001", "--reason", "wrong text")
    assert (told.returncode, told.stdout) == (0, "2 copies are withdrawn and will not be sent.\n")
    assert "Delegation 001" not in typed(desk, "register", "list", "m").stdout
    assert typed(desk, "register", "list", "m", "--all").stdout.count("withdrawn") == 2
    assert typed(desk, "register", "check", "m").stderr.count("CQ726") == 2  # the files still lie in the folder


@pytest.mark.parametrize(
    ("arguments", "code", "advice"),
    [
        (["Delegation 01"], 1, 'did you mean "Delegation 001"?'),
        (["--everyone", "--kind", "statment"], 1, 'did you mean "statement"?'),
        ([], 2, "name the recipients, or say --everyone"),
        (["Delegation 001", "--everyone"], 2, "name the recipients, or say --everyone"),
    ],
)
def test_a_slip_withdraws_nothing(desk, arguments, code, advice):
    told = typed(desk, "register", "withdraw", "m", *arguments, "--reason", "x")
    assert told.returncode == code
    assert advice in told.stderr
    assert "withdrawn" not in typed(desk, "register", "list", "m", "--all").stdout


def test_tables_are_the_same_bytes_twice_and_their_owners_alone(desk):
    told = typed(desk, "register", "export", "m", "--format", "csv", "--format", "xlsx")
    assert told.returncode == 0
    files = [desk / line for line in told.stdout.splitlines()]
    first = [file.read_bytes() for file in files]
    assert [file.name for file in files] == ["register.csv", "register.xlsx"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(files[0].parent.stat().st_mode) == 0o700
    assert typed(desk, "register", "export", "m", "--format", "csv", "--format", "xlsx").returncode == 0
    assert [file.read_bytes() for file in files] == first
    assert typed(desk, "register", "check", "m").returncode == 0  # its own folder is no recipient's


def test_a_broken_register_is_told(desk):
    (desk / "register/m.sqlite").write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    for command in ("list", "check"):
        told = typed(desk, "register", command, "m")
        assert told.returncode == 1
        assert "CQ720" in told.stderr and "Traceback" not in told.stderr
