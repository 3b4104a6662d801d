"""A dossier: all that was read for one intervention, private and public."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Source, Span
from communique.model.block import Block
from communique.model.fact import Fact
from communique.model.particulars import Particulars
from communique.model.principal import Principal
from communique.model.theme import Asset
from communique.model.venue import Venue


@dataclass(frozen=True, slots=True)
class Speech:
    """The words in one language: the speech with its marked blocks in place, then the brief's blocks.

    `facts` are those in force for this text, by name; `language` is a BCP 47 tag, `direction`
    "ltr" or "rtl". `places` tells where each particular, and the venue, is given: in a front matter,
    in meeting.yaml or in communique.toml. No edition has them.
    """

    language: str
    direction: str
    particulars: Particulars
    blocks: tuple[Block, ...]
    brief: tuple[Block, ...] = ()
    facts: tuple[Fact, ...] = ()
    places: Mapping[str, Span] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Dossier:
    """One intervention: its folder names, its texts by language, what they need, what was found.

    `meeting` is "" for a lone text in `content/`. `findings` are the warnings and notes of reading.
    """

    meeting: str
    name: str
    speeches: tuple[Speech, ...]
    pictures: tuple[Asset, ...] = ()
    venue: Venue | None = None
    principal: Principal | None = None
    sources: tuple[Source, ...] = field(default=(), compare=False, repr=False)
    findings: tuple[Diagnostic, ...] = field(default=(), compare=False, repr=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there is a text in, in the order they were read."""
        return tuple(speech.language for speech in self.speeches)

    def speech(self, language: str) -> Speech:
        """The text in a language of `languages`."""
        return next(speech for speech in self.speeches if speech.language == language)
