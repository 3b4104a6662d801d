"""What a Word file costs beside its PDF, and whether that grows in step with the text; `python benchmarks/word.py`.

A paper of 23 pages in the shipped theme, then texts up to 500,000 words. Only the ratios say something: both sides are
timed in one run, on one machine.
"""

import re
import sys
import time
from collections.abc import Callable
from html import escape
from pathlib import Path

from communique.diagnostics.span import Source
from communique.model.audience import Audience
from communique.model.kind import Format, Kind
from communique.model.page_facts import PageFacts
from communique.model.sheet import Properties, Sheet
from communique.model.theme import Theme
from communique.write.layout import lay_out
from communique.write.writers import WRITERS

ROOT = Path(__file__).resolve().parents[1]
PACK = 13
"""How often the example fills 23 pages."""

SIZES = (5_000, 50_000, 500_000)
ROUNDS = 3


def main() -> int:
    """Print the cost beside the PDF, then the cost of a word by the length of the text."""
    pack = sheet(PACK)
    layout = lay_out(pack)
    WRITERS[Format.DOCX](pack, layout)  # styles compiled and fonts found, as in any build after its first paper
    pdf = best(lambda: WRITERS[Format.PDF](pack, lay_out(pack)))
    word = best(lambda: WRITERS[Format.DOCX](pack, layout))
    print(f"{len(layout.document.pages)} pages: Word {word / pdf:.2f} of the PDF (aim: below 0.25)")
    from communique.write.docx.writer import write_docx  # noqa: PLC0415  needs WeasyPrint loaded, as the layout did

    each = words_in(paragraphs())
    costs = []
    for size in SIZES:
        long = sheet(round(size / each))
        start = time.perf_counter()
        write_docx(long, PageFacts(1))
        costs.append((time.perf_counter() - start) / size)
        print(f"{size:>9,} words: {costs[-1] / costs[0]:.2f} of the cost of a word in the shortest")
    return 0


def best(work: Callable[[], object]) -> float:
    """The seconds of the fastest round."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        rounds.append(time.perf_counter() - start)
    return min(rounds)


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
