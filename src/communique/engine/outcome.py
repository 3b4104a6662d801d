"""What came of a build, as values."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from communique.deliver.pack import Paper
from communique.diagnostics.diagnostic import Diagnostic
from communique.engine.remember import Record
from communique.model.audience import Audience

AS_IT_WAS = "as it was"
"""The reason why a paper was not made."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What is told of a paper that was put into place: its place below build/, for whom, and how much it is.

    `minutes` is the time to read it out, where it holds the speech; `bytes` its size.
    """

    place: str
    audience: Audience
    pages: int
    words: int
    minutes: float | None
    bytes: int


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one intervention: its papers, unless something in it was refused, and what was found.

    `papers` are all that the order wants of it; `printed` those of them that were not there before.
    `reasons` say of each paper why it was made, or that it was not; by its place.
    """

    folder: str
    papers: tuple[Paper, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    printed: tuple[Printed, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()

    @property
    def is_refused(self) -> bool:
        """True when nothing of it was put into place."""
        return any(finding.is_error for finding in self.findings)

    def with_findings(self, findings: Iterable[Diagnostic]) -> "Result":
        """The same with more findings."""
        return replace(self, findings=(*self.findings, *findings))

    def telling(self, printed: tuple[Printed, ...], reasons: tuple[tuple[str, str], ...]) -> "Result":
        """The same with what is to be told of its papers."""
        return replace(self, printed=printed, reasons=reasons)

    @property
    def without_bytes(self) -> "Result":
        """The same without its papers, once they are in place: a conference day has twenty thousand."""
        return replace(self, papers=())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: the interventions that were made, and those that were as they should be."""

    results: tuple[Result, ...]
    current: tuple[tuple[str, Record], ...] = ()
    also: tuple[Diagnostic, ...] = ()

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Everything that was found in what was made."""
        return (*self.also, *(finding for result in self.results for finding in result.findings))
