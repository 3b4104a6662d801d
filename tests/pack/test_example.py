"""The pack of the first speech: what a stranger holds in hand after `make`."""

import io
import re
import subprocess
import zipfile
from pathlib import Path

import docx
import ooxml_integrity
import page as page_validation
import pikepdf
import pytest
from openxml_audit import OpenXmlValidator

from communique.model.typography import fold
from communique.write.pdf.structure_checks import structure_findings
from pack.workspaces import ROOT, Bench
from pdf_reading import read_pages

SEED = (ROOT / "tests" / "universalization.txt").read_text(encoding="utf-8")
TITLE = "Norwegian Intervention, Universalization. CCM 3MSP"
PARAGRAPHS = [" ".join(paragraph.split()) for paragraph in SEED.split("\n\n")]
PUBLIC, DELEGATION, SPEAKER = "public", "delegation", "speaker"
EIGHT = {
    f"ccm-3msp/universalization/{audience}/{kind}.en.{ending}"
    for audience, kind in (
        (PUBLIC, "statement"),
        (SPEAKER, "podium"),
        (DELEGATION, "talking-points"),
        (DELEGATION, "briefing-pack"),
    )
    for ending in ("pdf", "docx")
}


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    made = Bench.with_example(tmp_path_factory.mktemp("a desk"))
    made.run("build")
    return made


def pdf_words(data: bytes) -> str:
    """The words of a PDF in the order of its pages, without what stands in the margins, folded."""
    done = subprocess.run(
        ["pdftotext", "-raw", "-nopgbrk", "-", "-"], input=data, capture_output=True, check=True, timeout=60
    )
    return " ".join(fold(done.stdout.decode()).split())


def docx_paragraphs(data: bytes) -> list[str]:
    return [fold(paragraph.text) for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def opened_bytes(data: bytes) -> str:
    """Everything in a PDF or Word file, decompressed, as one text."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return " ".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    streams = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            streams.append(repr(thing) if not isinstance(thing, pikepdf.Stream) else "")
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != "/Image":
                streams.append(thing.read_bytes().decode("latin-1"))
    return " ".join(streams)


def test_eight_papers_and_no_more(bench: Bench) -> None:
    assert set(bench.papers()) == EIGHT


def test_a_second_build_touches_nothing(bench: Bench) -> None:
    before = {path: path.stat().st_mtime_ns for path in (bench.root / "build").rglob("*")}
    done = bench.run("build")
    assert {path: path.stat().st_mtime_ns for path in (bench.root / "build").rglob("*")} == before
    assert done.stdout == ""


def test_the_seed_is_word_for_word_in_both_statements(bench: Bench) -> None:
    assert len(PARAGRAPHS) == 12
    typed = [fold(paragraph) for paragraph in PARAGRAPHS]
    in_word = [text for text in docx_paragraphs(bench.paper("public/statement.en.docx")) if text in typed]
    assert in_word == typed
    printed, at = pdf_words(bench.paper("public/statement.en.pdf")), 0
    for number, paragraph in enumerate(typed, start=1):
        found = _without_furniture(printed).find(_without_furniture(paragraph), at)
        assert found >= 0, f"paragraph {number} is not in the PDF in its place"
        at = found + len(_without_furniture(paragraph))


def _without_furniture(text: str) -> str:
    """Without the page number and running head that stand between two halves of a paragraph."""
    return re.sub(rf"(?: ?Page \d of \d)|(?: ?{re.escape(TITLE)})", "", text)


def test_the_first_line_is_the_title_and_the_running_head(bench: Bench) -> None:
    pdf, word = bench.paper("public/statement.en.pdf"), bench.paper("public/statement.en.docx")
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.docinfo["/Title"]) == TITLE
        assert str(opened.docinfo["/Author"]) == "Norway"
    properties = docx.Document(io.BytesIO(word)).core_properties
    assert (properties.title, properties.author) == (TITLE, "Norway")
    assert TITLE in fold(read_pages(pdf)[1].text)
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        headers = [package.read(name).decode() for name in package.namelist() if "header" in name]
    assert any(TITLE in fold("".join(re.findall(r"<w:t[^>]*>([^<]*)", header))) for header in headers)


def private_sentences() -> list[str]:
    """The sentences of the delegation's blocks that the statement does not say too."""
    folder = ROOT / "content" / "ccm-3msp" / "universalization"
    text = "\n".join((folder / name).read_text(encoding="utf-8") for name in ("speech.md", "brief.md"))
    blocks = re.findall(r'^::: \w+(?: "([^"]*)")?[^\n]*\n(.*?)\n:::$', text, re.MULTILINE | re.DOTALL)
    sentences = [part for title, body in blocks for part in (title, *re.split(r"(?<=[.?!]) |\n+", body))]
    return [one for one in sentences if len(one.split()) > 3 and "{{" not in one and one not in SEED]


def test_no_private_sentence_is_in_the_bytes_of_a_public_paper(bench: Bench) -> None:
    sentences = private_sentences()
    assert len(sentences) > 10
    for name in ("statement.en.pdf", "statement.en.docx"):
        data = bench.paper(f"public/{name}")
        everything = fold(" ".join((opened_bytes(data), pdf_words(data) if name.endswith("pdf") else "")))
        for sentence in sentences:
            assert fold(sentence) not in everything


def test_the_points_fit_one_page_and_name_paragraphs_that_exist(bench: Bench) -> None:
    pages = read_pages(bench.paper("delegation/talking-points.en.pdf"))
    assert len(pages) == 1
    named = [int(number) for number in re.findall(r"¶\s(\d)", pages[0].text)]
    assert len(named) >= 6
    assert set(named) <= set(range(1, 9))


def test_the_contents_in_word_have_the_pages_of_the_pdf(bench: Bench) -> None:
    document = docx.Document(io.BytesIO(bench.paper("delegation/briefing-pack.en.docx")))
    body = document.element.body
    space = body.nsmap["w"]
    entries = {}
    for paragraph in body.iter(f"{{{space}}}p"):
        style = paragraph.find(f"{{{space}}}pPr/{{{space}}}pStyle")
        if style is not None and style.get(f"{{{space}}}val").lower() == "toc1":
            words = "".join(text.text for text in paragraph.iter(f"{{{space}}}t"))
            title, number = re.fullmatch(r"(.*?)(\d+)", words).groups()
            entries[title] = int(number)
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert list(entries) == headings
    assert len(headings) == 7
    pages = read_pages(bench.paper("delegation/briefing-pack.en.pdf"))
    for title, number in entries.items():
        lines = [line.text for line in pages[number - 1].lines]
        assert title in lines, f"{title} does not begin on page {number} of the PDF"


def test_every_file_is_valid(bench: Bench, tmp_path: Path) -> None:
    for name, data in bench.papers().items():
        path = tmp_path / name.replace("/", "-")
        path.write_bytes(data)
        if name.endswith("docx"):
            assert not OpenXmlValidator().validate(path).errors, name
            assert not list(ooxml_integrity.check(path)), name
        else:
            for profile in (page_validation.ValidationProfile.PDF_A_3A, page_validation.ValidationProfile.PDF_UA_1):
                assert page_validation.validate_pdf(str(path), profile=profile).is_compliant, (name, profile)
            assert not list(structure_findings(data)), name
            subprocess.run(["qpdf", "--check", path], check=True, capture_output=True, timeout=60)
            fonts = subprocess.run(["pdffonts", path], check=True, capture_output=True, timeout=60)
            assert fonts.stderr == b"", name


def test_the_manifests_speak_of_their_own_folder_alone(bench: Bench) -> None:
    for audience in (PUBLIC, DELEGATION, SPEAKER):
        text = bench.paper(f"{audience}/manifest.json").decode()
        others = {PUBLIC, DELEGATION, SPEAKER} - {audience}
        assert not any(f"{other}/" in text for other in others)
        assert str(bench.root) not in text


def test_private_folders_are_their_owner_s(bench: Bench) -> None:
    folder = bench.root / "build" / "ccm-3msp" / "universalization"
    assert (folder / DELEGATION).stat().st_mode & 0o077 == 0
    assert (folder / SPEAKER).stat().st_mode & 0o077 == 0
    assert (bench.root / ".communique").stat().st_mode & 0o077 == 0
