"""Following a finished file's text along the text that it should have.

Each piece that was read back either goes on with the expected text, or with the expected notes, or is a
number that the style generated where one may stand. All the ways are followed at once, so that the
place where a reader of PDF finds the notes of a page does not matter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from communique.guard.letters import HYPHEN, Letters, letters, same
from communique.guard.reading import Piece, Stands
from communique.guard.sheet_text import SheetBlock

GENERATED = re.compile(
    r"[\W_]*(?:\d{1,5}|(?:[a-z]|x{0,3}(?:ix|iv|v?i{0,3}))[.)])?[\W_]*",
    re.IGNORECASE,
)
"""What a style may generate: a number, "a)" or "iv." before an item, a sign. Never a word."""


class State(NamedTuple):
    """How many letters of the text, and of the notes, were found so far.

    `owed`: a number was taken for the one before a note, so that the note has to follow.
    """

    at: int = 0
    noted: int = 0
    owed: bool = False


class Expected:
    """The blocks of one stand (text or notes) as one row of letters."""

    def __init__(self, blocks: Sequence[SheetBlock], *, turned: bool = False) -> None:
        self.blocks, self.turned = tuple(blocks), turned
        self.row = "".join(block.letters.row for block in blocks)
        self.starts: list[int] = []
        spaces: set[int] = set()
        holes: set[int] = {0}
        at = 0
        for block in blocks:
            self.starts.append(at)
            spaces.update(at + gap for gap in block.letters.gaps)
            holes.update(at + hole for hole in (0, *block.holes, len(block.letters.row)))
            at += len(block.letters.row)
        self.edges = frozenset((*self.starts, at))
        self.spaces, self.holes = frozenset(spaces), frozenset(holes)


@dataclass(frozen=True, slots=True)
class Step:
    """One piece in its place: `start` and `end` in the expected row; equal when it was generated."""

    piece: Piece
    found: Letters
    stands: Stands
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Trace:
    """How the pieces follow the expected text. `complete`: to its end; else as far as they do."""

    steps: tuple[Step, ...]
    complete: bool


def follow(pieces: Sequence[Piece], flow: Expected, notes: Expected) -> Trace:
    """The pieces along the expected text and notes."""
    states: dict[State, tuple[State, Step] | None] = {State(): None}
    trail = [states]
    for piece in pieces:
        found = letters(piece.text)
        if not found.row:
            continue
        reached: dict[State, tuple[State, Step] | None] = {}
        for state in states:
            for after, step in _ways(piece, found, state, flow, notes):
                reached.setdefault(after, (state, step))
        if not reached:
            break
        states = reached
        trail.append(states)
    else:
        end = State(len(flow.row), len(notes.row))
        if end in states:
            return Trace(tuple(_back(trail, end)), complete=True)
    return Trace(tuple(_back(trail, max(states))), complete=False)


def _ways(piece: Piece, found: Letters, state: State, flow: Expected, notes: Expected) -> Iterator[tuple[State, Step]]:
    at, noted, owed = state
    if (end := _goes_on(found.row, flow, at)) and not owed:
        yield State(end, noted), Step(piece, found, Stands.FLOW, at, end)
    if end := _goes_on(found.row, notes, noted):
        yield State(at, end), Step(piece, found, Stands.NOTE, noted, end)
    if GENERATED.fullmatch(found.row):
        step = Step(piece, found, Stands.FLOW, at, at)
        if at in flow.holes and not owed:
            yield state, step
        if noted in notes.holes and noted < len(notes.row):
            yield State(at, noted, owed=True), step


def _goes_on(found: str, expected: Expected, at: int) -> int:
    """Where the expected row is after this piece, or 0 when it does not go on with it."""
    row, turned, length = expected.row, expected.turned, len(found)
    if not at < len(row):
        return 0
    if row.startswith(found, at) or same(found, row[at : at + length], turned=turned):
        return at + length
    if found[-1] == HYPHEN and length > 1 and same(found[:-1], row[at : at + length - 1], turned=turned):
        return at + length - 1
    shorter = (fewer for fewer in range(length - 3, length) if fewer > 0)
    return next((at + fewer for fewer in shorter if row[at : at + fewer].upper() == found), 0)


def _back(trail: list[dict[State, tuple[State, Step] | None]], end: State) -> list[Step]:
    """The steps that led to a state."""
    steps: list[Step] = []
    for states in reversed(trail):
        came = states[end]
        if came is not None:
            end, step = came[0], came[1]
            steps.append(step)
    return steps[::-1]
