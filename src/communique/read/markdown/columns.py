"""The way back from the text that the parser saw to the file.

Quotations, lists and tables strip what stands before the words; the words of a line are the end of
their source line, so that each line of a content is looked for from the right.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from communique.diagnostics.span import Source, Span

LINE_END = "\r\n"
CONTAINERS = re.compile(r"(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))*[ \t]*")


@dataclass(frozen=True)
class Stretch:
    """A text taken from a file, and where its pieces stand there: (offset in the text, offset in the file)."""

    source: Source = field(repr=False)
    text: str
    pieces: tuple[tuple[int, int], ...]

    def at(self, offset: int) -> int:
        """The offset in the file of an offset in the text."""
        begin, there = self.pieces[max(0, bisect_right(self.pieces, offset, key=lambda piece: piece[0]) - 1)]
        return there + offset - begin

    def span(self, start: int, end: int) -> Span:
        """The place of `text[start:end]` in the file."""
        if end <= start:
            here = self.at(start)
            return self.source.span(here, here)
        return self.source.span(self.at(start), self.at(end - 1) + 1)

    def part(self, start: int, end: int) -> "Stretch":
        """A part of the text, still knowing its place."""
        inside = [(begin - start, there) for begin, there in self.pieces if start < begin < end]
        return Stretch(self.source, self.text[start:end], ((0, self.at(start)), *inside))

    @property
    def whole(self) -> Span:
        """The place of all of it."""
        return self.span(0, len(self.text))


def lines_of_content(source: Source, content: str, line: int) -> Stretch:
    """The content of a paragraph, heading or term that begins on a line (counted from 1)."""
    pieces: list[tuple[int, int]] = []
    begin = 0
    for number, piece in enumerate(content.split("\n"), line):
        words = piece.lstrip(" \t")
        typed = source.lines[number - 1].rstrip(LINE_END)
        found = max(0, typed.rfind(words))
        lead = min(len(piece) - len(words), found)
        pieces.append((begin, source.offset(number, 1) + found - lead))
        begin += len(piece) + 1
    return Stretch(source, content, tuple(pieces))


def cells_of_row(source: Source, line: int) -> list[Stretch]:
    r"""The cells of a table row, without the backslash of `\|`, as the parser parts them."""
    typed = source.lines[line - 1].rstrip(LINE_END)
    start = CONTAINERS.match(typed).end()  # type: ignore[union-attr] # it always matches
    end = len(typed.rstrip(" \t"))
    bounds, escaped = [start - 1], False
    for offset in range(start, end):
        if typed[offset] == "|" and not escaped:
            bounds.append(offset)
        escaped = typed[offset] == "\\"
    bounds.append(end)
    cells = [(left + 1, right) for left, right in pairwise(bounds)]
    if cells and typed[slice(*cells[0])] == "":
        cells.pop(0)
    if cells and typed[slice(*cells[-1])] == "":
        cells.pop()
    return [_cell(source, typed, source.offset(line, 1), *cell) for cell in cells]


def _cell(source: Source, typed: str, base: int, left: int, right: int) -> Stretch:
    while left < right and typed[left] in " \t":
        left += 1
    while right > left and typed[right - 1] in " \t":
        right -= 1
    text, pieces = "", [(0, base + left)]
    for offset in range(left, right):
        if typed[offset] == "\\" and typed[offset + 1 : offset + 2] == "|" and offset + 1 < right:
            pieces.append((len(text), base + offset + 1))
        else:
            text += typed[offset]
    return Stretch(source, text, tuple(pieces))
