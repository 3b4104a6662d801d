"""A sheet: one document as it goes to both writers."""

from dataclasses import dataclass, field
from datetime import datetime

from communique.model.kind import Kind
from communique.model.placeholders import Fields
from communique.model.standard import Standard
from communique.model.theme import Asset, Theme


@dataclass(frozen=True, slots=True)
class Properties:
    """The document properties of both formats; nothing here depends on an internal text.

    `author` is the delegation, never a person. `created` comes from the source or
    SOURCE_DATE_EPOCH, never from the clock; absent, none is written where a format allows it.
    `intervention` is its place below content/ ("ccm-3msp/universalization"): by it an edit finds home.
    """

    title: str
    language: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    created: datetime | None = None
    intervention: str = ""
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One HTML tree with its style, from which the PDF and the Word file are both written.

    `html` is a whole document in UTF-8 text; its pictures are named `pictures/NAME` and stand in
    `pictures`, its style files are those of `theme`. Nothing else may be fetched.
    `generated` are the words that nobody wrote, in the order they were asked for: labels with their
    places filled, dates and numbers spelled out. `standard` is what its PDF claims to be, `attached`
    the Markdown of an internal paper that travels inside its PDF. `fields` are what the placeholders
    of a letterhead stand for. `listed` are the words that come from a list: the named fields of a
    recipient, the rows of a register.
    """

    kind: Kind
    language: str
    direction: str
    html: str = field(repr=False)
    theme: Theme
    properties: Properties
    pictures: tuple[Asset, ...] = ()
    generated: tuple[str, ...] = field(default=(), repr=False)
    standard: Standard = Standard.A3A
    attached: Asset | None = None
    fields: Fields = ()
    listed: tuple[str, ...] = field(default=(), repr=False)
