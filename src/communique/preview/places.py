"""Which words of the pages come from which line of the sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import Enum

from communique.diagnostics.span import Source, Span
from communique.model.block import lines_of
from communique.model.edition import Edition
from communique.model.inline import Inline, plain, walk
from communique.preview.words import Box, Words, fold

SURE = 12
"""So many letters in a row are the text's own; fewer have to stand where the text would go on."""
NEAR = 400
"""How many letters ahead a short text is looked for: further on, it is another text's."""

KEYS = {"meeting": "name", "meeting_short": "short_name"}
"""Particulars that are written under another name, in meeting.yaml."""


@dataclass(frozen=True, slots=True)
class Place:
    """A text on one page: where it stands there, and in the sources. `start` and `end` count its folded letters."""

    span: Span
    page: int
    box: Box
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """A text that may stand on a page, and where it was written."""

    span: Span
    words: str


def places(words: Words, editions: Iterable[Iterable[Text]]) -> tuple[Place, ...]:
    """Every text that is found on the pages, in the order of the pages; what two texts share, the first one has."""
    found = _Finding(words)
    for run in editions:
        found.go_on()
        for text in run:
            found.look_for(text)
    return tuple(sorted(found.places, key=lambda place: place.start))


def texts_of(edition: Edition, sources: Iterable[Source]) -> tuple[tuple[Text, ...], ...]:
    """What a kind prints of an edition, in the runs in which it prints it; `edition` is what it carries."""
    parts = (edition.speech, edition.objectives, edition.points, edition.questions, edition.backgrounds)
    runs = [tuple(_told(lines_of(blocks))) for blocks in parts]
    facts = tuple(
        Text(fact.span, said) for fact in edition.facts if fact.span for said in (fact.label, fact.source) if said
    )
    return (*runs, facts, tuple(_head(edition, tuple(sources))))


def _told(lines: Iterable[tuple[Inline, ...]]) -> Iterator[Text]:
    for line in lines:
        span = next((node.span for node in walk(line) if node.span), None)
        if span:
            yield Text(span, plain(line))


def _head(edition: Edition, sources: tuple[Source, ...]) -> Iterator[Text]:
    """The particulars that stand in a source as they are printed."""
    for field in fields(edition.particulars):
        value, key = getattr(edition.particulars, field.name), KEYS.get(field.name, field.name)
        if isinstance(value, str) and value and not isinstance(value, Enum):
            for source in sources:
                if (at := source.text.find(f"{key}:")) >= 0 and (start := source.text.find(value, at)) >= 0:
                    yield Text(source.span(start, start + len(value)), value)
                    break


class _Finding:
    """One walk over the letters of the pages; what was found is taken."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.places: list[Place] = []
        self._taken: list[tuple[int, int]] = []
        self._at = 0

    def go_on(self) -> None:
        """The next texts may stand anywhere."""
        self._at = 0

    def look_for(self, text: Text) -> None:
        """Find a text behind the last one, else anywhere; where something interrupts it, piece by piece."""
        rest = fold(text.words)
        start = self._beginning(rest) if rest else -1
        while start >= 0:
            length = self._in_a_row(rest, start)
            self._at, rest = start + length, rest[length:]
            self._taken.append((start, self._at))
            self.places += self._boxes(text.span, start, self._at)
            start = self._going_on(rest) if rest else -1

    def _beginning(self, sought: str) -> int:
        """Where a text begins; below 0: nowhere. As much of it as possible has to stand in a row."""
        length = len(sought)
        while True:
            near = self._at + NEAR if length < SURE else len(self.words.folded)
            for begin, end in ((self._at, near), (0, near)):
                start = self._free(sought[:length], begin, end)
                if start >= 0:
                    return start
            if length <= SURE:
                return -1
            length = max(SURE, length // 2)

    def _going_on(self, rest: str) -> int:
        """Where a text goes on behind an interruption; below 0: nowhere. A short stretch stands close by."""
        stretches = ((SURE, NEAR), (SURE // 2, SURE * 4), (SURE // 4, SURE * 2))
        starts = (self._free(rest[:length], self._at, self._at + near) for length, near in stretches)
        return next((start for start in starts if start >= 0), -1)

    def _in_a_row(self, sought: str, start: int) -> int:
        """How many letters of a text stand there before something else does."""
        there = self.words.folded[start : start + len(sought)]
        if there == sought:
            return len(sought)
        return next(
            (at for at, (one, other) in enumerate(zip(sought, there, strict=False)) if one != other), len(there)
        )

    def _free(self, sought: str, begin: int, end: int) -> int:
        """Where letters stand that no other text has taken; below 0: nowhere."""
        start = self.words.folded.find(sought, begin, end)
        while start >= 0:
            stop = start + len(sought)
            behind = max((last for first, last in self._taken if first < stop and start < last), default=0)
            if not behind:
                return start
            start = self.words.folded.find(sought, behind, end)
        return -1

    def _boxes(self, span: Span, start: int, end: int) -> Iterator[Place]:
        """One place on each page that a text stands on."""
        begin = start
        while begin < end:
            page, box, stop = self.words.letter(begin).page, self.words.letter(begin).box, begin
            while stop < end and self.words.letter(stop).page == page:
                box, stop = box.joined(self.words.letter(stop).box), stop + 1
            yield Place(span, page, box, begin, stop)
            begin = stop
