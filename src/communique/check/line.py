"""A line of words in which every character knows its place in the source."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from communique.diagnostics.span import Source, Span
from communique.model.audience import Audience
from communique.model.block import Aside, Block
from communique.model.inline import FactUse, Inline

ENTITY = re.compile(r"&#?\w{1,32};")
BETWEEN_LINES = re.compile(r"[\s>]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line that one node printed: `text` at the offset `start`; `link` leads from it."""

    start: int
    text: str
    node: Inline
    language: str
    is_read: bool = True
    link: str = ""


@dataclass(frozen=True)
class Line:
    """The words between two block ends: a paragraph, a cell, a title, a note, an alternative text.

    `block` is what it stands in, None for a particular of the front matter; `aside` the point,
    question, background or objective around it. `is_read`: read out, not only circulated.
    `is_cue`: a stage direction.
    """

    pieces: tuple[Piece, ...]
    audience: Audience
    language: str
    block: Block | None = None
    aside: Aside | None = None
    is_read: bool = True
    is_cue: bool = False
    sources: Mapping[str, Source] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def text(self) -> str:
        """The words as they are printed; notes and cues are lines of their own."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def is_public(self) -> bool:
        """True when the room may see it."""
        return self.audience is Audience.PUBLIC

    def pieces_of(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that `text[start:end]` touches."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_right(self._starts, max(end - 1, start))
        return self.pieces[first:last]

    def reads(self, start: int, end: int) -> bool:
        """True when `text[start:end]` is read out."""
        return self.is_read and all(piece.is_read for piece in self.pieces_of(start, end))

    def facts_of(self, start: int, end: int) -> tuple[FactUse, ...]:
        """The facts whose values `text[start:end]` touches."""
        return tuple(piece.node for piece in self.pieces_of(start, end) if isinstance(piece.node, FactUse))

    def span(self, start: int, end: int) -> Span | None:
        """The place of `text[start:end]` in its source."""
        touched = self.pieces_of(start, end)
        if not touched:
            return None
        first, last = touched[0], touched[-1]
        opening = self._place(first, start - first.start, start - first.start + 1)
        closing = self._place(last, max(end - 1 - last.start, 0), end - last.start)
        if opening is None or closing is None or opening.path != closing.path:
            return opening or closing
        return Span(opening.path, opening.line, opening.column, closing.end_line, closing.end_column)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(piece.start for piece in self.pieces)

    @cached_property
    def _aligned(self) -> dict[int, tuple[int, ...]]:
        return {}

    def _place(self, piece: Piece, start: int, end: int) -> Span | None:
        """The place of a piece of a piece; of the whole node where what is typed is not what is printed."""
        span = piece.node.span
        source = self.sources.get(span.path) if span else None
        if span is None or source is None or isinstance(piece.node, FactUse):
            return span
        if piece.start not in self._aligned:
            self._aligned[piece.start] = aligned(source.at(span), piece.text)
        offsets = self._aligned[piece.start]
        if not offsets:
            return span
        origin = source.offset(span.line, span.column)
        return source.span(origin + offsets[start], origin + offsets[min(end, len(offsets)) - 1] + 1)


def aligned(typed: str, printed: str) -> tuple[int, ...]:
    """The offset in what was typed of each printed character; nothing when the two do not go together."""
    at = typed.find(printed)
    if at >= 0:
        return tuple(range(at, at + len(printed)))
    offsets = tuple(_steps(typed, printed))
    return offsets if len(offsets) == len(printed) else ()


def _steps(typed: str, printed: str) -> Iterator[int]:
    """One offset a printed character, as long as escapes, entities and line ends explain the difference."""
    at, pending = 0, ""
    for char in printed:
        if pending:
            yield at - 1
            pending = pending[1:]
            continue
        if char.isspace() and typed[at : at + 1].isspace():
            yield at
            between = BETWEEN_LINES.match(typed, at)
            at = between.end() if between and "\n" in between.group() else at + 1
            continue
        if typed[at : at + 1] == "\\" and typed[at + 1 : at + 2] == char:
            at += 1
        elif entity := ENTITY.match(typed, at):
            meant = html.unescape(entity.group())
            if meant.startswith(char) and meant != entity.group():
                yield at
                at, pending = entity.end(), meant[1:]
                continue
        if typed[at : at + 1] != char:
            return
        yield at
        at += 1
