"""What every rule looks at: one text of a dossier, line by line, with who sees it and where it stands."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from communique.check.line import Line, Piece
from communique.check.lines import lines_of_block
from communique.check.said import Said, SaidFigure, figures_in
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Source
from communique.model.audience import Audience
from communique.model.block import Block, Paragraph, Point, Table, lines_of
from communique.model.dossier import Dossier, Speech
from communique.model.inline import FactUse, Inline, Text, walk
from communique.model.settings import Settings


@dataclass(frozen=True)
class Reading:
    """One text of a dossier, and what the world gives: the workspace's settings and the day."""

    dossier: Dossier
    speech: Speech
    settings: Settings
    today: dt.date

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The speech, then the brief."""
        return (*self.speech.blocks, *self.speech.brief)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """What was read, by path."""
        return {source.path: source for source in self.dossier.sources}

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line of the text, in reading order; cues, notes and alternative texts are lines of their own."""
        language = self.speech.language
        return tuple(line for block in self.blocks for line in lines_of_block(block, language, self.sources))

    @cached_property
    def public(self) -> tuple[Line, ...]:
        """What the room may see: the statement."""
        return tuple(line for line in self.lines if line.is_public)

    @cached_property
    def spoken(self) -> tuple[Line, ...]:
        """What the room hears."""
        return tuple(line for line in self.public if line.is_read)

    @cached_property
    def particulars(self) -> tuple[Line, ...]:
        """The particulars that public papers print, each as a line."""
        return tuple(_particulars(self))

    @cached_property
    def said_or_circulated(self) -> tuple[SaidFigure, ...]:
        """The figures of the statement, read out or only circulated."""
        return tuple(figures_in(line for line in self.public if line.aside is None))

    @cached_property
    def said(self) -> Said:
        """The figures that the room hears, and those of the particulars, which stand on the page."""
        heard = (one for one in self.said_or_circulated if one.line.reads(one.figure.start, one.figure.end))
        return Said.of([*heard, *self._given])

    @cached_property
    def circulated(self) -> Said:
        """The figures that the room may read."""
        return Said.of([*self.said_or_circulated, *self._given])

    @cached_property
    def figures_beside(self) -> tuple[SaidFigure, ...]:
        """The figures of points, questions, backgrounds and objectives."""
        return tuple(figures_in(line for line in self.lines if line.aside is not None))

    @cached_property
    def _given(self) -> tuple[SaidFigure, ...]:
        told = self.speech.particulars
        dates = [day.isoformat() for day in (told.date, told.begins, told.ends) if day]
        pieces = (Piece(0, day, Text(day), self.speech.language) for day in dates)
        given = [Line((piece,), Audience.PUBLIC, self.speech.language) for piece in pieces]
        return tuple(figures_in([*self.particulars, *given]))

    @cached_property
    def facts_used_elsewhere(self) -> frozenset[str]:
        """The facts that the texts in other languages use."""
        others = (speech for speech in self.dossier.speeches if speech is not self.speech)
        lines = (line for speech in others for line in lines_of((*speech.blocks, *speech.brief)))
        return frozenset(node.fact for line in lines for node in walk(line) if isinstance(node, FactUse))

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """The talking points, in the order they are written."""
        return tuple(block for block in self.blocks if isinstance(block, Point))

    @cached_property
    def paragraphs(self) -> Mapping[str, Paragraph]:
        """The paragraphs that the room may see, by id."""
        found = (line.block for line in self.public if line.aside is None)
        return {block.id: block for block in found if isinstance(block, Paragraph) and block.id}

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the text, in reading order."""
        blocks = (line.block for line in self.lines)
        return tuple({id(block): block for block in blocks if isinstance(block, Table)}.values())

    @cached_property
    def nodes(self) -> tuple[Inline, ...]:
        """Every mark and word of the text, in reading order."""
        return tuple(node for line in lines_of(self.blocks) for node in walk(line))

    @cached_property
    def day(self) -> dt.date:
        """The day of the speech, else the first of the meeting, else today."""
        told = self.speech.particulars
        return told.date or told.begins or self.today


Check = Callable[[Reading], Iterable[Diagnostic]]
"""One rule: what it finds in a text."""


PRINTED = (
    "full_title",
    "title",
    "speaker",
    "speaker_title",
    "delivered_by",
    "delegation",
    "meeting",
    "meeting_short",
    "place",
    "agenda_item",
    "symbol",
    "source",
)
"""The particulars that are words on a public page."""


def _particulars(reading: Reading) -> Iterator[Line]:
    told, places = reading.speech.particulars, reading.speech.places
    for name in PRINTED:
        words = getattr(told, name)
        if words and not (name == "full_title" and words == told.title):  # which stands in for it
            piece = Piece(0, words, Text(words, places.get(name)), reading.speech.language)
            yield Line((piece,), Audience.PUBLIC, reading.speech.language, is_read=False, sources=reading.sources)
