"""What there is to make, as values."""

from dataclasses import dataclass, field

from communique.diagnostics.diagnostic import Diagnostic
from communique.engine.job import Job, Stock
from communique.engine.remember import Record, RememberedPaper
from communique.model.dossier import Dossier
from communique.model.kind import Kind


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One intervention to be made: what it can have, what of it is wanted now, and what was found.

    Without a dossier its texts could not be read; `findings` say why.
    """

    folder: str
    inputs: str
    dossier: Dossier | None = field(default=None, repr=False)
    papers: tuple[RememberedPaper, ...] = ()
    jobs: tuple[Job, ...] = ()
    findings: tuple[Diagnostic, ...] = ()

    @property
    def is_refused(self) -> bool:
        """True when nothing may be made of it."""
        return any(finding.is_error for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Survey:
    """Every intervention: those to be made, those that are as they were, all folders there are."""

    stock: Stock
    kinds: tuple[Kind, ...]
    undertakings: tuple[Undertaking, ...]
    current: tuple[tuple[str, Record], ...]
    folders: tuple[str, ...]
