"""An artefact: one finished file, a kind in a language and a format."""

from dataclasses import dataclass, field

from communique.model.audience import Audience
from communique.model.kind import Format


@dataclass(frozen=True, slots=True)
class Artefact:
    """The bytes of one file, and what the closing table and the manifest say of it.

    `pages` counts printed pages, `words` the visible words of the text it carries.
    """

    kind: str
    language: str
    format: Format
    audience: Audience
    pages: int
    words: int
    data: bytes = field(repr=False)
