"""Taking nodes out of a line so that no gap betrays where they stood."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from communique.model.inline import WRAPPED, Code, FactUse, Inline, LineBreak, Note, Picture, Text

GAP = "\0"
"""Stands for a node that goes; no source may hold this character (read refuses it)."""
THING = "\ufffc"
"""Stands for a picture or a note, which are no words but hold their place (U+FFFC)."""
BREAK = "\u2028"
"""Stands for a break set by hand (U+2028, LINE SEPARATOR)."""
OPENING, CLOSING = "([{“‘«„¿¡", ")]}”’».,;:!?…"


def cut(line: tuple[Inline, ...], goes: Callable[[Inline], bool]) -> tuple[Inline, ...]:
    """The line without the nodes that go, and without one space next to each (DESIGN 3).

    The space goes only where two would meet, or where one would stand at an edge or before a mark
    that closes: words on both sides of a node stay apart as they were typed.
    """
    if not any(_found(line, goes)):
        return line
    spoken = "".join(_spelled(line, goes))
    return tuple(_left(line, goes, _Keeper(spoken, _spare_spaces(spoken))))


def _found(line: tuple[Inline, ...], goes: Callable[[Inline], bool]) -> Iterator[bool]:
    for node in line:
        if goes(node):
            yield True
        elif isinstance(node, WRAPPED):
            yield from _found(node.children, goes)
        elif isinstance(node, Note):
            for paragraph in node.paragraphs:
                yield from _found(paragraph, goes)


def _spelled(line: tuple[Inline, ...], goes: Callable[[Inline], bool]) -> Iterator[str]:
    """The line as one string, a gap for what goes, one character for what is no text."""
    for node in line:
        if goes(node):
            yield GAP
        elif isinstance(node, Text | FactUse | Code):
            yield node.text
        elif isinstance(node, WRAPPED):
            yield from _spelled(node.children, goes)
        else:
            yield BREAK if isinstance(node, LineBreak) else THING


def _spare_spaces(spoken: str) -> frozenset[int]:
    """Offsets of the spaces that go with the gaps."""
    gone: set[int] = set()
    for at in (offset for offset, char in enumerate(spoken) if char == GAP):
        before = next((i for i in range(at - 1, -1, -1) if spoken[i] != GAP and i not in gone), None)
        after = next((i for i in range(at + 1, len(spoken)) if spoken[i] != GAP), None)
        opens = before is None or spoken[before] in OPENING + BREAK
        closes = after is None or spoken[after].isspace() or spoken[after] in CLOSING
        if after is not None and spoken[after].isspace() and opens:
            gone.add(after)
        elif before is not None and spoken[before].isspace() and closes:
            gone.add(before)
    return frozenset(gone)


class _Keeper:
    """Walks along the spelled line and says what is left of each text."""

    def __init__(self, spoken: str, gone: frozenset[int]) -> None:
        self.spoken, self.gone, self.at = spoken, gone, 0

    def skip(self) -> None:
        """Pass by one character: a gap, a break, a picture or a note."""
        self.at += 1

    def left_of(self, text: str) -> str:
        """What is left of the next text."""
        start, self.at = self.at, self.at + len(text)
        return "".join(char for offset, char in enumerate(text, start) if offset not in self.gone)


def _left(line: tuple[Inline, ...], goes: Callable[[Inline], bool], keeper: _Keeper) -> Iterator[Inline]:
    for node in line:
        if goes(node):
            keeper.skip()
        elif isinstance(node, Text | FactUse | Code):
            if words := keeper.left_of(node.text):
                yield replace(node, text=words)
        elif isinstance(node, WRAPPED):
            if children := tuple(_left(node.children, goes, keeper)):
                yield replace(node, children=children)
        elif isinstance(node, Note):
            keeper.skip()
            yield replace(node, paragraphs=tuple(cut(paragraph, goes) for paragraph in node.paragraphs))
        elif isinstance(node, Picture | LineBreak):
            keeper.skip()
            yield node
