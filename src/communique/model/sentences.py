"""The sentences of a line, with the marks on its words kept."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from communique.model.bindings import ADDRESSES, NUMBERED
from communique.model.inline import WRAPPED, Code, Cue, FactUse, Inline, LineBreak, Text

Line = tuple[Inline, ...]

ENDINGS = "\"'”’»“)]"
"""Marks that may stand behind the full stop of a sentence and still belong to it."""


def sentences(line: Line, language: str) -> tuple[Line, ...]:
    """Each sentence as a line of its own, the space between two left out.

    "Mr.", "H.E.", "No." and "Art." end none. A cue counts as no word, so a pause between two
    sentences stays at the end of the first. A break set by hand is kept inside its sentence.
    """
    text = "".join(_spelled(line))
    pieces = (_stripped(piece) for piece in _cut_at(line, [*_ends(text, language)]))
    return tuple(piece for piece in pieces if piece)


def _spelled(line: Line) -> Iterator[str]:
    """The words in which the ends are sought: the line without cues and notes."""
    for node in line:
        if isinstance(node, Text | FactUse | Code):
            yield node.text
        elif isinstance(node, LineBreak):
            yield " "
        elif isinstance(node, WRAPPED) and not isinstance(node, Cue):
            yield from _spelled(node.children)


def _ends(text: str, language: str) -> Iterator[int]:
    """The offsets behind each sentence but the last, the space that follows it included."""
    from sentencex import get_sentence_boundaries  # noqa: PLC0415 - needed by one kind alone

    base = language.partition("-")[0].lower()
    for boundary in get_sentence_boundaries(base, text):
        end = int(boundary["end_index"])
        if end < len(text) and not _abbreviated(base).search(text[:end]):
            yield end


@lru_cache(maxsize=16)
def _abbreviated(base: str) -> re.Pattern[str]:
    """A text that ends in an abbreviation, which ends no sentence."""
    known = f"{ADDRESSES.get(base, '')} {NUMBERED.get(base, '')}".split()
    words = "|".join(re.escape(word.rstrip(".")) for word in known if "(" not in word and len(word) < 6)
    return re.compile(rf"(?<!\w)(?i:{words or '(?!)'})\.\s*\Z")


def _cut_at(line: Line, ends: list[int]) -> Iterator[Line]:
    left, taken = line, 0
    for end in ends:
        head, left = _split(left, end - taken)
        taken = end
        yield head
    yield left


def _split(line: Line, at: int) -> tuple[Line, Line]:
    """The line before and behind an offset of its spelled words; what has no words stays before."""
    head: list[Inline] = []
    for number, node in enumerate(line):
        length = len("".join(_spelled((node,))))
        if length < at or not length:
            head.append(node)
            at -= length
        elif length == at:
            return _with_followers([*head, node], line[number + 1 :])
        else:
            before, behind = _split_node(node, at) if at else ((), (node,))
            return (*head, *before), (*behind, *line[number + 1 :])
    return tuple(head), ()


def _with_followers(head: list[Inline], rest: Line) -> tuple[Line, Line]:
    """Cues and notes that stand right behind a sentence end go with it."""
    wordless = next((n for n, node in enumerate(rest) if "".join(_spelled((node,)))), len(rest))
    return (*head, *rest[:wordless]), rest[wordless:]


def _split_node(node: Inline, at: int) -> tuple[Line, Line]:
    if isinstance(node, Text | FactUse | Code):
        return (replace(node, text=node.text[:at]),), (replace(node, text=node.text[at:]),)
    if isinstance(node, WRAPPED):
        before, behind = _split(node.children, at)
        return (replace(node, children=before),), (replace(node, children=behind),)
    return (node,), ()


def _stripped(line: Line) -> Line:
    """The line without the space at its two ends, nor a break there."""
    line = _trimmed(line, last=False)
    return _trimmed(line, last=True)


def _trimmed(line: Line, *, last: bool) -> Line:
    while line:
        edge, rest = (line[-1], line[:-1]) if last else (line[0], line[1:])
        left = _trimmed_node(edge, last=last)
        if left is edge:
            return line
        line = rest if left is None else ((*rest, left) if last else (left, *rest))
        if left is not None:
            return line
    return line


def _trimmed_node(node: Inline, *, last: bool) -> Inline | None:
    """The node without space at one end; the same node when there is none; None when nothing is left."""
    if isinstance(node, LineBreak):
        return None
    if isinstance(node, Text):
        text = node.text.rstrip() if last else node.text.lstrip()
        return node if text == node.text else (replace(node, text=text) if text else None)
    if isinstance(node, WRAPPED):
        children = _trimmed(node.children, last=last)
        return node if children == node.children else (replace(node, children=children) if children else None)
    return node
