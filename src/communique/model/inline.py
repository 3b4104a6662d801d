"""What stands inside a line: words, and the marks on them.

Every node knows its place in the source (`span`), which is no part of its equality: a note that grew
by a line above it changes no edition.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from communique.diagnostics.span import Span
from communique.model.audience import Audience


def _place() -> Span | None:
    return field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they were typed."""

    name: ClassVar[str] = "text"
    text: str
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class FactUse:
    """`{{ name }}`: the value of a fact, where it is used."""

    name: ClassVar[str] = "fact"
    fact: str
    text: str
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break set by hand (two spaces or a backslash at the end of a line)."""

    name: ClassVar[str] = "break"
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Code:
    """Words between backticks: nothing in them is markup."""

    name: ClassVar[str] = "code"
    text: str
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Emphasis:
    """`*words*`."""

    name: ClassVar[str] = "emphasis"
    children: tuple["Inline", ...]
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Strong:
    """`**words**`."""

    name: ClassVar[str] = "strong"
    children: tuple["Inline", ...]
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Link:
    """`[words](address)`; an address that begins with `#` names a paragraph of the same text."""

    name: ClassVar[str] = "link"
    children: tuple["Inline", ...]
    address: str
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Picture:
    """`![what it shows](file)`; `file` is the name in `Edition.pictures`. Decorative: no words."""

    name: ClassVar[str] = "picture"
    file: str
    alternative: str
    decorative: bool = False
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Foreign:
    """`[mots]{lang=fr}`: words in another language (a BCP 47 tag)."""

    name: ClassVar[str] = "foreign"
    children: tuple["Inline", ...]
    language: str
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """`[ATT]{abbr="Arms Trade Treaty"}`."""

    name: ClassVar[str] = "abbreviation"
    children: tuple["Inline", ...]
    expansion: str
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Pronounced:
    """`[Lenape]{say="LEN-ah-pay"}`: the words are the text's, `say` is for the speaker alone."""

    name: ClassVar[str] = "pronounced"
    children: tuple["Inline", ...]
    say: str
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Cue:
    """`[pause]{.cue}`: a stage direction, for the speaker alone."""

    name: ClassVar[str] = "cue"
    children: tuple["Inline", ...]
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class WrittenWords:
    """`[words]{.written}`: printed, not read out."""

    name: ClassVar[str] = "written-words"
    children: tuple["Inline", ...]
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, whole, at the place of its call; each paragraph is a run of inline nodes."""

    name: ClassVar[str] = "note"
    label: str
    paragraphs: tuple[tuple["Inline", ...], ...]
    span: Span | None = _place()


Wrapped = Emphasis | Strong | Link | Foreign | Abbreviation | Pronounced | Cue | WrittenWords
Inline = Text | FactUse | LineBreak | Code | Picture | Note | Wrapped

WRAPPED = (Emphasis, Strong, Link, Foreign, Abbreviation, Pronounced, Cue, WrittenWords)
"""The nodes that hold other nodes in `children`."""


def audience_of(node: Inline) -> Audience:
    """Who may see a node by what it is (DESIGN 2); what it holds is asked apart."""
    return Audience.SPEAKER if isinstance(node, Cue) else Audience.PUBLIC


def plain(nodes: tuple[Inline, ...]) -> str:
    """The words of the nodes in reading order, without notes and pronunciations; a break is a space."""
    return "".join(_words(nodes))


def _words(nodes: tuple[Inline, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Text | FactUse | Code):
            yield node.text
        elif isinstance(node, LineBreak):
            yield " "
        elif isinstance(node, WRAPPED):
            yield from _words(node.children)


def walk(nodes: tuple[Inline, ...]) -> Iterator[Inline]:
    """Every node, outermost first, in reading order, notes included."""
    for node in nodes:
        yield node
        if isinstance(node, WRAPPED):
            yield from walk(node.children)
        elif isinstance(node, Note):
            for paragraph in node.paragraphs:
                yield from walk(paragraph)
