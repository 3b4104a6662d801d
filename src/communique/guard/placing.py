"""Where each line of an edition stands in a sheet: once, whole, and in order.

The longest lines are placed first, for they stand in one place only; shorter ones then between their
neighbours. What several lines may claim is left until the others are placed.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from itertools import accumulate, islice

from communique.guard.edition_text import Line
from communique.guard.sheet_text import SheetBlock

BRACKETS = r"[^\w]{0,3}"
"""What a template sets round a cue or behind a name."""

Interval = tuple[int, int]


@dataclass
class Placed:
    """Lines in their places, in one row of letters."""

    lines: tuple[Line, ...]
    blocks: tuple[SheetBlock, ...]
    row: str
    edges: tuple[int, ...]
    spaces: frozenset[int]
    at: dict[int, Interval] = field(default_factory=dict)
    taken: list[Interval] = field(default_factory=list)

    @classmethod
    def empty(cls, lines: tuple[Line, ...], blocks: tuple[SheetBlock, ...]) -> "Placed":
        """No line in its place yet."""
        edges = tuple(accumulate((len(block.letters.row) for block in blocks), initial=0))
        starts = zip(blocks, edges, strict=False)
        spaces = frozenset(start + gap for block, start in starts for gap in block.letters.gaps)
        return cls(lines, blocks, "".join(block.letters.row for block in blocks), edges, spaces)

    @cached_property
    def bounds(self) -> frozenset[int]:
        """Where blocks begin and end."""
        return frozenset(self.edges)

    @property
    def missing(self) -> tuple[Line, ...]:
        """The lines that stand nowhere."""
        return tuple(line for number, line in enumerate(self.lines) if number not in self.at)

    def left(self) -> Iterator[tuple[SheetBlock, str]]:
        """What is left of each block when the lines are taken away, each stretch by itself."""
        taken = iter(sorted(self.taken))
        current = next(taken, None)
        for block, start in zip(self.blocks, self.edges, strict=False):
            end, at = start + len(block.letters.row), start
            while current and current[0] < end:
                if current[0] > at:
                    yield block, _between(block, at - start, current[0] - start)
                at = max(at, min(current[1], end))
                if current[1] > end:
                    break
                current = next(taken, None)
            if at < end:
                yield block, _between(block, at - start, end - start)

    def moved_spaces(self) -> Iterator[tuple[Line, int]]:
        """Lines whose spaces differ from those of the sheet, and where."""
        spaces = sorted(self.spaces)
        for number, (start, end) in self.at.items():
            line = self.lines[number]
            if len(line.parts) > 1:
                continue
            inside = spaces[bisect_left(spaces, start + 1) : bisect_left(spaces, end)]
            moved = ({start + gap for gap in line.parts[0].gaps} ^ set(inside)) - self.bounds
            if moved:
                yield line, min(moved) - start

    def cuts_no_word(self, interval: Interval) -> bool:
        """True when a stretch begins and ends with whole words."""
        return all(self._between_words(at) for at in interval)

    def _between_words(self, at: int) -> bool:
        known = at in self.spaces or at in self.bounds
        return known or not (self.row[at - 1].isalnum() and self.row[at].isalnum())


class Choice(Enum):
    """Which of several places a line takes, and which line chooses first."""

    WHOLE_BLOCK = "a whole block, else the first place"
    FIRST = "the first place"
    LAST = "the last place, the last line first"


def place(parts: Sequence[tuple[Line, ...]], blocks: Sequence[SheetBlock]) -> Placed:
    """Every line of every part in its place."""
    best = _placed(parts, blocks, Choice.WHOLE_BLOCK)
    for choice in (Choice.FIRST, Choice.LAST):
        if best.missing:
            best = min(best, _placed(parts, blocks, choice), key=lambda placed: len(placed.missing))
    return best


def _placed(parts: Sequence[tuple[Line, ...]], blocks: Sequence[SheetBlock], choice: Choice) -> Placed:
    lines = tuple(line for part in parts for line in part)
    placed = Placed.empty(lines, tuple(blocks))
    part_of = [number for number, part in enumerate(parts) for _ in part]
    known: list[list[int]] = [[] for _ in parts]
    longest = sorted(range(len(lines)), key=lambda number: -len(lines[number].row))
    in_order = range(len(lines))
    for patient, numbers in ((True, longest), (False, in_order[::-1] if choice is Choice.LAST else in_order)):
        for number in numbers:
            if number in placed.at:
                continue
            part = known[part_of[number]]
            found = list(islice(_free(placed, lines[number], _window(placed, part, number)), 2 if patient else None))
            if not found or (patient and len(found) > 1):
                continue
            interval = _chosen(found, placed.bounds, choice)
            placed.at[number] = interval
            insort(placed.taken, interval)
            insort(part, number)
    return placed


def _chosen(found: list[Interval], bounds: frozenset[int], choice: Choice) -> Interval:
    if choice is Choice.LAST:
        return found[-1]
    whole = [(start, end) for start, end in found if start in bounds and end in bounds]
    return whole[0] if whole and choice is Choice.WHOLE_BLOCK else found[0]


def _window(placed: Placed, known: list[int], number: int) -> Interval:
    """Between the nearest neighbours of the same part that have their place."""
    at = bisect_left(known, number)
    start = placed.at[known[at - 1]][1] if at else 0
    end = placed.at[known[at]][0] if at < len(known) else len(placed.row)
    return start, end


def _free(placed: Placed, line: Line, window: Interval) -> Iterator[Interval]:
    """Where the line stands inside the window, not over another and not inside a word."""
    start, end = window
    pattern = re.compile(BRACKETS.join(re.escape(part.row) for part in line.parts)) if len(line.parts) > 1 else None
    while start < end:
        found = _next(placed.row, line, pattern, start, end)
        if found is None:
            return
        if placed.cuts_no_word(found) and not _overlaps(placed.taken, found):
            yield found
        start = found[0] + 1


def _next(row: str, line: Line, pattern: re.Pattern[str] | None, start: int, end: int) -> Interval | None:
    if pattern:
        match = pattern.search(row, start, end)
        return match.span() if match else None
    at = row.find(line.parts[0].row, start, end)
    return (at, at + len(line.parts[0].row)) if at >= 0 else None


def _overlaps(taken: list[Interval], interval: Interval) -> bool:
    at = bisect_left(taken, interval)
    before = at > 0 and taken[at - 1][1] > interval[0]
    return before or (at < len(taken) and taken[at][0] < interval[1])


def _between(block: SheetBlock, start: int, end: int) -> str:
    """The words of a block from one letter to another, with their spaces."""
    row, spaces = block.letters.row, block.letters.spaces
    return "".join((" " if at in spaces and at > start else "") + row[at] for at in range(start, end))
