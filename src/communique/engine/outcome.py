"""What came of a build, as values."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from communique.deliver.pack import Paper
from communique.diagnostics.diagnostic import Diagnostic
from communique.engine.remember import Record


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one intervention: its papers, unless something in it was refused, and what was found."""

    folder: str
    papers: tuple[tuple[Paper, float | None], ...] = ()
    findings: tuple[Diagnostic, ...] = ()

    @property
    def is_refused(self) -> bool:
        """True when nothing of it was put into place."""
        return any(finding.is_error for finding in self.findings)

    def with_findings(self, findings: Iterable[Diagnostic]) -> "Result":
        """The same with more findings."""
        return replace(self, findings=(*self.findings, *findings))


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
