"""The paragraphs of a draft: hard-wrapped lines are joined, pages put together, and every doubt is told.

Three ways of writing are understood: a blank line between paragraphs, whose lines are wrapped or not; one line a
paragraph; and lines wrapped at one width with no blank line at all, where a paragraph ends with a line that could have
held the next word, or before one that is set in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Source
from communique.read.draft.pages import Line, doubt, lines_of

SENTENCE_END = re.compile(r"[.!?:…؟。][\"'”’»)\]]*$")
ITEM = re.compile(r"(?:[-*•–‣▪◦·]|\(?\d{1,3}[.)])\s+")
WIDEST_WRAP = 100
"""Characters: programs wrap plain text at 60 to 90; a longer line is a paragraph of its own."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Each paragraph in one line, in order, and what had to be guessed."""

    paragraphs: tuple[str, ...]
    doubts: tuple[Diagnostic, ...]


def paragraphs_of(source: Source) -> Draft:
    """The paragraphs of a draft, word for word, and the doubts about them, each at its line."""
    lines, doubts = lines_of(source)
    width = max((len(line.text) for line in lines if len(line.text) <= WIDEST_WRAP), default=0)
    blocks = list(_blocks(lines))
    if len(blocks) == 1 and (parted := list(_parted_by_shape(blocks[0], width))) != blocks:
        message = "no blank line parts the paragraphs; they were told by the ends of lines, for the first time here"
        doubts.append(doubt(source, parted[1][0], message, "compare where paragraphs begin"))
        blocks = parted
    found = []
    for block in blocks:
        for piece in _pieces(block):
            doubts += _doubts_within(source, piece, width)
            found.append(_joined(piece))
    return Draft(tuple(found), tuple(sorted(doubts, key=lambda each: each.span.line if each.span else 0)))


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines between gaps; a gap that a page end made is none in the middle of a sentence."""
    block: list[Line] = []
    gap = seam = False
    for line in lines:
        if not line.text:
            gap, seam = gap or not line.is_seam, seam or line.is_seam
            continue
        if block and (gap or seam) and not (seam and not SENTENCE_END.search(block[-1].text)):
            yield block
            block = []
        block.append(line)
        gap = seam = False
    if block:
        yield block


def _parted_by_shape(block: Sequence[Line], width: int) -> Iterator[list[Line]]:
    """One block that is the whole draft, parted where the ends of its lines say so."""
    part: list[Line] = []
    for line in block:
        if part and _parts(part[-1], line, width):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _parts(before: Line, line: Line, width: int) -> bool:
    """True when a paragraph ends before this line, as far as its shape can say."""
    ended = bool(SENTENCE_END.search(before.text))
    if _ended_early(before, line, width):
        return ended or not line.text[0].islower()
    return ended and line.indent > before.indent


def _pieces(block: Sequence[Line]) -> Iterator[list[Line]]:
    """A block as paragraphs: each long line is one, each item of a list is one, else all of it is one."""
    if any(len(line.text) > WIDEST_WRAP for line in block):
        yield from ([line] for line in block)
        return
    piece: list[Line] = []
    for line in block:
        if piece and ITEM.match(line.text) and ITEM.match(block[0].text):
            yield piece
            piece = []
        piece.append(line)
    yield piece


def _joined(piece: Sequence[Line]) -> str:
    """The lines as one; after a hyphen without a space, for that is how words with hyphens are wrapped."""
    text = ""
    for line in piece:
        text += line.text if not text or _ends_in_hyphen(text) else f" {line.text}"
    return text


def _ends_in_hyphen(text: str) -> bool:
    return text.endswith("-") and text[-2:-1].isalnum()


def _doubts_within(source: Source, piece: Sequence[Line], width: int) -> Iterator[Diagnostic]:
    for line, after in pairwise(piece):
        if _ends_in_hyphen(line.text):
            yield doubt(source, line, "the hyphen at the end of this line was kept", "see whether the word has one")
        elif _ended_early(line, after, width):
            yield doubt(source, line, "this line was joined with the next", "part them by a blank line, if meant")


def _ended_early(line: Line, after: Line, width: int) -> bool:
    """True when the next word would have stood on this line, had a program wrapped it."""
    return len(line.text) + 1 + len(after.text.split()[0]) <= width
