"""One job is a kind in a language, in all its formats: a value that holds all that its papers are made from.

Nothing else decides their bytes, so the digest of a job is the key under which they are remembered
(`key.py`), and a job can be done anywhere: it carries words and no path.
"""

from dataclasses import dataclass, field

from communique.diagnostics.diagnostic import Diagnostic
from communique.model.artefact import Artefact
from communique.model.block import lines_of
from communique.model.edition import Edition
from communique.model.inline import plain
from communique.model.kind import Format, Kind, Part
from communique.model.labels import Labels
from communique.model.page_facts import PageFacts
from communique.model.settings import Settings
from communique.model.templates import Templates
from communique.model.theme import Theme
from communique.model.withheld import Withheld


@dataclass(frozen=True, slots=True)
class Job:
    """What one pair of hands makes: one kind of one intervention, in one language.

    `withheld` is for the guard alone. With `artefacts`, these were made before from the very same
    edition, and are only to be looked at again: something that the guard looks for has changed.
    `key` is the digest of all that decides its papers, once it is known.
    """

    folder: str
    edition: Edition = field(repr=False)
    withheld: Withheld = field(repr=False)
    kind: Kind
    formats: tuple[Format, ...]
    artefacts: tuple[Artefact, ...] = ()
    key: str = ""

    def __str__(self) -> str:
        return f"{self.folder} {self.kind.name}.{self.language}"

    @property
    def language(self) -> str:
        """The language of the edition, a BCP 47 tag."""
        return self.edition.language

    @property
    def weight(self) -> int:
        """About how long it takes: the letters it prints, times the parts they are in; a look takes a tenth."""
        e = self.edition
        blocks = (*e.speech, *e.points, *e.questions, *e.backgrounds, *e.objectives)
        letters = sum(len(plain(line)) for line in lines_of(blocks))
        return (letters + 1000) * len(self.kind.carries) // (10 if self.artefacts else 1)

    @property
    def minutes(self) -> float | None:
        """The time to read it out, in minutes, where it holds the speech."""
        return self.edition.minutes if Part.SPEECH in self.kind.carries else None


@dataclass(frozen=True, slots=True)
class Stock:
    """What all jobs of a build share; handed to each worker once.

    `settings` are those that papers may show (`Settings.on_paper`). `protected` are the terms that
    the guard looks for. `circumstances` are the digests of this machine and of the program, by name.
    """

    settings: Settings
    theme: Theme
    templates: Templates
    labels: tuple[Labels, ...]
    protected: tuple[str, ...] = ()
    circumstances: tuple[tuple[str, str], ...] = ()

    def labels_in(self, language: str) -> Labels:
        """The labels in a language."""
        return next(labels for labels in self.labels if labels.language == language)


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a job: the files in the order of its formats, and what was found.

    `findings` are those of rendering and setting the pages, `written` those of writing each file,
    `verdict` those of ledger and guard. `facts` say on which page each id begins; None when no page
    was set: there is no artefact then, or it was only looked at.
    """

    artefacts: tuple[Artefact, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    written: tuple[tuple[Diagnostic, ...], ...] = ()
    verdict: tuple[Diagnostic, ...] = ()
    facts: PageFacts | None = None

    @property
    def said(self) -> tuple[Diagnostic, ...]:
        """All that was found."""
        return (*self.findings, *(finding for found in self.written for finding in found), *self.verdict)
