"""A number typed into the statement that says another value than the fact it stands for."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from communique.check.facts import fact_uses, places_of
from communique.check.line import Line
from communique.check.numerals import Figure, Kind, figures
from communique.check.reading import Reading
from communique.check.said import SaidFigure
from communique.diagnostics.codes.check import CONTRADICTED_FACT
from communique.diagnostics.diagnostic import Diagnostic, Related
from communique.model.fact import Fact
from communique.model.inline import FactUse

CLOSE = Fraction(2, 3)
"""Two values for one thing differ by little: 75 and 76, seldom 75 and 750."""
IN_COMMON = 2
CLAUSE = re.compile(r"[^.,;:()–—?!\n]{0,80}")
WORD = re.compile(r"[^\W\d_]{3,}")
EMPTY_WORDS = frozenset(
    [
        "already",
        "been",
        "from",
        "have",
        "more",
        "other",
        "than",
        "that",
        "their",
        "them",
        "these",
        "this",
        "those",
        "were",
        "which",
        "will",
        "with",
    ]
)
STEM = 5
EARLIER = re.compile(
    r"\b(?:ago|last|previous(?:ly)?|earlier|former(?:ly)?|compared|up from|had|only|then|were|was)\b", re.IGNORECASE
)
YEAR_BEFORE = re.compile(
    r"\b(?:in|by|until|before|of|on)\s(?:[\w ]{0,20}\s)?((?:19|20)\d\d),?\s(?:\w+\s){0,3}\Z", re.IGNORECASE
)
SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
LOOKED_BACK = 90


@dataclass(frozen=True, slots=True)
class _Counted:
    """A fact that is a number, and the words that say what it counts."""

    fact: Fact
    figure: Figure
    names: frozenset[str]
    context: frozenset[str]


def contradicted_facts(reading: Reading) -> Iterator[Diagnostic]:
    """A plain number of the statement that counts what a fact counts, and differs from it a little.

    It counts the same when two words agree: those behind the number against the fact's name, its
    label and the words behind its uses. A number of an earlier time ("in 2010", "last year") is none.
    """
    uses = fact_uses(reading.lines)
    counted = [one for fact in reading.speech.facts if (one := _counted(fact, reading, uses))]
    values = {one.figure.value for one in counted}
    for said in reading.said_or_circulated:
        if said.facts or said.figure.kind is not Kind.NUMBER or said.figure.value in values or not counted:
            continue
        for one in counted:
            if _is_close(said.figure, one.figure) and _in_common(said, one) and not _is_earlier(said, reading):
                yield _finding(said, one.fact, uses[one.fact.name])


def _counted(fact: Fact, reading: Reading, uses: defaultdict[str, list[tuple[Line, FactUse]]]) -> _Counted | None:
    found = figures(fact.value, reading.speech.language)
    if len(found) != 1 or found[0].kind is not Kind.NUMBER:
        return None
    names = _stems(fact.name.replace("_", " ").replace("-", " "))
    behind = [_stems(_behind(line, use)) for line, use in uses[fact.name]]
    return _Counted(fact, found[0], names, names.union(_stems(fact.label), *behind))


def _behind(line: Line, use: FactUse) -> str:
    end = next(piece.start + len(piece.text) for piece in line.pieces if piece.node is use)
    return _clause(line.text, end)


def _clause(text: str, start: int) -> str:
    clause = CLAUSE.match(text, start)
    return " ".join(clause.group().split()[:7]) if clause else ""


def _stems(words: str) -> frozenset[str]:
    found = (word.casefold() for word in WORD.findall(words))
    return frozenset(word[:STEM] for word in found if word not in EMPTY_WORDS)


def _is_close(said: Figure, fact: Figure) -> bool:
    one, other = said.value, fact.value
    if not isinstance(one, Fraction) or not isinstance(other, Fraction) or said.unit != fact.unit:
        return False
    return min(one, other) >= CLOSE * max(one, other)


def _in_common(said: SaidFigure, counted: _Counted) -> bool:
    words = _stems(_clause(said.line.text, said.figure.end))
    return len(words & counted.context) + len(words & counted.names) >= IN_COMMON


def _is_earlier(said: SaidFigure, reading: Reading) -> bool:
    """True when the number is said of a time before."""
    text, start, end = said.line.text, said.figure.start, said.figure.end
    before = re.split(r"[.;?!]\s", text[max(start - LOOKED_BACK, 0) : start])[-1]
    if EARLIER.search(_clause(text, end)) or EARLIER.search(before):
        return True
    year = YEAR_BEFORE.search(before)
    return year is not None and int(year[1]) < reading.day.year and not SINCE.search(before)


def _finding(said: SaidFigure, fact: Fact, uses: list[tuple[Line, FactUse]]) -> Diagnostic:
    message = f"{said.words}: the fact `{fact.name}` is {fact.value}"
    advice = f"write {{{{ {fact.name} }}}}; if both are right, give the other number as a fact of its own"
    return CONTRADICTED_FACT.at(said.span, message, advice, tuple(Related(*place) for place in places_of(fact, uses)))
