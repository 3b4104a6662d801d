"""The register as a document: every recipient on it, whatever they are called, and the same bytes twice."""

import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pypdfium2
import pytest
from docx import Document

from desk import environment
from mailing_desk import delegations, distributed, meeting_desk

CANARY = "zwischenbericht"
NAMES = [
    "Côte d'Ivoire",
    "Türkiye",
    "Lao People's Democratic Republic",
    "CON",
    "../x",
    "=cmd|' /C calc'!A0",
    "x <b> & {{ y }}",
]
TWICE = """
from communique.cli.workspace import opened
from communique.engine.register_papers import export
first = [path.read_bytes() for path in export(opened(), "m", ("csv", "xlsx", "pdf", "docx"))]
again = [path.read_bytes() for path in export(opened(), "m", ("csv", "xlsx", "pdf", "docx"))]
assert first == again
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A register of some thirty copies, written out twice."""
    root = tmp_path_factory.mktemp("register")
    names = [*NAMES, *delegations(8)]
    meeting_desk(root, dict.fromkeys(names, ""))
    (root / "content/m/speech/brief.md").write_text(f"::: background\n{CANARY}\n:::\n", encoding="utf-8")
    distributed(root, names)
    told = subprocess.run(
        [sys.executable, "-c", TWICE], cwd=root, env=environment(), capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    return root / "build/m/distribution/register"


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_a_pdf_names_everyone_over_as_many_pages_as_it_takes(folder):
    pdf = pypdfium2.PdfDocument(BytesIO((folder / "register.pdf").read_bytes()))
    pages = [page.get_textpage().get_text_bounded() for page in pdf]
    assert len(pages) > 1 and all("Recipient" in page for page in pages)
    words = squeezed("".join(pages)).replace("’", "'")
    for name in [*NAMES, *delegations(8)]:
        assert words.count(squeezed(name)) == 2, name


def test_a_word_file_has_the_same_rows_and_a_heading_that_repeats(folder):
    document = Document(str(folder / "register.docx"))
    (table,) = document.tables
    assert len(table.rows) == 1 + 2 * (len(NAMES) + 8)
    assert [cell.text for cell in table.rows[0].cells] == ["Recipient", "Paper", "Copy", "Made", "Sent", "SHA-256"]
    assert "tblHeader" in table.rows[0]._tr.xml


def test_nothing_of_the_delegations_words_is_in_it(folder):
    for path in folder.iterdir():
        data = path.read_bytes()
        parts = [data]
        if is_zipfile(path):
            with ZipFile(path) as package:
                parts = [package.read(name) for name in package.namelist()]
        assert not any(CANARY.encode() in part for part in parts), path.name
    pdf = pypdfium2.PdfDocument(BytesIO((folder / "register.pdf").read_bytes()))
    assert not any(CANARY in page.get_textpage().get_text_bounded() for page in pdf)
