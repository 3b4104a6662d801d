"""What a Word file costs beside its PDF, and whether that grows in step with the text; part of `make bench`.

A paper of 23 pages in the shipped theme, then texts up to 500,000 words. Only the ratios say something: both sides are
timed in one run, on one machine.
"""

import re
import sys
from html import escape

from pairs import ROOT, Row, in_turn, publish, timed

from communique.diagnostics.span import Source
from communique.model.audience import Audience
from communique.model.kind import Format, Kind
from communique.model.page_facts import PageFacts
from communique.model.sheet import Properties, Sheet
from communique.model.theme import Theme
from communique.write.layout import lay_out
from communique.write.writers import WRITERS

PACK = 13
"""How often the example fills 23 pages."""

SIZES = (5_000, 50_000, 500_000)
ROUNDS = 3


def main() -> int:
    """A row for the cost beside the PDF, and one for the cost of a word in each longer text."""
    pack = sheet(PACK)
    layout = lay_out(pack)
    WRITERS[Format.DOCX](pack, layout)  # styles compiled and fonts found, as in any build after its first paper

    def word() -> float:
        return timed(lambda: WRITERS[Format.DOCX](pack, layout))

    def pdf() -> float:
        return timed(lambda: WRITERS[Format.PDF](pack, lay_out(pack)))

    pages = len(layout.document.pages)
    beside = Row(
        f"Word file of {pages} pages, against its PDF", in_turn(word, pdf, ROUNDS), 0.25, 0.2, "one warm process"
    )
    shortest, *longer = (cost(size) for size in SIZES)
    grown = [
        Row(f"a word of {size:,} in the Word writer, against one of {SIZES[0]:,}", (each / shortest,), 1.2, 1)
        for size, each in zip(SIZES[1:], longer, strict=True)
    ]
    return publish("word", (beside, *grown))


def cost(size: int) -> float:
    """The seconds of a word in a text of about so many."""
    from communique.write.docx.writer import write_docx  # noqa: PLC0415  needs WeasyPrint loaded, as the layout did

    long = sheet(round(size / words_in(paragraphs())))
    return timed(lambda: write_docx(long, PageFacts(1))) / size


def paragraphs() -> list[str]:
    """The words of the example's paragraphs."""
    text = (ROOT / "content/ccm-3msp/universalization/speech.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    plain = re.sub(r"(?ms)^:::.*?^:::$|\{[^}]*\}+", "", text)
    return [block.strip() for block in plain.split("\n\n") if block.strip()]


def words_in(blocks: list[str]) -> int:
    """How many words they have."""
    return sum(len(block.split()) for block in blocks)


def sheet(times: int) -> Sheet:
    """The example so many times, each time under a heading."""
    blocks = "".join(f'<p class="numbered">{escape(block)}</p>' for block in paragraphs())
    body = "".join(f"<h2>{number}</h2>{blocks}" for number in range(1, times + 1))
    html = f'<!doctype html><html lang="en"><head><title>a</title></head><body><main>{body}</main></body></html>'
    theme = ROOT / "templates" / "themes"
    files = (theme / "base.css", theme / "plain" / "theme.css")
    sources = tuple(Source(path.name, path.read_text(encoding="utf-8")) for path in files)
    kind = Kind("statement", Audience.PUBLIC, (), "Statement", (), template=Source("statement.html", ""))
    return Sheet(kind, "en", "ltr", html, Theme("plain", sources), Properties("Universalization", "en"))


if __name__ == "__main__":
    sys.exit(main())
