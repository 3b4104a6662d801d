"""The lines of a block, in reading order, each with who may see it and whether it is read out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from communique.check.line import Line, Piece
from communique.diagnostics.span import Source
from communique.model.audience import Audience
from communique.model.block import (
    Aside,
    Background,
    Block,
    BulletList,
    Closing,
    CueBlock,
    Definitions,
    Heading,
    Listing,
    NumberedList,
    Objective,
    Paragraph,
    Passage,
    Point,
    Question,
    Quotation,
    Salutation,
    Table,
    Written,
)
from communique.model.inline import (
    Abbreviation,
    Code,
    Cue,
    Emphasis,
    FactUse,
    Foreign,
    Inline,
    LineBreak,
    Link,
    Note,
    Picture,
    Pronounced,
    Strong,
    Text,
    WrittenWords,
    walk,
)


def lines_of_block(block: Block, language: str, sources: Mapping[str, Source]) -> Iterator[Line]:
    """The lines of a block of the text; cues, notes and words for pictures are lines of their own."""
    yield from _lines(block, _Where(language, sources))


@dataclass(frozen=True, slots=True)
class _Where:
    """What a line inherits from the blocks around it."""

    language: str
    sources: Mapping[str, Source]
    audience: Audience = Audience.PUBLIC
    aside: Aside | None = None
    is_read: bool = True
    is_cue: bool = False
    block: Block | None = None


def _lines(block: Block, where: _Where) -> Iterator[Line]:
    where = replace(where, block=block)
    match block:
        case BulletList() | NumberedList():
            yield from _all((inner for item in block.items for inner in item), where)
        case Definitions():
            for term, told in block.entries:
                yield from _inline(term, where)
                yield from _all((inner for run in told for inner in run), where)
        case Table():
            for cell in (cell for row in (block.header, *block.rows) for cell in row):
                yield from _inline(cell, where)
        case Quotation():
            yield from _all(block.blocks, where)
        case Written():
            yield from _all(block.blocks, replace(where, is_read=False))
        case Passage() | CueBlock():
            inside = replace(where, audience=max(where.audience, block.audience))
            yield from _all(block.blocks, replace(inside, is_cue=isinstance(block, CueBlock)))
        case Point() | Background() | Objective() | Question():
            yield from _aside(block, replace(where, audience=block.audience, aside=block))
        case Listing():
            yield from _inline((Code(block.text, block.span),), where)
        case Paragraph() | Salutation() | Closing() | Heading():
            yield from _inline(block.children, replace(where, language=block.language or where.language))


def _aside(block: Aside, where: _Where) -> Iterator[Line]:
    if not isinstance(block, Objective):
        yield from _inline(block.title, where)
    yield from _all(block.blocks, where)
    if isinstance(block, Question):
        yield from _all(block.pressed, replace(where, audience=block.pressed_audience))


def _all(blocks: Iterable[Block], where: _Where) -> Iterator[Line]:
    for block in blocks:
        yield from _lines(block, where)


def _inline(nodes: tuple[Inline, ...], where: _Where) -> Iterator[Line]:
    """The line of the nodes, then those that stand beside it: notes, cues, words for pictures."""
    pieces = tuple(_pieces(nodes, where.language))
    if pieces:
        yield _line(pieces, where)
    for node in walk(nodes):
        match node:
            case Note():
                for paragraph in node.paragraphs:
                    inside = tuple(_pieces(paragraph, where.language))
                    yield _line(inside, replace(where, is_read=False))
            case Cue():
                inside = tuple(_pieces(node.children, where.language))
                yield _line(inside, replace(where, audience=Audience.SPEAKER, is_cue=True))
            case Picture() if node.alternative:
                yield _line((Piece(0, node.alternative, node, where.language),), replace(where, is_read=False))
            case Abbreviation() if node.expansion:
                yield _line((Piece(0, node.expansion, node, where.language),), replace(where, is_read=False))


def _line(pieces: tuple[Piece, ...], where: _Where) -> Line:
    return Line(
        pieces=pieces,
        audience=where.audience,
        language=where.language,
        block=where.block,
        aside=where.aside,
        is_read=where.is_read,
        is_cue=where.is_cue,
        sources=where.sources,
    )


def _pieces(nodes: tuple[Inline, ...], language: str) -> Iterator[Piece]:
    at = 0
    for node, text, mark in _printed(nodes, _Mark(language)):
        yield Piece(at, text, node, mark.language, mark.is_read, mark.link)
        at += len(text)


class _Mark(NamedTuple):
    """What the marks around a node make of it."""

    language: str
    is_read: bool = True
    link: str = ""


def _printed(nodes: tuple[Inline, ...], mark: _Mark) -> Iterator[tuple[Inline, str, _Mark]]:
    for node in nodes:
        match node:
            case Text() | FactUse() | Code():
                yield node, node.text, mark
            case LineBreak():
                yield node, " ", mark
            case WrittenWords():
                yield from _printed(node.children, mark._replace(is_read=False))
            case Foreign():
                yield from _printed(node.children, mark._replace(language=node.language))
            case Link():
                yield from _printed(node.children, mark._replace(link=node.address))
            case Emphasis() | Strong() | Abbreviation() | Pronounced():
                yield from _printed(node.children, mark)
