"""What somebody looks at, and what there is to see: the values between the desk and the page in the browser."""

from dataclasses import dataclass, field

from communique.diagnostics.diagnostic import Diagnostic
from communique.model.audience import Audience
from communique.model.fact import Fact
from communique.model.kind import Format
from communique.preview.gaps import Gap
from communique.preview.places import Place
from communique.preview.words import Words


@dataclass(frozen=True, slots=True)
class View:
    """One paper as one audience sees it; what is empty is the first that there is."""

    folder: str = ""
    kind: str = ""
    language: str = ""
    audience: Audience = Audience.DELEGATION


@dataclass(frozen=True, slots=True)
class Meter:
    """How long the speech is: words read out, minutes at a pace; the slot when the venue states one."""

    words: int
    minutes: float
    words_per_minute: int
    slot: float | None = None
    venue: str | None = None


@dataclass(frozen=True)
class Pages:
    """A paper that was made without an error: its PDF, the words on it, and where they come from."""

    name: str
    digest: str
    data: bytes = field(repr=False)
    sizes: tuple[tuple[float, float], ...]
    words: Words = field(repr=False)
    places: tuple[Place, ...] = field(repr=False)
    gaps: tuple[Gap, ...] = field(repr=False)
    formats: tuple[Format, ...]


@dataclass(frozen=True, slots=True)
class State:
    """All that is told of a view: the last good pages, and what was found in the text as it is now.

    `is_held`: the text has an error, and the pages are those of an earlier one.
    """

    view: View
    title: str = ""
    languages: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    pages: Pages | None = None
    is_held: bool = False
    meter: Meter | None = None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """A document kind as it is offered for looking at."""

    name: str
    title: str
    audience: Audience


@dataclass(frozen=True, slots=True)
class Table:
    """What lies on the table: the interventions by their folders, and the kinds that each can have."""

    folders: tuple[str, ...] = ()
    kinds: tuple[Offer, ...] = ()
