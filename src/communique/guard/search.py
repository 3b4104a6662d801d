"""Looking for withheld words in everything that a file holds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from communique.guard.folding import words_of
from communique.guard.letters import runs_from_right
from communique.guard.reading import Hidden, Piece, Reading, Stands, Voice
from communique.guard.secrets import Needle, Sort

DISTINCT = 12
"""A short text is looked for by letters alone when it has so many; a shorter one word by word."""
GRAM = 8
STRIDE = DISTINCT - GRAM + 1
"""One in so many grams of a text is looked up; a long needle begins with as many, and one of them is it."""
IN_BYTES = 8
"""A protected term shorter than this turns up in the bytes of a font by chance."""
TURN = 4
"""So many words of the next page are read with a page, for a run may turn it."""

ON_THE_PAGE = frozenset({Sort.RUN, Sort.WHOLE, Sort.PROTECTED})
"""Single names and numbers on the page are the ledger's: each has to be a word of the edition."""
IN_PROSE = frozenset(Sort)
FOR_PROGRAMS = frozenset({Sort.RUN, Sort.PROTECTED})


@dataclass(frozen=True, slots=True)
class Hit:
    """A needle that was found, and where."""

    needle: Needle
    what: str
    where: str


def hits(reading: Reading, index: "Index") -> Iterator[Hit]:
    """Every withheld text that the file holds, each once a place."""
    if not index:
        return
    seen: set[tuple[object, str]] = set()
    for words, what, where, sorts in _passages(reading, index):
        for needle in index.found(words):
            key = (needle.text or needle.words, where)
            if needle.sort in sorts and key not in seen:
                seen.add(key)
                yield Hit(needle, what, where)


class Index:
    """Needles by how they begin: long ones by their first letters, short ones by their first word."""

    def __init__(self, needles: Iterable[Needle]) -> None:
        self.by_letters: dict[str, list[Needle]] = {}
        self.by_word: dict[str, list[Needle]] = {}
        for needle in needles:
            if len(needle.row) >= DISTINCT:
                row = needle.row
                for at in range(STRIDE):
                    self.by_letters.setdefault(row[at : at + GRAM], []).append(needle)
            else:
                self.by_word.setdefault(needle.words[0], []).append(needle)

    def __bool__(self) -> bool:
        return bool(self.by_letters or self.by_word)

    def found(self, words: list[str]) -> Iterator[Needle]:
        """The needles in a row of words: long ones however it is cut, short ones as words."""
        row = "".join(words)
        grams = {row[at : at + GRAM] for at in range(0, len(row), STRIDE)}
        likely = dict.fromkeys(needle for gram in self.by_letters.keys() & grams for needle in self.by_letters[gram])
        yield from (needle for needle in likely if needle.row in row)
        spaced = ""
        for word in self.by_word.keys() & set(words):
            spaced = spaced or f" {' '.join(words)} "
            yield from (needle for needle in self.by_word[word] if f" {' '.join(needle.words)} " in spaced)


Passage = tuple[list[str], str, str, frozenset[Sort]]


def _passages(reading: Reading, index: Index) -> Iterator[Passage]:
    """All the texts of a file as rows of words: page by page, then what is hidden."""
    for stands in Stands:
        pieces = reading.standing(stands)
        yield from _pages(pieces, stands, turned=False)
        if any(runs_from_right(piece.text) for piece in pieces):
            yield from _pages(pieces, stands, turned=True)
    for text in _together(reading.hidden):
        yield words_of(text.text), text.what, text.where, IN_PROSE
    yield from _for_programs(reading.hidden, index)


def _pages(pieces: Sequence[Piece], stands: Stands, *, turned: bool) -> Iterator[Passage]:
    """Each page with the first words of the next; `turned`: the words of each line from its end."""
    pages: dict[str, list[str]] = {}
    for piece in pieces:
        words = words_of(piece.text)
        pages.setdefault(piece.where, []).extend(reversed(words) if turned else words)
    places = list(pages)
    for place, after in zip_longest(places, places[1:]):
        yield pages[place] + (pages[after][:TURN] if after else []), str(stands), place, ON_THE_PAGE


def _together(texts: Iterable[Hidden]) -> Iterator[Hidden]:
    """What is hidden and written by people, one by one, and once more all of a place, in case it was split."""
    by_place: dict[str, list[Hidden]] = {}
    for text in texts:
        if text.voice in {Voice.PROSE, Voice.NAME}:
            yield text
            by_place.setdefault(text.where, []).append(text)
    for where, parts in by_place.items():
        if len(parts) > 1:
            yield Hidden(parts[0].what, where, " ".join(part.text for part in parts))


def _for_programs(texts: Sequence[Hidden], index: Index) -> Iterator[Passage]:
    """What is for programs, first all at once; one by one only when there is something in it."""
    rows = [(words_of(text.text), text) for text in texts if text.voice in {Voice.MACHINE, Voice.BYTES}]
    every = [word for words, _ in rows for word in words]
    if not any(needle.sort in FOR_PROGRAMS for needle in index.found(every)):
        return
    for words, text in rows:
        for needle in index.found(words):
            chance = text.voice is Voice.BYTES and needle.sort is Sort.PROTECTED and len(needle.row) < IN_BYTES
            if not chance:
                yield list(needle.words), text.what, text.where, FOR_PROGRAMS
