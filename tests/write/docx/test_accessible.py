"""Who listens to the Word file finds what the PDF has: the same headings, lists, tables, notes and contents.

LibreOffice writes a tagged PDF from our Word file; its structure elements are counted beside those of our own PDF.
"""

import shutil
import subprocess
from collections import Counter

import pikepdf
import pytest

import editions
from communique.model.kind import Format
from communique.render.sheet import render
from communique.write.layout import lay_out
from communique.write.writers import WRITERS
from write.docx.test_writer import torture

TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
COUNTED = ("Table", "TR", "TOC", "TOCI", "Note")
HEADINGS = tuple(f"H{level}" for level in range(1, 7))


def structure(path):
    """How many structure elements of each standard type a PDF has."""
    with pikepdf.open(path) as pdf:
        tree = pdf.Root.StructTreeRoot
        roles = {str(own): str(usual) for own, usual in tree.get("/RoleMap", {}).items()}
        found, waiting = Counter(), [tree.K]
        while waiting:
            node = waiting.pop()
            if isinstance(node, pikepdf.Array):
                waiting.extend(node)
            elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
                name = str(node.S)
                found[roles.get(name, name).removeprefix("/")] += 1
                waiting.extend([node.K] if "/K" in node else [])
        return found


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    """The counts of (our PDF, LibreOffice's of our Word file) by document; one run of LibreOffice for all."""
    place = tmp_path_factory.mktemp("accessible")
    pack = render(
        editions.FULL,
        editions.BRIEFING_PACK,
        editions.ENGLISH,
        editions.PLAIN,
        editions.SIZES,
        editions.TEMPLATES,
    )
    for name, sheet in (("torture", torture()), ("pack", pack)):
        layout = lay_out(sheet)
        for form in (Format.PDF, Format.DOCX):
            (place / f"{name}.{form.value}").write_bytes(WRITERS[form](sheet, layout)[0])
    profile = f"-env:UserInstallation=file://{place}/profile"
    outdir = ["--outdir", str(place / "spoken"), *map(str, sorted(place.glob("*.docx")))]
    command = [shutil.which("soffice"), profile, "--headless", "--convert-to", TAGGED, *outdir]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    names = ("torture", "pack")
    return {name: (structure(place / f"{name}.pdf"), structure(place / "spoken" / f"{name}.pdf")) for name in names}


@pytest.mark.parametrize("name", ["torture", "pack"])
@pytest.mark.parametrize("kind", COUNTED)
def test_both_have_as_many(counted, name, kind):
    ours, theirs = counted[name]
    assert ours[kind] == theirs[kind]


@pytest.mark.parametrize("name", ["torture", "pack"])
def test_no_list_is_lost(counted, name):
    ours, theirs = counted[name]
    assert theirs["L"] >= ours["L"], "numbered paragraphs are a list in Word, begun anew behind each salutation"


@pytest.mark.parametrize("name", ["torture", "pack"])
def test_the_headings_are_headings(counted, name):
    ours, theirs = ({level: found[level] for level in HEADINGS if found[level]} for found in counted[name])
    title = {"H1": ours["H1"] - 1}  # the title is Word's Title, sections its heading 1, one level lower in the PDF
    lowered = {f"H{int(level[1]) - 1}": count for level, count in ours.items() if level != "H1"}
    assert title["H1"] == 0 and theirs == lowered


@pytest.mark.parametrize("name", ["torture", "pack"])
def test_no_link_is_lost(counted, name):
    ours, theirs = counted[name]
    assert theirs["Link"] >= ours["Link"], "one whose words change their style is several in LibreOffice"
