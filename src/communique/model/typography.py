"""Typography: curly marks and spaces that do not break, made in one place and folded back in one place.

Only what is printed is set so; the content stays as typed (DESIGN 6). Each character is replaced by
what stands in for it and none moves, so that the words of a line can be set together and handed
back to the nodes that they came from.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from communique.model.bindings import bound_spaces
from communique.model.quotation_marks import Marks, marks_of

OPENERS = "([{<«„“‘‚–—-/¿¡"
APOSTROPHE = "’"

SYMBOL = re.compile(r"(?<![\w/])[A-Z][A-Za-z]*(?:/[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*)+(?![\w/])")
"""A document symbol, CCM/MSP/2011/WP.3/Rev.1: it never breaks across lines."""


class Run(NamedTuple):
    """Words in one language; those set as they are (code, a file name) keep every character."""

    text: str
    language: str
    as_is: bool = False


def typeset(text: str, language: str, before: str = "", after: str = "") -> str:
    """The text as a printer sets it; `before` and `after` are the words that stand next to it."""
    runs = (Run(before, language, as_is=True), Run(text, language), Run(after, language, as_is=True))
    return typeset_runs(runs)[1]


def typeset_runs(runs: Sequence[Run]) -> list[str]:
    """The texts of one line, set together: a quotation may open in one and close in another."""
    line = "".join(run.text for run in runs)
    bounds = _bounds(runs)
    set_in = [number for number, run in enumerate(runs) for _ in run.text]
    printed = list(line)
    for language in {run.language for run in runs if not run.as_is}:
        for at, space in bound_spaces(line, language):
            if runs[set_in[at]].language == language:
                printed[at] = space
    _set_marks(line, [runs[number] for number in set_in], printed)
    for run, (start, end) in zip(runs, bounds, strict=True):
        if run.as_is:
            printed[start:end] = run.text
    return ["".join(printed[start:end]) for start, end in bounds]


def fold(text: str) -> str:
    """What typesetting makes of a text taken back, and nothing else: for comparing what was printed."""
    inside = re.sub(f"«[{SPACES}]?", '"', text)
    return re.sub(f"[{SPACES}]?»", '"', inside).translate(_FOLDED)


SPACES = " \u00a0\u202f"
_FOLDED = str.maketrans({**dict.fromkeys("“”„", '"'), **dict.fromkeys("‘’‚‹›", "'"), **dict.fromkeys(SPACES, " ")})


def symbols(text: str) -> list[tuple[int, int]]:
    """Where document symbols stand: words of capitals and numbers with slashes, at least one number."""
    found = (match.span() for match in SYMBOL.finditer(text))
    return [(start, end) for start, end in found if any(char.isdigit() for char in text[start:end])]


def _bounds(runs: Sequence[Run]) -> list[tuple[int, int]]:
    ends, at = [], 0
    for run in runs:
        ends.append((at, at + len(run.text)))
        at += len(run.text)
    return ends


def _set_marks(line: str, run_at: list[Run], printed: list[str]) -> None:
    """Straight quotation marks and apostrophes become those of the language they stand in."""
    opened: set[int] = set()
    singles, last = 0, max((match.start() for match in _CLOSING_SINGLE.finditer(line)), default=-1)
    for at, char in enumerate(line):
        if char not in "\"'":
            continue
        before, after = line[at - 1] if at else "", line[at + 1] if at + 1 < len(line) else ""
        opens = _opens(before, after, first=not at, after_opener=at - 1 in opened)
        marks = marks_of(run_at[at].language)
        if char == '"':
            printed[at] = _double(marks, opens=opens, closes=bool(before) and not before.isspace())
        else:
            opens = opens and not after.isdigit() and last > at + 1
            closes = singles > 0 and _ends_word(before, after)
            singles += opens - closes
            printed[at] = _single(marks, before, after, opens=opens, closes=closes)
        if opens:
            opened.add(at)


def _opens(before: str, after: str, *, first: bool, after_opener: bool) -> bool:
    stands_before = first or before.isspace() or before in OPENERS or after_opener
    return stands_before and bool(after) and not after.isspace()


def _double(marks: Marks | None, *, opens: bool, closes: bool) -> str:
    if marks is None or not (opens or closes):
        return '"'
    return marks.opening if opens else marks.closing


def _single(marks: Marks | None, before: str, after: str, *, opens: bool, closes: bool) -> str:
    if opens and marks:
        return marks.opening_single
    if closes and marks:
        return marks.closing_single
    return APOSTROPHE if before.isalnum() or after.isalnum() else "'"


def _ends_word(before: str, after: str) -> bool:
    return bool(before) and not before.isspace() and not after.isalnum()


_CLOSING_SINGLE = re.compile(r"(?<=\S)'(?!\w)")
