"""The words of an edition that a kind has to print: line by line, and the fragments it may print beside."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import Enum

from communique.diagnostics.span import Span
from communique.guard.letters import Letters, letters
from communique.model.block import Block, Heading, Listing, Question, lines_of
from communique.model.carried import paragraph_numbers
from communique.model.edition import Edition
from communique.model.inline import WRAPPED, Code, Cue, FactUse, Inline, LineBreak, Note, Pronounced, Text, plain, walk


@dataclass(frozen=True)
class Line:
    """A line of the edition: its words, cut where a template sets brackets round a cue."""

    parts: tuple[Letters, ...]
    what: str
    span: Span | None

    @property
    def row(self) -> str:
        """All its letters."""
        return "".join(part.row for part in self.parts)


def parts_of(edition: Edition) -> tuple[tuple[Line, ...], ...]:
    """The lines of each part that a kind carries, in reading order."""
    free, closed = edition.free_backgrounds, edition.closed_backgrounds
    parts = (edition.speech, edition.objectives, edition.points, edition.questions, free, closed)
    return tuple(lines for part in parts if (lines := tuple(_lines(part))))


def notes_of(edition: Edition) -> tuple[Line, ...]:
    """The notes of all parts, each paragraph a line."""
    return tuple(note for part in _blocks(edition) for line in lines_of((part,)) for note in _notes(line))


def headings_of(edition: Edition) -> tuple[str, ...]:
    """What a table of contents may repeat."""
    blocks = _blocks(edition)
    titles = [block.title for block in blocks if isinstance(block, Question)]
    return tuple(plain(line) for line in (*(b.children for b in blocks if isinstance(b, Heading)), *titles))


def particulars_of(edition: Edition) -> tuple[str, ...]:
    """Everything said about the speech that is not the speech, and the numbers of its paragraphs."""
    known = [getattr(edition.particulars, field.name) for field in fields(edition.particulars)]
    numbers = sorted({str(number) for number in paragraph_numbers(edition).values()})
    counts = (str(edition.words), str(edition.words_per_minute))
    return (*(str(value) for value in known if value and not isinstance(value, Enum)), *numbers, *counts)


def facts_of(edition: Edition) -> tuple[tuple[str, ...], ...]:
    """What may be printed of each fact, its value first."""
    return tuple(
        tuple(text for text in (fact.value, fact.label, fact.name, fact.source) if text) for fact in edition.facts
    )


def _blocks(edition: Edition) -> tuple[Block, ...]:
    return (*edition.speech, *edition.objectives, *edition.points, *edition.questions, *edition.backgrounds)


def _lines(blocks: tuple[Block, ...]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Listing):
            yield from _line((Text(block.text, block.span),), block)
        else:
            for line in lines_of((block,)):
                yield from _line(line, block)


def _line(line: tuple[Inline, ...], block: Block) -> Iterator[Line]:
    parts = tuple(part for text in _printed(line) if (part := letters(text)).row)
    if parts:
        span = next((node.span for node in line if node.span), block.span)
        yield Line(parts, block.name, span)


def _notes(line: tuple[Inline, ...]) -> Iterator[Line]:
    for node in walk(line):
        if isinstance(node, Note):
            parts = tuple(
                part for paragraph in node.paragraphs for text in _printed(paragraph) if (part := letters(text)).row
            )
            if parts:
                yield Line(parts, "note", node.span)


def _printed(line: tuple[Inline, ...]) -> list[str]:
    """The words of a line as they are printed, a new part at each place where brackets may stand."""
    texts = [""]

    def gather(nodes: tuple[Inline, ...]) -> None:
        for node in nodes:
            if isinstance(node, Text | FactUse | Code):
                texts[-1] += node.text
            elif isinstance(node, LineBreak):
                texts[-1] += " "
            elif isinstance(node, Cue):
                texts.append("")
                gather(node.children)
                texts.append("")
            elif isinstance(node, Pronounced):
                gather(node.children)
                texts.extend((node.say, ""))
            elif isinstance(node, WRAPPED):
                gather(node.children)

    gather(line)
    return texts
