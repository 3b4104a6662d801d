"""How others make the same papers: the chains that a ministry would put together today.

Each peer gets the words of our papers as HTML, one file a paper, and makes a PDF and a Word file of each, in its own
look. They are yardsticks, not equal work: none of them withholds anything, looks at what it made, or makes PDF/A-3a
with PDF/UA-1 and a Word file of styles. They live in an environment of their own (`benchmarks/peers.lock`).
"""

import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from docx import Document
from pairs import ROOT, run

PYTHON = ROOT / ".venv" / "peers" / "bin" / "python"
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
FILL = (
    "import sys\nfrom docxtpl import DocxTemplate\n"
    "for name in sys.argv[2:]:\n"
    "    paper = DocxTemplate(f'templates/{name}.docx')\n"
    "    paper.render({'title': sys.argv[1]})\n"
    "    paper.save(f'{name}.docx')\n"
)
INTERNAL_LINK = re.compile(r'<a [^>]*href="#[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
"""Pandoc drops the places these lead to, and Typst stops at a link that leads nowhere."""


@dataclass(frozen=True)
class Peer:
    """A chain of tools; `make` takes the folder with the papers' HTML and leaves PDF and DOCX beside each."""

    name: str
    make: Callable[[Path], None]
    needs: tuple[Path | None, ...]

    def is_there(self) -> bool:
        """True when all its programs are."""
        return all(need is not None and need.exists() for need in self.needs)


def pandoc() -> Path | None:
    """The pandoc that came with its Python package."""
    found = (ROOT / ".venv" / "peers").glob("lib/*/site-packages/pypandoc/files/pandoc")
    return next(found, None)


def program(name: str) -> Path | None:
    """A program on the PATH."""
    found = shutil.which(name)
    return Path(found) if found else None


def papers(place: Path) -> list[str]:
    """The names of the papers in a folder."""
    return sorted(path.stem for path in place.glob("*.html"))


def typst_of(place: Path, name: str) -> None:
    """One paper by pandoc and Typst; each step a process."""
    run(place, pandoc() or "pandoc", f"{name}.html", "-s", "-o", f"{name}.typ")
    run(place, PYTHON, "-c", TYPST, f"{name}.typ", f"{name}.pdf")
    run(place, pandoc() or "pandoc", f"{name}.html", "-o", f"{name}.docx")


def with_typst(place: Path) -> None:
    """Paper after paper."""
    for name in papers(place):
        typst_of(place, name)


def with_typst_in_pairs(place: Path) -> None:
    """Two papers at a time, one a core."""
    with ThreadPoolExecutor(2) as crew:
        list(crew.map(lambda name: typst_of(place, name), papers(place)))


def with_weasyprint(place: Path) -> None:
    """Pandoc makes a page, WeasyPrint's own command prints it."""
    for name in papers(place):
        run(place, pandoc() or "pandoc", f"{name}.html", "-s", "--metadata", f"title={name}", "-o", f"{name}.page.htm")
        run(place, PYTHON, "-m", "weasyprint", f"{name}.page.htm", f"{name}.pdf")
        run(place, pandoc() or "pandoc", f"{name}.html", "-o", f"{name}.docx")


def with_docxtpl(place: Path) -> None:
    """Word templates that are filled in one process, and LibreOffice that prints them in another."""
    names = papers(place)
    run(place, PYTHON, "-c", FILL, "Universalization", *names)
    profile = f"-env:UserInstallation=file://{place}/profile"
    files = [f"{name}.docx" for name in names]
    run(place, "soffice", profile, "--headless", "--convert-to", "pdf", *files)


def with_chromium(place: Path) -> None:
    """A browser prints the page, pandoc makes the Word file."""
    for name in papers(place):
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={place}/user",
        ]
        run(place, "chromium", *options, f"--print-to-pdf={place}/{name}.pdf", f"file://{place}/{name}.html")
        run(place, pandoc() or "pandoc", f"{name}.html", "-o", f"{name}.docx")


def peers() -> tuple[Peer, ...]:
    """All, in the order in which they are told."""
    return (
        Peer("pandoc + WeasyPrint", with_weasyprint, (pandoc(), PYTHON)),
        Peer("docxtpl + LibreOffice", with_docxtpl, (PYTHON, program("soffice"))),
        Peer("pandoc + Typst", with_typst, (pandoc(), PYTHON)),
        Peer("pandoc + Typst, two at a time", with_typst_in_pairs, (pandoc(), PYTHON)),
        Peer("headless Chromium + pandoc", with_chromium, (pandoc(), program("chromium"))),
    )


# --- that the work was done -----------------------------------------------------------------------


def prepared(place: Path, build: Path, html: dict[str, str]) -> None:
    """Lay out what the peers start from: the papers' HTML, and Word templates with a place for the title."""
    (place / "templates").mkdir(parents=True)
    for name, text in html.items():
        (place / f"{name}.html").write_text(INTERNAL_LINK.sub(r"\1", text), encoding="utf-8")
        (word,) = build.rglob(f"{name}.en.docx")
        template = place / "templates" / f"{name}.docx"
        with zipfile.ZipFile(word) as given, zipfile.ZipFile(template, "w", zipfile.ZIP_DEFLATED) as made:
            for member in given.infolist():
                data = given.read(member)
                if member.filename == "word/document.xml":
                    data = data.replace(b">Universalization<", b">{{ title }}<")
                made.writestr(member.filename, data)


def verified(place: Path, names: list[str], words: list[str]) -> None:
    """See that each paper is there in both formats with these words; SystemExit naming what is not."""
    for name in names:
        for text, form in ((pdf_text(place / f"{name}.pdf"), "PDF"), (word_text(place / f"{name}.docx"), "Word")):
            absent = [word for word in words if word not in " ".join(text.split())]
            if absent:
                raise SystemExit(f"{name} as {form} lacks {absent}")


def pdf_text(path: Path) -> str:
    """The words of a PDF."""
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def word_text(path: Path) -> str:
    """The words of a Word file's body."""
    return " ".join(_texts(path))


def _texts(path: Path) -> Iterator[str]:
    for element in Document(str(path)).element.body.iter():
        if element.tag.endswith("}t"):
            yield element.text or ""
