"""PDF and Word of the same document agree: the same words in the same blocks, on as many pages."""

import io
import re
import subprocess
from itertools import pairwise

import docx
import pytest
from docx.oxml.text.paragraph import CT_P

from communique.model.typography import fold
from pack.workspaces import Bench
from pdf_reading import read_pages

KINDS = ("public/statement", "speaker/podium", "delegation/talking-points", "delegation/briefing-pack")
FURNITURE = re.compile(
    r"Page \d+ of \d+|\d+ / \d+|Norwegian Intervention, Universalization\. CCM 3MSP|FOR THE DELEGATION ONLY"
)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    made = Bench.with_example(tmp_path_factory.mktemp("two formats"))
    made.run("build")
    return made


@pytest.fixture(scope="module")
def by_libreoffice(bench: Bench, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Each Word file as LibreOffice prints it; one call for all."""
    folder = tmp_path_factory.mktemp("libreoffice")
    files = [str(path) for path in sorted((bench.root / "build").rglob("*.docx"))]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "out"), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return {path.name.removesuffix(".en.pdf"): path.read_bytes() for path in (folder / "out").glob("*.pdf")}


def closed_up(text: str) -> str:
    """A text without spaces, capitals and what stands in the margins."""
    return "".join(FURNITURE.sub(" ", " ".join(fold(text).split())).split()).casefold()


def text_of(pdf: bytes) -> str:
    command = ["pdftotext", "-raw", "-nopgbrk", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True, timeout=60).stdout.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_every_block_of_the_word_file_is_in_the_pdf_in_order(bench: Bench, kind: str) -> None:
    assert_in_order(blocks_of(bench, kind), bench.paper(f"{kind}.en.pdf"), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_libreoffice_prints_every_block_in_order(bench: Bench, by_libreoffice: dict[str, bytes], kind: str) -> None:
    assert_in_order(blocks_of(bench, kind), by_libreoffice[kind.split("/")[1]], kind)


def blocks_of(bench: Bench, kind: str) -> list[str]:
    """The paragraphs of a Word file, without the page numbers of its contents."""
    document = docx.Document(io.BytesIO(bench.paper(f"{kind}.en.docx")))
    space = document.element.nsmap["w"]
    return [
        "".join(text.text or "" for text in paragraph.iter(f"{{{space}}}t")).rstrip(_page_number(paragraph))
        for paragraph in document.element.body.iter(f"{{{space}}}p")
    ]


def assert_in_order(blocks: list[str], pdf: bytes, kind: str) -> None:
    printed, at = closed_up(text_of(pdf)), 0
    for block in filter(None, map(closed_up, blocks)):
        found = printed.find(block, at)
        assert found >= 0, f"{kind}: {block[:60]!r} is not in the PDF in its place"
        at = found + len(block)


def _page_number(paragraph: CT_P) -> str:
    """The digits of a line of the contents, whose page number the PDF paints first."""
    return "0123456789" if (paragraph.style or "").lower().startswith("toc") else ""


@pytest.mark.parametrize("kind", KINDS)
def test_word_has_as_many_pages_each_beginning_alike(bench: Bench, by_libreoffice: dict[str, bytes], kind: str) -> None:
    ours, theirs = read_pages(bench.paper(f"{kind}.en.pdf")), read_pages(by_libreoffice[kind.split("/")[1]])
    assert len(ours) == len(theirs)
    for our, their in zip(ours, theirs, strict=True):
        assert (round(our.width), round(our.height)) == (round(their.width), round(their.height))
        assert sorted(closed_up(our.text)) == sorted(closed_up(their.text)), f"page {our.number}"


def test_the_first_word_page_is_not_blank(by_libreoffice: dict[str, bytes]) -> None:
    for name, data in by_libreoffice.items():
        assert "Universalization" in read_pages(data)[0].text, name


def test_no_line_of_a_paragraph_is_left_almost_empty(bench: Bench) -> None:
    """WeasyPrint may end a line of one word before an inline element; render keeps it from that."""
    for kind in KINDS:
        for page in read_pages(bench.paper(f"{kind}.en.pdf")):
            lines = page.lines
            widest = max(line.width for line in lines)
            for line, after in pairwise(lines):
                ends = re.search(r"[.,:;?!]$|\d$", line.text) or line.bottom - after.bottom > 26
                starts = line.width < 0.4 * widest and after.left == line.left and after.width > 0.4 * widest
                assert ends or not starts, f"{kind}, page {page.number}: {line.text!r}"
