"""What the statement says in figures, and which of them comes nearest to another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from fractions import Fraction

from communique.check.line import Line
from communique.check.numerals import Figure, Key, Kind, figures, parts
from communique.diagnostics.span import Span
from communique.model.inline import FactUse

LOOKED_AT = 2000
"""Among how many figures the nearest is sought: a speech has fewer, a hostile text is not worth the time."""


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """A figure where it stands."""

    figure: Figure
    line: Line

    @property
    def words(self) -> str:
        """The figure as it is printed."""
        return self.line.text[self.figure.start : self.figure.end]

    @property
    def span(self) -> Span | None:
        """Its place in the source."""
        return self.line.span(self.figure.start, self.figure.end)

    @property
    def facts(self) -> tuple[FactUse, ...]:
        """The facts that give it its value."""
        return self.line.facts_of(self.figure.start, self.figure.end)

    def told(self) -> str:
        """How a message names it: `75, line 31, fact `ratifications``."""
        place = f", line {self.span.line}" if self.span else ""
        facts = "".join(f", fact `{use.fact}`" for use in self.facts)
        return f"{self.words}{place}{facts}"


def figures_in(lines: Iterable[Line]) -> Iterator[SaidFigure]:
    """The figures of the lines, in reading order."""
    for line in lines:
        for figure in figures(line.text, line.language):
            yield SaidFigure(figure, line)


@dataclass(frozen=True)
class Said:
    """Figures that may be looked up and compared."""

    all: tuple[SaidFigure, ...]
    exact: dict[Key, set[str]] = field(default_factory=dict, repr=False)
    vague: dict[Key, set[str]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, said: Iterable[SaidFigure]) -> "Said":
        """The figures with their look-up tables: units by value."""
        table = cls(tuple(said))
        for one in table.all:
            for part in parts(one.figure):
                table.exact.setdefault(part.key, set()).add(part.unit)
                for key in part.vaguer():
                    table.vague.setdefault(key, set()).add(part.unit)
        return table

    def has(self, figure: Figure) -> bool:
        """True when the same is said; a date may leave out what another one says."""
        units = self.exact.get(figure.key, set()) | self.vague.get(figure.key, set())
        for key in figure.vaguer():
            units = units | self.exact.get(key, set())
        return any(figure.may_measure(unit) for unit in units)

    def nearest(self, figure: Figure, words: str) -> SaidFigure | None:
        """The figure that was probably meant: close in value or in its digits."""
        alike = [one for one in self.all[:LOOKED_AT] if one.figure.kind is figure.kind]
        scored = [(_closeness(figure, words, one), -number, one) for number, one in enumerate(alike)]
        best = max(scored, default=None, key=lambda scored: scored[:2])
        return best[2] if best and best[0] >= 0.5 else None


def _closeness(figure: Figure, words: str, said: SaidFigure) -> float:
    """From 0 to 1: how near two figures are; another unit is only near for the same number."""
    if figure.unit != said.figure.unit:
        return 0.6 if figure.value == said.figure.value else 0.0
    mine, theirs = figure.value, said.figure.value
    if isinstance(mine, Fraction) and isinstance(theirs, Fraction):
        larger = max(mine, theirs)
        return float(min(mine, theirs) / larger) if larger else 1.0
    if figure.kind is Kind.DATE and isinstance(mine, tuple) and isinstance(theirs, tuple):
        return sum(a == b for a, b in zip(mine, theirs, strict=True)) / 3 + 0.2
    return SequenceMatcher(None, words, said.words, autojunk=False).ratio()
