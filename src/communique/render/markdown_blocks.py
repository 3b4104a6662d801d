"""Blocks and the lines in them as CommonMark, with tables and notes as GitHub writes them."""

import re
from collections.abc import Iterable, Iterator

from communique.model.block import (
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
    Quotation,
    Rule,
    Salutation,
    Table,
    Written,
    lines_of,
)
from communique.model.inline import (
    Abbreviation,
    Code,
    Cue,
    Emphasis,
    FactUse,
    Inline,
    LineBreak,
    Link,
    Note,
    Picture,
    Pronounced,
    Strong,
    Text,
    walk,
)

MARKUP = re.compile(r"([\\`*_\[\]<>#|~&])")
"""Characters that could be taken for markup somewhere."""

ENUMERATED = re.compile(r"^(\s*)(\d+)([.)])(?=\s)|^(\s*)([-+=])", re.MULTILINE)
"""The beginning of a line that would open a list or underline a heading."""


def written(blocks: tuple[Block, ...], top: int = 3) -> str:
    """Blocks, one blank line between them, their notes at the end; `top` is the level of the first headings."""
    notes = [node for words in lines_of(blocks) for node in walk(words) if isinstance(node, Note)]
    return "\n\n".join((*_each(blocks, top), *map(_note, notes)))


def line(nodes: Iterable[Inline]) -> str:
    """Words with their marks."""
    return "".join(map(_inline, nodes))


def escaped(text: str) -> str:
    """Words that no reader takes for markup."""
    return ENUMERATED.sub(_disarmed, MARKUP.sub(r"\\\1", text))


def _disarmed(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2]}\\{found[3]}" if found[2] else f"{found[4]}\\{found[5]}"


def _each(blocks: Iterable[Block], top: int) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Salutation() | Closing():
                yield line(block.children)
            case Heading():
                yield f"{'#' * min(block.level + top - 1, 6)} {line(block.children)}"
            case BulletList():
                yield "\n".join(_item(item, "- ", top) for item in block.items)
            case NumberedList():
                numbered = enumerate(block.items, start=block.start)
                yield "\n".join(_item(item, f"{number}. ", top) for number, item in numbered)
            case Definitions():
                yield from (_definition(*entry, top) for entry in block.entries)
            case Table():
                yield "\n".join(_table(block))
            case Quotation():
                yield _indented(_joined(block.blocks, top), "> ", "> ")
            case Rule():
                yield "---"
            case Listing():
                yield f"~~~\n{block.text.rstrip()}\n~~~"
            case CueBlock():
                yield f"*{_joined(block.blocks, top)}*"
            case Written() | Passage() | Objective():
                yield from _each(block.blocks, top)


def _joined(blocks: Iterable[Block], top: int) -> str:
    return "\n\n".join(_each(blocks, top))


def _item(blocks: Iterable[Block], mark: str, top: int) -> str:
    return _indented(_joined(blocks, top), mark, " " * len(mark))


def _definition(term: tuple[Inline, ...], explanations: Iterable[tuple[Block, ...]], top: int) -> str:
    """A term in bold, its explanations as a list: CommonMark knows no definitions."""
    return "\n\n".join((f"**{line(term)}**", *(_item(explanation, "- ", top) for explanation in explanations)))


def _table(table: Table) -> Iterator[str]:
    yield _row(table.header)
    yield "|" + " --- |" * len(table.header)
    yield from map(_row, table.rows)


def _row(cells: Iterable[tuple[Inline, ...]]) -> str:
    return "| " + " | ".join(line(cell).replace("\n", " ") for cell in cells) + " |"


def _note(note: Note) -> str:
    words = "\n\n".join(map(line, note.paragraphs))
    return _indented(words, f"[^{note.label}]: ", "    ")


def _indented(text: str, first: str, later: str) -> str:
    """The lines of a text behind their marks; blank ones stay blank, but in a quotation."""
    head, *rest = text.split("\n")
    return "\n".join((first + head, *((later + each).rstrip() for each in rest)))


def _inline(node: Inline) -> str:
    match node:
        case Text() | FactUse():
            return escaped(node.text)
        case LineBreak():
            return "\\\n"
        case Code():
            fence = "`" * (max((len(run) for run in re.findall("`+", node.text)), default=0) + 1)
            return f"{fence} {node.text} {fence}" if "`" in node.text else f"`{node.text}`"
        case Emphasis() | Cue():
            return f"*{line(node.children)}*"
        case Strong():
            return f"**{line(node.children)}**"
        case Link():
            return line(node.children) if node.address.startswith("#") else f"[{line(node.children)}](<{node.address}>)"
        case Abbreviation():
            return f"{line(node.children)} ({escaped(node.expansion)})"
        case Pronounced():
            return f"{line(node.children)} ({escaped(node.say)})"
        case Picture():
            return "" if node.decorative else f"[{escaped(node.alternative)}]"
        case Note():
            return f"[^{node.label}]"
        case _:
            return line(node.children)
