import os
import re
import subprocess
import sys
import unicodedata
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree as ET

import page
import pytest

from communique.write.layout import lay_out
from communique.write.pdf.structure_checks import structure_findings
from communique.write.pdf.writer import write_pdf
from pdf_reading import outline, read_pages, tag_lines, told
from torture_document import torture_sheet

pytestmark = pytest.mark.xdist_group("torture")

BOTH = (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1)


@pytest.fixture(scope="module")
def layout():
    return lay_out(torture_sheet())


@pytest.fixture(scope="module")
def data(layout):
    written, found = write_pdf(torture_sheet(), layout)
    assert (layout.diagnostics, found) == ((), ())
    return written


@pytest.mark.parametrize("profile", BOTH)
def test_one_file_is_for_everybody_and_for_ever(data, profile):
    report = page.validate_pdf_bytes(data, profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_its_tags_tell_the_truth(data, golden):
    assert structure_findings(data) == ()
    golden("torture-tags.txt", "\n".join(folded(tag_lines(data))) + "\n")


def folded(lines):
    """The lines of a tree, table rows that are like the one before counted instead of shown."""
    rows = re.split(r"\n(?= *TR$)", "\n".join(re.sub(r" ID=table\S+", "", line) for line in lines), flags=re.MULTILINE)
    for row, alike in groupby(rows):
        more = len(list(alike)) - 1
        yield row
        if more:
            yield f"{' ' * (len(row) - len(row.lstrip()))}... and {more} more like it"


def test_other_tools_are_content(data, tmp_path):
    file = tmp_path / "torture.pdf"
    file.write_bytes(data)
    checked = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")
    listed = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True)
    assert listed.stderr == ""
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in listed.stdout.splitlines()[2:])


def test_a_table_over_pages_is_one_table_whose_head_counts_once(data, layout):
    roles = [line.split()[0] for line in tag_lines(data)]
    assert (roles.count("Table"), roles.count("THead"), roles.count("TR")) == (1, 1, 100)
    assert len([read for read in read_pages(data) if "State " in read.text]) == 5


def test_every_note_follows_its_reference_and_stands_on_the_page_of_its_call(data):
    roles = [line.split()[0] for line in tag_lines(data)]
    notes = [index for index, role in enumerate(roles) if role == "Note"]
    assert len(notes) == 10
    assert {roles[index - 1] for index in notes} == {"Reference"}
    texts = [" ".join(read.text.split()) for read in read_pages(data)]
    for number in range(1, 11):
        called = [index for index, text in enumerate(texts) if f"Call {number}." in text]
        noted = [index for index, text in enumerate(texts) if f"Note {number}, with" in text]
        assert called == noted


def test_foreign_passages_say_their_language(data):
    assert [line.split("Lang=")[1] for line in tag_lines(data) if "Lang=" in line] == ["fr", "ru", "fr", "ar", "he"]


def test_the_outline_equals_the_headings(data, layout):
    names = [(level, title) for level, title, _ in outline(data)]
    assert names == [(1, "Notes"), (1, "Facts"), (2, "Table"), (1, "Wide"), (1, "End")]
    assert [page for *_, page in outline(data)][1] == layout.facts.page_of["facts"]


def test_what_is_read_aloud_is_what_was_written(data, layout):
    written = "".join(_read_out(layout.root.find("body")))
    assert told(data) == "".join(written.split())


def _read_out(element):
    """The text below an element, without furniture and decoration."""
    if element.get("aria-hidden") == "true" or element.get("class") in {"running-head", "letterhead"}:
        return
    yield element.text or ""
    for inside in element:
        yield from _read_out(inside)
        yield inside.tail or ""


def test_joined_letters_and_arabic_come_out_as_they_were_typed(data, tmp_path):
    (tmp_path / "torture.pdf").write_bytes(data)
    asked = ["pdftotext", tmp_path / "torture.pdf", "-"]
    text = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    plain = "".join(letter for letter in text if unicodedata.category(letter) not in {"Cf", "Mn"})
    for words in (
        "l’efficacité offre un effet",
        "Спасибо, господин Председатель.",
        "traité sur le commerce des armes",
        "شكرا السيد الرئيس",
        "دولة على الاتفاقية",
        "אדוני היושב ראש",
    ):
        assert words in plain


def test_the_same_bytes_come_out_twice_and_anywhere(data, layout, tmp_path):
    again, _ = write_pdf(torture_sheet(), layout)
    assert again == data
    script = (
        "import sys, torture_document\n"
        "from pathlib import Path\n"
        "from communique.write import fonts\n"
        "fonts.configure(Path(sys.argv[1]))\n"
        "from communique.write.layout import lay_out\n"
        "from communique.write.pdf.writer import write_pdf\n"
        "sheet = torture_document.torture_sheet()\n"
        "sys.stdout.buffer.write(write_pdf(sheet, lay_out(sheet))[0])\n"
    )
    elsewhere = os.environ | {
        "PYTHONPATH": str(Path(torture_sheet.__code__.co_filename).parent),
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
    }
    told = subprocess.run(
        [sys.executable, "-c", script, tmp_path], env=elsewhere, cwd=tmp_path, capture_output=True, check=True
    )
    assert told.stdout == data
    assert told.stderr == b""


def test_nothing_in_the_file_tells_of_this_machine(data, tmp_path):
    (tmp_path / "torture.pdf").write_bytes(data)
    plain = subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable", tmp_path / "torture.pdf", "-"], capture_output=True, check=True
    ).stdout
    places = (b"/home/", b"/root", b"/usr/", b"/tmp/", b"communique:sheet", str(Path.cwd()).encode(), b"file:")
    assert [place for place in places if place in plain] == []
    assert re.search(rb"/(CreationDate|ModDate)", plain) is None
    assert ET.fromstring(re.search(rb"<x:xmpmeta.*</x:xmpmeta>", data, re.DOTALL)[0]) is not None
