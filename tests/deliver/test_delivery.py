import json
import os
import resource
import stat
import sys
from dataclasses import replace
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import pytest

from communique.deliver.delivery import BESIDE, NOTE, deliver, settle
from communique.deliver.pack import Pack, Paper, Provenance
from communique.diagnostics.refused import Refused
from communique.model.artefact import Artefact
from communique.model.audience import Audience
from communique.model.kind import Format

FOLDER = "ccm-3msp/universalization"
MADE_WITH = Provenance((("communique", "0.1.0"), ("Pango", "1.50")), (("Carlito-Regular.ttf", "ab" * 32),))


def paper(kind="statement", format=Format.PDF, audience=Audience.PUBLIC, data=b"words"):
    artefact = Artefact(kind, "en", format, audience, 2, 501, data)
    return Paper(artefact, f"{FOLDER}/{audience}/{kind}.en.{format}", "e" * 64, MADE_WITH)


def pack(*papers, expected=None):
    return Pack(FOLDER, papers, tuple(paper.place for paper in papers) if expected is None else expected)


FULL = pack(
    paper(),
    paper(format=Format.DOCX, data=b"words in Word"),
    paper("points", audience=Audience.DELEGATION, data=b"points"),
    paper("podium", audience=Audience.SPEAKER, data=b"large words"),
)


@pytest.fixture
def build(tmp_path):
    return tmp_path / "build"


@pytest.fixture
def store(tmp_path):
    return tmp_path / ".communique"


def tree(build):
    return {
        path.relative_to(build).as_posix(): path.read_bytes()
        for path in sorted(build.rglob("*"))
        if path.is_file() and path.name not in {"manifest.json", ".gitignore"}
    }


def papers_of(pack):
    return {paper.place: paper.artefact.data for paper in pack.papers}


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_every_paper_lies_in_the_folder_of_its_audience(build, store):
    assert deliver(FULL, build, store) == ()
    assert tree(build) == papers_of(FULL)
    assert not (build / BESIDE).exists()


def test_only_the_public_folder_is_for_others(build, store):
    deliver(FULL, build, store)
    assert mode(build / FOLDER / "public") == 0o755
    assert mode(build / FOLDER / "public/statement.en.pdf") == 0o644
    assert mode(build / FOLDER / "delegation") == mode(build / FOLDER / "speaker") == 0o700
    assert mode(build / FOLDER / "speaker/podium.en.pdf") == 0o600
    assert mode(store) == 0o700


def test_an_internal_folder_that_others_could_read_is_closed(build, store):
    (build / FOLDER / "speaker").mkdir(parents=True)
    (build / FOLDER / "speaker").chmod(0o777)
    deliver(FULL, build, store)
    assert mode(build / FOLDER / "speaker") == 0o700


def test_git_is_told_to_leave_build_alone(build, store):
    deliver(FULL, build, store)
    assert (build / ".gitignore").read_text() == "*\n"
    assert (store / ".gitignore").read_text() == "*\n"


def test_a_manifest_tells_of_its_own_folder_alone(build, store):
    deliver(FULL, build, store)
    told = json.loads((build / FOLDER / "public/manifest.json").read_text())
    assert [file["name"] for file in told["files"]] == ["statement.en.docx", "statement.en.pdf"]
    assert told["files"][1] == {
        "name": "statement.en.pdf",
        "sha256": sha256(b"words").hexdigest(),
        "bytes": 5,
        "pages": 2,
        "words": 501,
        "edition": "e" * 64,
        "versions": {"communique": "0.1.0", "Pango": "1.50"},
        "fonts": {"Carlito-Regular.ttf": "ab" * 32},
    }
    assert "podium" not in (build / FOLDER / "public/manifest.json").read_text()


def test_manifests_are_the_same_bytes_whatever_was_there_before(build, store, tmp_path):
    deliver(FULL, build, store)
    deliver(replace(FULL, papers=FULL.papers[:1]), tmp_path / "other", store)
    deliver(FULL, tmp_path / "other", store)
    for audience in Audience:
        name = f"{FOLDER}/{audience}/manifest.json"
        assert (build / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


def test_a_part_of_the_pack_leaves_the_rest_in_the_manifest(build, store):
    deliver(FULL, build, store)
    part = Pack(FOLDER, (paper(data=b"new words"),), FULL.expected)
    deliver(part, build, store)
    told = json.loads((build / FOLDER / "public/manifest.json").read_text())
    assert [file["sha256"] for file in told["files"]] == [
        sha256(b"words in Word").hexdigest(),
        sha256(b"new words").hexdigest(),
    ]


def test_what_is_the_same_is_not_touched(build, store):
    deliver(FULL, build, store)
    before = {path: path.stat().st_ino for path in build.rglob("*") if path.is_file()}
    deliver(FULL, build, store)
    assert {path: path.stat().st_ino for path in build.rglob("*") if path.is_file()} == before


def test_papers_without_a_place_are_cleared_away(build, store):
    deliver(FULL, build, store)
    deliver(pack(paper()), build, store)
    assert tree(build) == {f"{FOLDER}/public/statement.en.pdf": b"words"}
    assert not (build / FOLDER / "speaker").exists()


def test_an_intervention_that_is_gone_leaves_no_folder(build, store):
    deliver(FULL, build, store)
    deliver(Pack(FOLDER), build, store)
    assert [path.name for path in build.iterdir()] == [".gitignore"]


def test_files_that_are_not_ours_stay(build, store):
    deliver(FULL, build, store)
    (build / FOLDER / "speaker/my notes.txt").write_text("mine")
    deliver(Pack(FOLDER), build, store)
    assert tree(build) == {f"{FOLDER}/speaker/my notes.txt": b"mine"}


def test_somebodys_edits_are_never_cleared_away(build, store):
    deliver(FULL, build, store)
    (build / FOLDER / "delegation/points.en.pdf").write_bytes(b"edited")
    (finding,) = deliver(pack(paper()), build, store)
    assert finding.code.name == "altered-leftover"
    assert (build / FOLDER / "delegation/points.en.pdf").read_bytes() == b"edited"


def test_a_broken_manifest_is_written_anew(build, store):
    deliver(FULL, build, store)
    (build / FOLDER / "public/manifest.json").write_text("{")
    deliver(FULL, build, store)
    assert json.loads((build / FOLDER / "public/manifest.json").read_text())["files"]


def refusal(*arguments):
    with pytest.raises(Refused) as caught:
        deliver(*arguments)
    return caught.value.diagnostics[0]


def test_a_link_inside_build_is_refused(build, store, tmp_path):
    (tmp_path / "shared").mkdir()
    (build / "ccm-3msp").mkdir(parents=True)
    (build / FOLDER).symlink_to(tmp_path / "shared")
    assert refusal(FULL, build, store).code.name == "linked-folder"
    assert not list((tmp_path / "shared").iterdir())


def test_a_linked_paper_is_replaced_not_followed(build, store, tmp_path):
    (tmp_path / "precious").write_text("precious")
    (build / FOLDER / "public").mkdir(parents=True)
    (build / FOLDER / "public/statement.en.pdf").symlink_to(tmp_path / "precious")
    deliver(FULL, build, store)
    assert (tmp_path / "precious").read_text() == "precious"
    assert tree(build) == papers_of(FULL)


@pytest.mark.parametrize("obstacle", ["build", "build/ccm-3msp", f"build/{FOLDER}/speaker"])
def test_a_file_where_a_folder_should_be_is_named_and_nothing_is_moved(tmp_path, build, store, obstacle):
    (tmp_path / obstacle).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / obstacle).write_text("in the way")
    finding = refusal(FULL, build, store)
    assert finding.code.name == "unwritable-place"
    assert obstacle in finding.message
    assert not list(tmp_path.rglob("*.pdf"))


def test_a_folder_where_a_paper_should_be_is_named_before_anything_moves(build, store):
    deliver(FULL, build, store)
    newer = replace(FULL, papers=tuple(replace(p, artefact=replace(p.artefact, data=b"2")) for p in FULL.papers))
    (build / FOLDER / "speaker/podium.en.pdf").unlink()
    (build / FOLDER / "speaker/podium.en.pdf").mkdir()
    assert refusal(newer, build, store).code.name == "unwritable-place"
    assert (build / FOLDER / "public/statement.en.pdf").read_bytes() == b"words"
    assert not (build / BESIDE).exists()


def test_without_room_the_last_good_papers_stay(build, store):
    deliver(FULL, build, store)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))  # stands for a full disk: the write itself fails
    try:
        finding = refusal(pack(paper(data=b"2"), paper("long", data=b"x" * 65)), build, store)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert finding.code.name == "full-disk"
    assert tree(build) == papers_of(FULL)
    assert not (build / BESIDE).exists()


def _as_nobody(folder):
    """Root may write anywhere, so root becomes somebody else first: one who may not even come from above."""
    os.chdir(folder)
    if os.geteuid() == 0:
        os.setuid(65534)
    try:
        deliver(pack(paper(data=b"2")), Path("build"), Path(".communique"))
    except Refused as refused:
        sys.exit(0 if "build: permission denied" in str(refused) else 3)
    sys.exit(4)


def test_a_read_only_build_is_named_and_left_as_it_is(tmp_path, build, store):
    deliver(FULL, build, store)
    os.chown(store, 65534, -1) if os.geteuid() == 0 else None
    (store / "turn").unlink()
    build.chmod(0o555)
    tmp_path.chmod(0o755)
    other = get_context("fork").Process(target=_as_nobody, args=(tmp_path,))
    other.start()
    other.join()
    build.chmod(0o755)
    assert other.exitcode == 0
    assert tree(build) == papers_of(FULL)


def half_delivered(build, store, moved):
    """What a kill leaves after the note was written and `moved` of the files were in place."""
    deliver(FULL, build, store)
    pieces = {}
    for number, one in enumerate(FULL.papers):
        place = build / one.place
        pieces[str(number)] = (place.read_bytes(), one.place)
        place.write_bytes(b"old") if number >= moved else None
    (build / BESIDE).mkdir()
    for name, (data, _) in pieces.items():
        if int(name) >= moved:
            (build / BESIDE / name).write_bytes(data)
    note = {"moves": [[name, place] for name, (_, place) in pieces.items()], "removals": []}
    (build / BESIDE / NOTE).write_text(json.dumps(note))


@pytest.mark.parametrize("moved", range(5))
def test_a_delivery_killed_in_its_middle_is_finished_later(build, store, moved):
    half_delivered(build, store, moved)
    settle(build, store)
    assert tree(build) == papers_of(FULL)
    assert not (build / BESIDE).exists()


def test_a_delivery_killed_before_its_note_leaves_nothing(build, store):
    deliver(FULL, build, store)
    (build / BESIDE).mkdir()
    (build / BESIDE / "0").write_bytes(b"half a pap")
    settle(build, store)
    assert tree(build) == papers_of(FULL)
    assert not (build / BESIDE).exists()


def _deliver_often(build, store, word):
    for number in range(12):
        data = f"{word} {number}".encode()
        deliver(pack(paper(data=data), paper(format=Format.DOCX, data=data)), build, store)


def test_two_deliveries_at_once_never_mix(build, store):
    others = [get_context("fork").Process(target=_deliver_often, args=(build, store, word)) for word in "ab"]
    for other in others:
        other.start()
    for other in others:
        other.join()
    assert [other.exitcode for other in others] == [0, 0]
    assert len(set(tree(build).values())) == 1
    told = json.loads((build / FOLDER / "public/manifest.json").read_text())
    assert {file["sha256"] for file in told["files"]} == {sha256(next(iter(tree(build).values()))).hexdigest()}
