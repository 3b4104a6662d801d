"""A folder against its manifest: what was altered, taken away, or put beside it."""

import hashlib
import json
from pathlib import Path

import pytest

from communique.deliver.manifest import Entry, write_manifest
from desk import typed


@pytest.fixture
def folder(tmp_path):
    """A folder of two papers as it was delivered."""
    place = tmp_path / "public"
    place.mkdir()
    entries = []
    for name in ("statement.en.docx", "statement.en.pdf"):
        data = name.encode()
        (place / name).write_bytes(data)
        entries.append(Entry(name, hashlib.sha256(data).hexdigest(), len(data), 1, 1, "", {}, {}))
    (place / "manifest.json").write_bytes(write_manifest(entries))
    return place


def told(folder, *arguments):
    """Exit code, and the number of what was found by file name."""
    done = typed(folder.parent, "verify", "--report", "json", *(arguments or ("public",)))
    files = json.loads(done.stdout)["files"]
    return done.returncode, {
        Path(file["file"]).name: [finding["code"] for finding in file["findings"]] for file in files
    }


def test_an_unaltered_folder_is_well(folder):
    assert told(folder) == (0, {"statement.en.docx": [], "statement.en.pdf": []})


def test_an_altered_file_is_found(folder):
    (folder / "statement.en.pdf").write_bytes(b"other")
    assert told(folder) == (1, {"statement.en.docx": [], "statement.en.pdf": ["CQ711"]})
    assert told(folder, "public/statement.en.docx") == (0, {"statement.en.docx": []})


def test_a_program_is_told_at_the_file(folder):
    (folder / "statement.en.pdf").write_bytes(b"other")
    done = typed(folder.parent, "verify", "--report", "github", "public")
    assert done.returncode == 1
    assert done.stdout.startswith(
        "::error title=CQ711 altered-file,file=public/statement.en.pdf,line=1,endLine=1,col=1,endColumn=1::its bytes"
    )
    (result,) = json.loads(typed(folder.parent, "verify", "--report", "sarif", "public").stdout)["runs"][0]["results"]
    assert result["ruleId"] == "CQ711"
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "public/statement.en.pdf", "uriBaseId": "%SRCROOT%"}


def test_a_missing_file_is_found(folder):
    (folder / "statement.en.pdf").unlink()
    assert told(folder) == (1, {"statement.en.docx": [], "statement.en.pdf": ["CQ712"]})


def test_a_file_put_beside_the_papers_is_found(folder):
    (folder / "notes.docx").write_bytes(b"")
    (folder / ".hidden.docx").write_bytes(b"")
    assert told(folder)[1] == {"notes.docx": ["CQ713"], "statement.en.docx": [], "statement.en.pdf": []}


def test_a_file_without_a_manifest_is_told_apart(folder):
    (folder / "manifest.json").unlink()
    assert told(folder, "public/statement.en.pdf") == (1, {"statement.en.pdf": ["CQ714"]})


@pytest.mark.parametrize(
    "text",
    ["", "{}", '{"manifest": 99, "files": []}', "not json"],
)
def test_an_unreadable_manifest_is_found(folder, text):
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    assert told(folder)[1]["manifest.json"] == ["CQ715"]
    assert told(folder, "public/manifest.json") == (1, {"manifest.json": ["CQ715"]})


def test_a_manifest_may_not_point_out_of_its_folder(folder):
    text = (folder / "manifest.json").read_text(encoding="utf-8")
    (folder / "manifest.json").write_text(text.replace("statement.en.pdf", "../statement.en.pdf"), encoding="utf-8")
    assert told(folder)[1]["manifest.json"] == ["CQ715"]


def test_an_empty_folder_is_no_good_news(tmp_path):
    (tmp_path / "public").mkdir()
    assert told(tmp_path / "public") == (1, {"public": ["CQ716"]})


def test_a_person_gets_a_table(folder):
    (folder / "statement.en.pdf").write_bytes(b"other")
    done = typed(folder.parent, "verify", "public")
    assert done.stdout.splitlines() == [
        "file                      manifest  held against  result",
        "public/statement.en.docx  ok                      ok",
        "public/statement.en.pdf   altered                 1 error",
    ]
    assert "CQ711: public/statement.en.pdf: its bytes are not those that were built" in done.stderr


def test_a_place_that_is_not_there_is_a_slip(tmp_path):
    assert typed(tmp_path, "verify", "nowhere").returncode == 2
