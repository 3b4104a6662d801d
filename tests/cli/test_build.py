"""The example, built as a stranger would: one real build of the eight files serves most of these tests."""

import json
import os
import pty
import shutil
import stat
import subprocess
import sys

import pytest

from desk import PROGRAM, communique, desk, environment, papers, typed

pytestmark = pytest.mark.xdist_group("example")

FOLDER = "ccm-3msp/universalization"
EIGHT = {
    f"{FOLDER}/{audience}/{kind}.en.{form}"
    for audience, kind in (
        ("public", "statement"),
        ("delegation", "talking-points"),
        ("delegation", "briefing-pack"),
        ("speaker", "podium"),
    )
    for form in ("pdf", "docx")
}
MANIFESTS = {f"{FOLDER}/{audience}/manifest.json" for audience in ("public", "delegation", "speaker")}


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A new workspace after its first build, and what the build said. Not to be changed."""
    folder = tmp_path_factory.mktemp("desk") / "my speeches"
    assert communique(folder.parent, "new", folder.name).returncode == 0
    return folder, communique(folder, "build", TZ="Asia/Tokyo", PYTHONHASHSEED="1")


@pytest.fixture
def built(first, tmp_path):
    """A copy of that workspace, to be changed."""
    return shutil.copytree(first[0], tmp_path / "copy", symlinks=True)


def test_the_eight_files_lie_by_audience_and_nothing_else_does(first):
    folder, told = first
    assert told.returncode == 0, told.stderr
    assert set(papers(folder)) == EIGHT | MANIFESTS
    assert {path.name for path in (folder / "build").iterdir()} == {".gitignore", "ccm-3msp"}


def test_the_closing_table_names_each(first):
    _, told = first
    lines = told.stdout.splitlines()
    assert lines[0].split() == ["artefact", "audience", "pages", "words", "minutes", "size"]
    assert {line.split()[0] for line in lines[1:]} == {f"build/{place}" for place in EIGHT}


def test_internal_folders_are_their_owners_alone(first):
    folder, _ = first
    for place, expected in (("public", 0o755), ("delegation", 0o700), ("speaker", 0o700)):
        assert stat.S_IMODE((folder / "build" / FOLDER / place).stat().st_mode) == expected
    assert stat.S_IMODE((folder / ".communique").stat().st_mode) == 0o700


def test_a_manifest_tells_versions_and_fonts_and_nothing_of_the_sources(first):
    folder, _ = first
    text = (folder / "build" / FOLDER / "public/manifest.json").read_text()
    told = json.loads(text)
    for file in told["files"]:
        assert {"communique", "weasyprint", "Pango", "HarfBuzz", "HarfBuzz subsetter"} <= set(file["versions"])
        assert all(len(digest) == 64 for digest in file["fonts"].values())
        assert file["fonts"]
    assert [file["pages"] for file in told["files"]] == [2, 2]
    for secret in ("podium", "brief", str(folder), "speech.md"):
        assert secret not in text


def test_the_same_bytes_elsewhere_at_another_hour_by_one_hand(first, tmp_path):
    folder, _ = first
    shutil.copytree(folder / "content", tmp_path / "w" / "content")
    shutil.copy(folder / "communique.toml", tmp_path / "w")
    told = communique(tmp_path / "w", "build", "--jobs", "1", TZ="America/Lima", PYTHONHASHSEED="2", LC_ALL="C")
    assert told.returncode == 0, told.stderr
    assert papers(tmp_path / "w") == papers(folder)


def test_a_second_build_says_and_touches_nothing(first):
    folder, _ = first
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    told = communique(folder, "build")
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


@pytest.mark.parametrize("arguments", [["build"], ["--help"], ["build", "--help"], ["build", "--report", "json"]])
def test_nothing_to_do_loads_nothing_heavy(first, arguments):
    script = (
        "import sys\n"
        "from communique.cli.app import main\n"
        "try: main()\n"
        "finally: sys.stderr.write(' '.join({name.partition('.')[0] for name in sys.modules}))\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=first[0],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0
    loaded = set(told.stderr.split())
    assert "communique" in loaded
    assert loaded.isdisjoint(
        {"weasyprint", "docx", "lxml", "pydantic", "jinja2", "ruamel", "babel", "markdown_it", "pikepdf", "rich"}
    )


def test_list_says_what_is_up_to_date(built):
    states = [line.split()[-3:] for line in typed(built, "list").stdout.splitlines()[1:]]
    assert [" ".join(state) for state in states] == ["up to date"] * 8
    (built / "build" / FOLDER / "speaker/podium.en.pdf").unlink()
    (built / "build" / FOLDER / "public/statement.en.pdf").write_text("edited")
    states = {
        tuple(line.split()[2:5:2]): line.split(maxsplit=5)[5] for line in typed(built, "list").stdout.splitlines()
    }
    assert states["podium", "pdf"] == "not made"
    assert states["statement", "pdf"] == "out of date"
    assert states["statement", "docx"] == "up to date"


def test_papers_altered_or_removed_are_made_again_also_without_a_memory(built, first):
    (built / "build" / FOLDER / "public/statement.en.pdf").unlink()
    (built / "build" / FOLDER / "public/statement.en.docx").write_text("edited")
    shutil.rmtree(built / ".communique")
    assert communique(built, "build", "--kind", "statement").returncode == 0
    assert papers(built) == papers(first[0])


def test_a_speakers_note_alters_no_byte_of_what_is_public(built, first):
    speech = built / "content" / FOLDER / "speech.md"
    speech.write_text(speech.read_text() + "\n::: cue\nLook up now.\n:::\n")
    assert communique(built, "build", "--kind", "statement").returncode == 0
    public = f"{FOLDER}/public/"
    before, after = papers(first[0]), papers(built)
    assert {place for place in before if before[place] != after.get(place)} == set()
    assert any(place.startswith(public) for place in after)
    assert "out of date" in typed(built, "list").stdout


def test_an_error_holds_all_of_the_intervention_back(built, first):
    speech = built / "content" / FOLDER / "speech.md"
    speech.write_text(speech.read_text() + "\n{{ nonesuch }}\n")
    told = communique(built, "build")
    assert told.returncode == 1
    assert f"content/{FOLDER}/speech.md:" in told.stderr
    assert "^^^" in told.stderr
    assert "the papers of the last good build stay" in told.stderr
    assert "Traceback" not in told.stderr
    assert papers(built) == papers(first[0])


def test_papers_of_kinds_and_interventions_that_are_gone_are_cleared_away(built):
    shutil.rmtree(built / "content" / "ccm-3msp")
    desk(built)
    assert communique(built, "build").returncode == 0
    assert set(papers(built)) == {
        f"hello/public/{name}" for name in ("statement.en.pdf", "statement.en.docx", "manifest.json")
    }


def test_a_program_is_told_what_was_found_also_when_nothing_is_made(first):
    folder, told = first
    report = communique(folder, "build", "--report", "json")
    findings = json.loads(report.stdout)["findings"]
    assert told.stderr.count("warning CQ") == sum(finding["severity"] == "warning" for finding in findings) > 0
    assert report.stderr == ""


def test_a_terminal_sees_that_all_is_well(first):
    folder, _ = first
    ours, theirs = pty.openpty()
    told = subprocess.run([*PROGRAM, "build"], cwd=folder, env=environment(), stdout=theirs, stderr=theirs, check=True)
    os.close(theirs)
    assert told.returncode == 0
    assert b"up to date" in os.read(ours, 1000)
    os.close(ours)
