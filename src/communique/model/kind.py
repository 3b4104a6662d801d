"""A document kind: what one template says of itself in its front matter."""

from dataclasses import dataclass, field
from enum import StrEnum

from communique.diagnostics.span import Source
from communique.model.audience import Audience


class Format(StrEnum):
    """The two formats every kind can be made in."""

    PDF = "pdf"
    DOCX = "docx"


class Scope(StrEnum):
    """What one document of the kind is about."""

    INTERVENTION = "intervention"
    RECIPIENT = "recipient"
    MEETING = "meeting"
    REGISTER = "register"


class Part(StrEnum):
    """A part of an edition that a kind may carry; what is carried must be printed."""

    SPEECH = "speech"
    OBJECTIVE = "objective"
    POINTS = "points"
    QUESTIONS = "questions"
    BACKGROUND = "background"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Kind:
    """A document kind, named after its template file.

    `title` is a label (an English msgid) printed as the name of the document. `spoken`: what is
    marked as written only is left out. `pages`: the most pages it may have, when limited.
    """

    name: str
    audience: Audience
    formats: tuple[Format, ...]
    title: str
    carries: tuple[Part, ...]
    scope: Scope = Scope.INTERVENTION
    spoken: bool = False
    pages: int | None = None
    template: Source = field(default=Source("", ""), repr=False)

    @property
    def internal(self) -> bool:
        """True when the paper is not for the public: it prints a marking."""
        return self.audience is not Audience.PUBLIC
