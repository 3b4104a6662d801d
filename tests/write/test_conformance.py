"""Good files pass `communique verify --conformance`; each deliberate breakage of one is caught by it."""

import io
import json
import sys
import tomllib
import zipfile
from importlib.util import find_spec

import pytest

from communique.model.page_facts import PageFacts
from communique.write import conformance
from communique.write.docx.writer import write_docx
from communique.write.layout import lay_out
from communique.write.pdf.writer import write_pdf
from desk import ROOT, typed
from pdf_breakages import BODY, BREAKAGES, CSS, broken
from sheet_making import PLAIN, make_sheet
from torture_document import png

WORDS = PLAIN + CSS + 'h2 { --docx-style: "heading 1" } h3 { --docx-style: "heading 2" }'
SHEET = make_sheet(BODY + '<p id="there">and <a href="#there">back</a></p>', WORDS, pictures={"map.png": png("RGB")})


@pytest.fixture(scope="module")
def pdf():
    return write_pdf(SHEET, lay_out(SHEET))[0]


@pytest.fixture(scope="module")
def docx():
    return write_docx(SHEET, PageFacts(1))[0]


def verified(folder, name, data):
    """What the command says of a file that lies alone in a folder."""
    (folder / name).write_bytes(data)
    return typed(folder, "verify", "--conformance", "--report", "json", name)


def numbers(done):
    (file,) = json.loads(done.stdout)["files"]
    return {finding["code"] for finding in file["findings"] if finding["severity"] == "error"}


def test_good_files_pass(pdf, docx, tmp_path):
    for name, data in (("good.pdf", pdf), ("good.docx", docx)):
        done = verified(tmp_path, name, data)
        assert (done.returncode, numbers(done)) == (0, set()), done.stdout


@pytest.mark.parametrize(("number", "break_it"), BREAKAGES.values(), ids=BREAKAGES.keys())
def test_a_broken_pdf_is_caught(pdf, tmp_path, number, break_it):
    done = verified(tmp_path, "broken.pdf", broken(pdf, break_it))
    assert done.returncode == 1
    assert number in numbers(done)


def test_what_validators_alone_can_see_is_caught_too(pdf, tmp_path):
    def smuggle(opened):
        opened.Root.OpenAction = opened.make_indirect({"/S": "/JavaScript", "/JS": "1"})

    assert "CQ580" in numbers(verified(tmp_path, "script.pdf", broken(pdf, smuggle)))
    cut = verified(tmp_path, "cut.pdf", pdf[: len(pdf) // 2])
    assert cut.returncode == 1 and numbers(cut)


def rewritten(data, name, old, new):
    """A Word file with other words in one member, its dates and order kept."""
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as good, zipfile.ZipFile(saved, "w") as bad:
        for info in good.infolist():
            member = good.read(info)
            if info.filename == name:
                assert old in member, f"{name} does not say {old!r}"
                member = member.replace(old, new, 1)
            bad.writestr(info, member)
    return saved.getvalue()


DOCUMENT, CORE, STYLES = "word/document.xml", "docProps/core.xml", "word/styles.xml"
WORD_BREAKAGES = {
    "paragraph in a paragraph": (DOCUMENT, b"<w:pPr>", b"<w:p/><w:pPr>", "CQ581"),
    "style that is not there": (DOCUMENT, b'<w:pStyle w:val="', b'<w:pStyle w:val="Other', "CQ582"),
    "relation that is not there": (DOCUMENT, b'r:embed="rId', b'r:embed="rId99', "CQ581"),
    "alternative text removed": (DOCUMENT, b' descr="A map"', b"", "CQ582"),
    "bookmark left open": (DOCUMENT, b"<w:bookmarkEnd", b"<w:proofErr", "CQ582"),
    "link to nowhere": (DOCUMENT, b'w:anchor="', b'w:anchor="not', "CQ582"),
    "note that is not there": (DOCUMENT, b'<w:footnoteReference w:id="', b'<w:footnoteReference w:id="9', "CQ581"),
    "no title": (CORE, b"Universalization", b"", "CQ582"),
    "no language": (STYLES, b"<w:lang ", b"<w:noProof ", "CQ582"),
    "part cut off": (DOCUMENT, b"</w:document>", b"", "CQ581"),
}


@pytest.mark.parametrize(("part", "old", "new", "number"), WORD_BREAKAGES.values(), ids=WORD_BREAKAGES.keys())
def test_a_broken_word_file_is_caught(docx, tmp_path, part, old, new, number):
    done = verified(tmp_path, "broken.docx", rewritten(docx, part, old, new))
    assert done.returncode == 1
    assert number in numbers(done), done.stdout


@pytest.mark.parametrize("data", [b"", b"no package", b"PK\x03\x04"])
def test_what_is_no_word_file_is_one_finding(tmp_path, data):
    assert numbers(verified(tmp_path, "none.docx", data)) & {"CQ581", "CQ583"}


def test_without_the_extra_one_is_told_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(conformance, "find_spec", lambda name: None if name == "openxml_audit" else find_spec(name))
    (tmp_path / "some.pdf").write_bytes(b"")
    done = typed(tmp_path, "verify", "--conformance", "some.pdf")
    assert done.returncode == 1
    assert "openxml-audit cannot be loaded" in done.stderr
    assert "pip install 'communique[conformance]'" in done.stderr


def test_the_extra_is_part_of_what_tests_run_in():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extra = project["project"]["optional-dependencies"]["conformance"]
    assert sorted(extra) == sorted(conformance.VALIDATORS.values())
    assert set(extra) <= set(project["dependency-groups"]["test"])
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert all(f"\n{package}==" in locked for package in extra)


def test_hashes_are_compared_without_any_validator(tmp_path):
    (tmp_path / "some.pdf").write_bytes(b"")
    before = set(sys.modules)
    typed(tmp_path, "verify", "some.pdf")
    assert not {"page", "openxml_audit"} & (set(sys.modules) - before)
