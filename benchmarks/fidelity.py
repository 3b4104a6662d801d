"""How near the Word file is to the PDF: both laid out, page by page; `python benchmarks/fidelity.py`.

The Word file is laid out by LibreOffice. Three texts: the example, one of middling length and a long one, made of
the example's own sections, repeated, with a note in each. Writes `benchmarks/results/fidelity.md`.
"""

import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pypdfium2

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results" / "fidelity.md"
MEETING = "ccm-3msp"
EXAMPLE = "universalization"
LENGTHS = {"middling": 3, "long": 12}
"""How often the sections of the example stand in the two longer texts."""

LIMIT = 600
"""Seconds that LibreOffice may take for all files together."""

HEADER = """# How near the Word file is to the PDF

Made by `python benchmarks/fidelity.py`: the Word file laid out by LibreOffice, the PDF by WeasyPrint.
Aims: the same pages (one more or less beyond 15), 95 % of the headings on the same page, 97 % of the words up to
6 pages and 92 % up to 25. Heads and feet of pages stand elsewhere in the order of the two files; that is no
difference on paper.

What is left is LibreOffice's own (seen in 7.4, each in a file of a few paragraphs):

- A paragraph kept with the next one goes to the next page whole when the next one does not fit, though it may be
  split (ECMA-376-1, 17.3.1.15, asks that it be "at least partly" on the page of the next). Here that is the last
  paragraph before "Thank you.", at the end of each section; a speech has one such place.
- On a page with a note, a paragraph kept with one of four lines of which three fit takes it along to the next page;
  without the note, two lines stay and two go.
- The last line of a paragraph at the foot of a page needs no room for its leading, so now and then one line more fits.
- The line above notes is always a quarter of the measure wide, half a point thick and 2.8 pt from the text; the room
  that the themes give notes is made for that.

| text | paper | pages PDF / Word | headings on the same page | words on the same page | same words in order |
|---|---|---|---|---|---|
"""


class Compared(NamedTuple):
    """One paper in both formats; shares of 1."""

    pages: tuple[int, int]
    headings: float
    words: float
    order: float


def main() -> int:
    """Build, convert, compare, and write the table."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_texts(place / "content" / MEETING)
        run("-m", "communique", "build", at=place)
        built = sorted((place / "build").rglob("*.docx"))
        convert(built, place / "laid-out")
        for word in built:
            text, paper = word.parts[-3], word.name.split(".", maxsplit=1)[0]
            found = compare(word.with_suffix(".pdf"), place / "laid-out" / f"{text}-{word.stem}.pdf")
            ours, theirs = found.pages
            rows.append(
                f"| {text} | {paper} | {ours} / {theirs} "
                f"| {found.headings:.0%} | {found.words:.1%} | {found.order:.1%} |\n"
            )
    table = HEADER + "".join(rows)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(table, encoding="utf-8")
    print(table)
    return 0


def write_texts(meeting: Path) -> None:
    """The example, and two texts of its sections repeated under headings."""
    shutil.copytree(ROOT / "content" / MEETING, meeting)
    whole = (meeting / EXAMPLE / "speech.md").read_text(encoding="utf-8")
    _, front, body = whole.split("---\n", 2)
    for name, times in LENGTHS.items():
        text = "".join(section(part, anonymous(body)) for part in range(1, times + 1))
        (meeting / name).mkdir()
        (meeting / name / "speech.md").write_text(f"---\n{front}---\n{text}", encoding="utf-8")


def section(number: int, body: str) -> str:
    """The text under a heading, with a note: notes move text from page to page as nothing else does."""
    paragraphs = body.strip().split("\n\n")
    note = paragraphs[-2]
    paragraphs[1] += f"[^{number}]"
    return f"# {number}\n\n" + "\n\n".join(paragraphs) + f"\n\n[^{number}]: {note}\n\n"


def anonymous(body: str) -> str:
    """The words alone: an id may stand once only, and what is said beside the text belongs to the example."""
    lines: list[str] = []
    inside = False
    for line in body.splitlines():
        fence = line.startswith(":::")
        inside = inside ^ fence
        if not fence and not inside:
            lines.append(line.partition(" {#")[0])
    return "\n".join(lines)


def convert(files: list[Path], folder: Path) -> None:
    """Every Word file as the PDF that LibreOffice makes of it, by text and name."""
    if not files:
        sys.exit("Nothing was built, so there is nothing to compare.")
    folder.mkdir()
    copies = [shutil.copy(file, folder / f"{file.parts[-3]}-{file.name}") for file in files]
    program = shutil.which("soffice") or sys.exit("LibreOffice is needed: it lays out the Word files.")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, copies)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=LIMIT)


def compare(ours: Path, theirs: Path) -> Compared:
    """Page by page: what stands where in the two."""
    with pypdfium2.PdfDocument(ours) as one, pypdfium2.PdfDocument(theirs) as other:
        mine, yours = pages(one), pages(other)
        count = sum(map(len, mine))
        same = sum((Counter(here) & Counter(there)).total() for here, there in zip(mine, yours, strict=False))
        matcher = SequenceMatcher(None, list(chain(*mine)), list(chain(*yours)), autojunk=False)
        matched = sum(block.size for block in matcher.get_matching_blocks())
        titles = [(mark.get_title(), page_of(mark)) for mark in one.get_toc()]
        others = {(mark.get_title(), page_of(mark)) for mark in other.get_toc()}
        agreeing = sum(title in others for title in titles)
        headings = agreeing / len(titles) if titles else 1.0
        return Compared((len(one), len(other)), headings, same / count, matched / count)


def pages(document: pypdfium2.PdfDocument) -> list[list[str]]:
    """The words of each page, in the order of the file."""
    return [page.get_textpage().get_text_bounded().split() for page in document]


def page_of(mark: pypdfium2.PdfBookmark) -> int | None:
    """The page that a bookmark leads to."""
    target = mark.get_dest()
    page: int | None = target.get_index() if target else None
    return page


def run(*arguments: str, at: Path) -> None:
    """Run this Python there; findings are no failure."""
    subprocess.run([sys.executable, *arguments], cwd=at, check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
