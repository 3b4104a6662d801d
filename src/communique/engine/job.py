"""One job is a kind in a language, in all its formats: the values that cross processes."""

from dataclasses import dataclass, field

from communique.deliver.pack import Provenance
from communique.diagnostics.diagnostic import Diagnostic
from communique.model.artefact import Artefact
from communique.model.block import lines_of
from communique.model.dossier import Dossier
from communique.model.inline import plain
from communique.model.kind import Format, Kind
from communique.model.labels import Labels
from communique.model.settings import Settings
from communique.model.templates import Templates
from communique.model.theme import Theme


@dataclass(frozen=True, slots=True)
class Job:
    """What one pair of hands makes: one kind of one intervention, in one language."""

    folder: str
    dossier: Dossier = field(repr=False)
    kind: Kind
    language: str
    formats: tuple[Format, ...]

    def __str__(self) -> str:
        return f"{self.folder} {self.kind.name}.{self.language}"

    @property
    def weight(self) -> int:
        """About how long it takes: the words it prints, times the parts they are in."""
        speech = self.dossier.speech(self.language)
        words = sum(len(plain(line)) for line in lines_of((*speech.blocks, *speech.brief)))
        return (words + 1000) * len(self.kind.carries)


@dataclass(frozen=True, slots=True)
class Stock:
    """What all jobs of a build share; handed to each worker once."""

    settings: Settings
    theme: Theme
    templates: Templates
    labels: tuple[Labels, ...]

    def labels_in(self, language: str) -> Labels:
        """The labels in a language."""
        return next(labels for labels in self.labels if labels.language == language)


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a job: the files in the order of its formats, what was found, and where they come from.

    `edition` is the digest of the edition; `minutes` the time to read it out, where it holds the speech.
    """

    artefacts: tuple[Artefact, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    edition: str = ""
    minutes: float | None = None
    provenance: tuple[Provenance, ...] = ()
