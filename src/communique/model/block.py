"""What stands between two blank lines: the blocks of a speech and of a brief.

Spans are no part of equality (see `inline`). `audience` is who may see the block, by the table of
DESIGN 2 or by its own mark.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from communique.diagnostics.span import Span
from communique.model.audience import Audience
from communique.model.inline import Inline


def _place() -> Span | None:
    return field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A body paragraph. `id` never depends on its position; `number` is its ¶ in the public text, or None."""

    name: ClassVar[str] = "paragraph"
    children: tuple[Inline, ...]
    id: str = ""
    number: int | None = None
    language: str | None = None
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Salutation:
    """A line such as "Mr President,": opens a section, has no number and is never a point."""

    name: ClassVar[str] = "salutation"
    children: tuple[Inline, ...]
    language: str | None = None
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Closing:
    """The last line, such as "Thank you."."""

    name: ClassVar[str] = "closing"
    children: tuple[Inline, ...]
    language: str | None = None
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a text; `level` counts from 1 for `#`."""

    name: ClassVar[str] = "heading"
    children: tuple[Inline, ...]
    level: int
    id: str = ""
    language: str | None = None
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list without order; each item is a run of blocks."""

    name: ClassVar[str] = "bullet-list"
    items: tuple[tuple["Block", ...], ...]
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list in order, its first number `start`."""

    name: ClassVar[str] = "numbered-list"
    items: tuple[tuple["Block", ...], ...]
    start: int = 1
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Definitions:
    """A definition list: each entry is a term and its explanations."""

    name: ClassVar[str] = "definitions"
    entries: tuple[tuple[tuple[Inline, ...], tuple[tuple["Block", ...], ...]], ...]
    span: Span | None = _place()


class Alignment(StrEnum):
    """How a table column stands."""

    START = "start"
    CENTRE = "center"
    END = "end"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; each cell is a run of inline nodes."""

    name: ClassVar[str] = "table"
    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    alignments: tuple[Alignment, ...]
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation set off from the text."""

    name: ClassVar[str] = "quotation"
    blocks: tuple["Block", ...]
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the text (`---`)."""

    name: ClassVar[str] = "rule"
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Listing:
    """Text between ``` fences, kept line by line."""

    name: ClassVar[str] = "listing"
    text: str
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Written:
    """`::: written`: circulated, not read out."""

    name: ClassVar[str] = "written"
    blocks: tuple["Block", ...]
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Passage:
    """`::: passage {audience=delegation}`: ordinary blocks that are not for the public."""

    name: ClassVar[str] = "passage"
    blocks: tuple["Block", ...]
    audience: Audience = Audience.SPEAKER
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class CueBlock:
    """`::: cue`: a stage direction of its own, for the speaker alone unless marked otherwise."""

    name: ClassVar[str] = "cue-block"
    blocks: tuple["Block", ...]
    audience: Audience = Audience.SPEAKER
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Point:
    """`::: point "lead-in"`: a talking point; `paragraphs` are the ids of those it stands on."""

    name: ClassVar[str] = "point"
    title: tuple[Inline, ...]
    blocks: tuple["Block", ...]
    paragraphs: tuple[str, ...] = ()
    audience: Audience = Audience.DELEGATION
    seen: str = ""
    proposed: bool = False
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Question:
    """`::: question "..."` with its answer, and what to say if pressed."""

    name: ClassVar[str] = "question"
    title: tuple[Inline, ...]
    blocks: tuple["Block", ...]
    pressed: tuple["Block", ...] = ()
    paragraphs: tuple[str, ...] = ()
    audience: Audience = Audience.DELEGATION
    pressed_audience: Audience = Audience.DELEGATION
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Background:
    """`::: background {use=free}`; `free`: may be used freely, else not to be disclosed."""

    name: ClassVar[str] = "background"
    title: tuple[Inline, ...]
    blocks: tuple["Block", ...]
    free: bool = False
    audience: Audience = Audience.DELEGATION
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Objective:
    """`::: objective`: what the delegation wants to come away with."""

    name: ClassVar[str] = "objective"
    blocks: tuple["Block", ...]
    audience: Audience = Audience.DELEGATION
    span: Span | None = _place()


Aside = Point | Question | Background | Objective
Ordinary = (
    Paragraph
    | Salutation
    | Closing
    | Heading
    | BulletList
    | NumberedList
    | Definitions
    | Table
    | Quotation
    | Rule
    | Listing
)
Block = Ordinary | Written | Passage | CueBlock | Aside

ASIDES = (Point, Question, Background, Objective)
"""Blocks that accompany the speech and are never part of it."""


def lines_of(blocks: tuple[Block, ...]) -> Iterator[tuple[Inline, ...]]:
    """Every run of inline nodes in the blocks, in reading order, titles included."""
    for block in blocks:
        match block:
            case Paragraph() | Salutation() | Closing() | Heading():
                yield block.children
            case BulletList() | NumberedList():
                for item in block.items:
                    yield from lines_of(item)
            case Definitions():
                for term, explanations in block.entries:
                    yield term
                    for explanation in explanations:
                        yield from lines_of(explanation)
            case Table():
                for row in (block.header, *block.rows):
                    yield from row
            case Quotation() | Written() | Passage() | CueBlock() | Objective():
                yield from lines_of(block.blocks)
            case Point() | Background():
                yield block.title
                yield from lines_of(block.blocks)
            case Question():
                yield block.title
                yield from lines_of(block.blocks)
                yield from lines_of(block.pressed)
