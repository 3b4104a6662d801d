"""Blocks written anew with other lines, or with fewer blocks."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from communique.model.block import (
    Background,
    Block,
    BulletList,
    Closing,
    CueBlock,
    Definitions,
    Heading,
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
from communique.model.cut import cut
from communique.model.inline import Inline, Note, Picture, WrittenWords, plain, walk

Line = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]
Choice = Callable[[Block], tuple[Block, ...]]


def as_read_out(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without what is circulated and not read: written blocks, written words, notes."""
    return rewrite(blocks, _spoken, lambda line: cut(line, _is_only_written))


def as_printed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with what stands in `::: written` in its place."""
    return rewrite(blocks, _unwrapped, lambda line: line)


def rewrite(blocks: tuple[Block, ...], choose: Choice, line: Line) -> tuple[Block, ...]:
    """Each block replaced by what `choose` gives for it, each line by what `line` gives.

    A block that had words and has none left goes too, so that no empty paragraph tells of it.
    """
    return tuple(left for block in blocks for left in _written_anew(block, choose, line))


def _spoken(block: Block) -> tuple[Block, ...]:
    return () if isinstance(block, Written) else (block,)


def _is_only_written(node: Inline) -> bool:
    return isinstance(node, WrittenWords | Note)


def _unwrapped(block: Block) -> tuple[Block, ...]:
    return block.blocks if isinstance(block, Written) else (block,)


def _written_anew(block: Block, choose: Choice, line: Line) -> Iterator[Block]:
    for chosen in choose(block):
        if chosen is not block:
            yield from _written_anew(chosen, choose, line)
        elif (left := _inside(chosen, choose, line)) is not None:
            yield left


def _inside(block: Block, choose: Choice, line: Line) -> Block | None:
    def inner(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return rewrite(blocks, choose, line)

    match block:
        case Paragraph() | Salutation() | Closing() | Heading():
            children = line(block.children)
            return replace(block, children=children) if _says_something(children) else None
        case BulletList() | NumberedList():
            items = tuple(left for item in block.items if (left := inner(item)))
            return replace(block, items=items) if items else None
        case Definitions():
            entries = tuple((line(term), tuple(map(inner, told))) for term, told in block.entries)
            return replace(block, entries=entries)
        case Table():
            rows = tuple(tuple(map(line, row)) for row in block.rows)
            return replace(block, header=tuple(map(line, block.header)), rows=rows)
        case Quotation() | Written() | Passage() | CueBlock() | Objective():
            blocks = inner(block.blocks)
            return replace(block, blocks=blocks) if blocks else None
        case Point() | Background():
            return replace(block, title=line(block.title), blocks=inner(block.blocks))
        case Question():
            pressed = inner(block.pressed)
            return replace(block, title=line(block.title), blocks=inner(block.blocks), pressed=pressed)
    return block


def _says_something(line: tuple[Inline, ...]) -> bool:
    return bool(plain(line).strip()) or any(isinstance(node, Picture | Note) for node in walk(line))
