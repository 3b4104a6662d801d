"""`communique distribute` from the lists to the parcels: everyone gets their own, once, and no more than they may."""

import os
import signal
import subprocess
from hashlib import sha256
from random import Random
from shutil import copytree
from zipfile import ZipFile

import pytest

from communique.deliver.register import open_register
from communique.guard.folding import words_of
from communique.guard.inspection import inspect
from communique.guard.read_back import read_back
from communique.model.kind import Format
from communique.model.settings import Settings
from communique.model.workspace import Workspace
from desk import ROOT, communique, papers, started

MEETING = "ccm-3msp"
HEADER = "name,language,formats,kinds,copies,email,note\n"
OURS = "name,audience,language,formats,kinds,copies,email,note\n"
CANARY = "The canary of the delegation sings in Svalbard"
NAMES = ("Delegation 001", "Côte d'Ivoire", "Türkiye", "الأردن", "CON", "../x", "=cmd|' /C calc'!A0")
AT = {"SOURCE_DATE_EPOCH": "1347321600"}


def workspace(folder, rows, own="", settings=""):
    copytree(ROOT / "content", folder / "content")
    brief = folder / "content" / MEETING / "universalization" / "brief.md"
    brief.write_text(f"{brief.read_text(encoding='utf-8')}\n::: background\n{CANARY}.\n:::\n", encoding="utf-8")
    (folder / "content" / MEETING / "recipients.csv").write_text(HEADER + rows, encoding="utf-8")
    if own:
        (folder / "content" / MEETING / "delegation.csv").write_text(OURS + own, encoding="utf-8")
    (folder / "communique.toml").write_text(settings, encoding="utf-8")
    return folder


def parcels(folder):
    """The ZIPs by their place, each as its files by name."""
    home = folder / "build" / MEETING / "distribution"
    found = {}
    for path in sorted(home.rglob("*.zip")):
        with ZipFile(path) as opened:
            assert opened.testzip() is None
            found[path.relative_to(home).with_suffix("").as_posix()] = {n: opened.read(n) for n in opened.namelist()}
    return found


def entries(folder):
    place = Workspace(folder, Settings(), None, ())
    with open_register(place, MEETING, create=False) as register:
        return register.entries()


ROWS = "".join(f'"{name}",,pdf,,1,,\n' for name in NAMES) + "Delegation 009,,docx,statement,,,\n"
OWN = "Mission Geneva,delegation,,pdf,briefing-pack talking-points,2,,\n"
PRINTED = "[printed_copies]\ninterpreters = 10\n"


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    folder = workspace(tmp_path_factory.mktemp("sent"), ROWS, OWN, PRINTED)
    done = communique(folder, "distribute", MEETING, **AT)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_recipient_has_a_pack_that_names_it_and_nobody_else(sent):
    for entry in entries(sent):
        copy = entry.copy
        data = (sent / "build" / copy.place).read_bytes()
        words = " ".join(piece.text for piece in read_back("", data, Format(copy.format)).visible)
        if copy.kind in {"handout-pack", "covering-note"} and copy.recipient != "الأردن":
            assert set(words_of(copy.recipient)) <= set(words_of(words))
        if copy.kind in {"handout-pack", "briefing-pack"}:
            assert f"Copy {copy.number} of {copy.of}" in words
        others = {other.copy.recipient for other in entries(sent)} - {copy.recipient}
        assert not [other for other in others if len(other) > 4 and other in words]


def test_the_zip_holds_the_folder_and_can_be_checked(sent):
    for place, files in parcels(sent).items():
        folder = sent / "build" / MEETING / "distribution" / place
        assert files == {path.name: path.read_bytes() for path in folder.iterdir()}
        checked = subprocess.run(
            ["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=folder, capture_output=True, check=False
        )
        assert checked.returncode == 0 and len(checked.stdout.splitlines()) == len(files) - 1
        assert b"\n    " in files["README.txt"] and all("/" not in name and name != ".." for name in files)


def test_the_register_and_the_files_agree(sent):
    told = {entry.copy.place: entry.copy.sha256 for entry in entries(sent)}
    there = {
        f"{MEETING}/distribution/{place}/{name}": sha256(data).hexdigest()
        for place, files in parcels(sent).items()
        for name, data in files.items()
        if name.endswith((".pdf", ".docx")) and not place.endswith(("/portal", "/conference-officers"))
    }
    assert told == there and len(told) > 2 * len(NAMES)


def test_nothing_of_the_delegations_is_in_a_public_parcel(sent):
    kept = parcels(sent)
    for place, files in kept.items():
        for name, data in files.items():
            form = name.rpartition(".")[2]
            if form in {"pdf", "docx"}:
                reading = read_back("", data, Format(form))
                words = " ".join(text.text for text in (*reading.visible, *reading.hidden))
                assert ("sings in Svalbard" in words) is ("briefing-pack" in name)
        assert place.startswith(("public/", "delegation/")) and ("delegation/" in place) is ("Mission" in place)
    mode = (sent / "build" / MEETING / "distribution" / "delegation").stat().st_mode
    assert mode & 0o077 == 0


def test_other_kinds_are_those_of_the_build_byte_for_byte(sent):
    built = papers(sent)
    statement = parcels(sent)["public/Delegation 009"]["universalization-statement.en.docx"]
    assert statement == built[f"{MEETING}/universalization/public/statement.en.docx"]


def test_the_portal_and_the_officers_have_their_sets(sent):
    kept = parcels(sent)
    assert set(kept["public/portal"]) == {
        "README.txt",
        "SHA256SUMS",
        "universalization-statement.en.docx",
        "universalization-statement.en.pdf",
    }
    note = kept["public/conference-officers"]["covering-note.en.pdf"]
    words = " ".join(piece.text for piece in read_back("", note, Format.PDF).visible)
    assert "interpreters, 10" in words and "Conference officers" in words


def test_nothing_in_a_parcel_tells_of_this_machine(sent):
    for path in (sent / "build" / MEETING / "distribution" / "public").glob("Delegation*.zip"):
        told = [f"{one.what} {one.text}" for one in inspect(path.name, path.read_bytes())]
        assert not [one for one in told if str(sent) in one or "comment" in one]
        with ZipFile(path) as opened:
            assert {info.date_time for info in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_second_run_makes_nothing_and_enters_nothing(sent):
    before, known = papers(sent), entries(sent)
    again = communique(sent, "distribute", MEETING, **AT)
    assert "0 of them made now" in again.stdout and papers(sent) == before and entries(sent) == known


def test_two_desks_make_the_same_bytes(sent, tmp_path):
    folder = workspace(tmp_path, ROWS, OWN, PRINTED)
    assert communique(folder, "distribute", MEETING, "--jobs", "1", **AT).returncode == 0
    kept = [{place: data for place, data in papers(one).items() if "/distribution/" in place} for one in (sent, folder)]
    assert kept[0] == kept[1]


def test_one_bad_row_stops_all_or_is_left_out(tmp_path):
    folder = workspace(tmp_path, "Delegation 001,,pdf,,1,,\nDelegation 002,fr,pdf,,1,,\n")
    done = communique(folder, "distribute", MEETING)
    assert done.returncode == 1 and f"content/{MEETING}/recipients.csv:3:" in done.stderr
    assert not (folder / "build" / MEETING / "distribution").exists()
    done = communique(folder, "distribute", MEETING, "--keep-going")
    assert done.returncode == 1 and set(parcels(folder)) == {
        "public/Delegation 001", "public/portal", "public/conference-officers",
    }  # fmt: skip


def test_the_list_of_everyone_else_can_ask_for_nothing_internal(tmp_path):
    folder = workspace(tmp_path, "Delegation 001,,,talking-points,,,\n")
    done = communique(folder, "distribute", MEETING)
    assert done.returncode == 1 and f"content/{MEETING}/recipients.csv:2:" in done.stderr
    assert not (folder / "build" / MEETING / "distribution").exists()


def test_a_draft_goes_to_nobody(tmp_path):
    folder = workspace(tmp_path, "Delegation 001,,pdf,,,,\n")
    speech = folder / "content" / MEETING / "universalization" / "speech.md"
    speech.write_text(speech.read_text(encoding="utf-8").replace("status: final", "status: draft"), encoding="utf-8")
    done = communique(folder, "distribute", MEETING)
    assert done.returncode == 1 and "CQ752" in done.stderr and "CQ744" in done.stderr


def killed(folder, seed):
    """Start, and end without a word at a moment drawn by the seed."""
    process = started(folder, "distribute", MEETING)
    try:
        process.wait(Random(seed).uniform(0.5, 6))
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def heals(folder, seeds):
    rows = "".join(f"Delegation {n:03},,pdf,,1,,\n" for n in range(1, 4))
    workspace(folder, rows)
    numbers = {}
    for seed in seeds:
        killed(folder, seed)
        if (folder / "register").is_dir():
            for entry in entries(folder):
                number = numbers.setdefault(entry.copy.place, entry.copy.number)
                assert number == entry.copy.number
    done = communique(folder, "distribute", MEETING)
    assert done.returncode == 0, done.stderr
    current = [entry for entry in entries(folder) if entry.is_current]
    assert len(current) == 6 == len({entry.copy.place for entry in entries(folder)}) == len(entries(folder))
    for entry in current:
        assert sha256((folder / "build" / entry.copy.place).read_bytes()).hexdigest() == entry.copy.sha256
    assert len(parcels(folder)) == 5 and not list((folder / "build").rglob(".*.new"))


def test_killed_at_any_moment_it_is_taken_up_again(tmp_path):
    heals(tmp_path, range(2))


@pytest.mark.soak
def test_killed_many_times_it_is_taken_up_again(tmp_path):
    heals(tmp_path, range(50))
