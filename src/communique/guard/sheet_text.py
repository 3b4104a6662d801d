"""The visible words of a sheet, block by block, with the places where numbers are generated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import html

from communique.guard.letters import Letters, letters
from communique.guard.reading import Stands
from communique.model.sheet import Sheet

INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "em", "i", "img", "kbd", "mark", "q", "s", "samp", "small",
    "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
})  # fmt: skip
SILENT = frozenset({"head", "script", "style", "template", "title"})
NOTE = "fn"
"""The class of a footnote, which stands whole at its call."""

RUNNING = re.compile(r"([^{}]+)\{[^{}]*(?:\bposition\s*:\s*running\(|--docx-watermark\s*:)")
CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class SheetBlock:
    """One block of the sheet. `holes`: offsets in its letters at which the style may put a number.

    `repeats`: it heads a table, and stands again at the top of each page that the table runs on to.
    """

    letters: Letters
    name: str
    stands: Stands
    contents: bool = False
    holes: tuple[int, ...] = field(default=(), repr=False)
    repeats: bool = False


def blocks_of(sheet: Sheet) -> tuple[SheetBlock, ...]:
    """The blocks in reading order; a note follows the block that calls it."""
    reader = _Reader(_running(sheet.theme.css))
    reader.read(html.document_fromstring(sheet.html), Stands.FLOW, contents=False)
    reader.close()
    return tuple(reader.blocks)


def spelled(blocks: tuple[SheetBlock, ...]) -> str:
    """All the words of the blocks, one block behind the other."""
    return " ".join(word for block in blocks for word in block.letters.words)


@lru_cache(maxsize=8)
def _running(css: str) -> frozenset[str]:
    """The classes of what leaves the text for the margins of the pages, or stands behind each."""
    selectors = [one.split() for found in RUNNING.findall(COMMENT.sub("", css)) for one in found.split(",")]
    return frozenset(name for selector in selectors if selector for name in CLASS.findall(selector[-1]))


class _Reader:
    """Walks the tree and gathers the text of each innermost block."""

    def __init__(self, running: frozenset[str]) -> None:
        self.running = running
        self.blocks: list[SheetBlock] = []
        self.texts: list[str] = []
        self.holes: list[int] = []
        self.heads = 0
        self.state: tuple[str, Stands, bool] = ("body", Stands.FLOW, False)

    def read(self, element: html.HtmlElement, stands: Stands, *, contents: bool) -> None:
        """Read an element and what it holds."""
        name = element.tag
        if not isinstance(name, str) or name in SILENT:
            return
        classes = (element.get("class") or "").split()
        if name not in INLINE:
            stands = Stands.MARGIN if self.running.intersection(classes) else stands
            contents = contents or name == "nav"
            outer, self.state = self.state, (".".join((name, *classes[:1])), stands, contents)
            self.close(outer)
            self.heads += name == "thead"
            self._inside(element, stands, contents=contents)
            self.close(self.state)
            self.heads -= name == "thead"
            self.state = outer
        elif NOTE in classes:
            self.holes.append(len(self.texts))
            self._note(element)
        elif name == "br":
            self.texts.append(" ")
        else:
            if len(element) == 0 and not element.text:
                self.holes.append(len(self.texts))
            self._inside(element, stands, contents=contents)

    def _inside(self, element: html.HtmlElement, stands: Stands, *, contents: bool) -> None:
        self.texts.append(element.text or "")
        for child in element:
            self.read(child, stands, contents=contents)
            self.texts.append(child.tail or "")

    def _note(self, element: html.HtmlElement) -> None:
        """A note is a block of its own; the block around it goes on behind it."""
        apart = _Reader(self.running)
        apart.state = (f"{element.tag}.{NOTE}", Stands.NOTE, False)
        apart._inside(element, Stands.NOTE, contents=False)
        apart.close()
        self.blocks += apart.blocks

    def close(self, state: tuple[str, Stands, bool] | None = None) -> None:
        """End the block that was gathered so far."""
        name, stands, contents = state or self.state
        row = letters("".join(self.texts))
        if row.row or self.holes:
            holes = tuple(_offsets(self.texts, self.holes))
            self.blocks.append(SheetBlock(row, name, stands, contents, holes, self.heads > 0))
        self.texts, self.holes = [], []


def _offsets(texts: list[str], holes: list[int]) -> Iterator[int]:
    """Where the holes are, counted in letters."""
    for hole in holes:
        yield len(letters("".join(texts[:hole])).row)
