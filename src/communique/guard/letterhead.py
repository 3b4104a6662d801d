"""The letterhead's fixed words, as the guard itself reads them: neither lost from a Word file, nor taken for ours."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.diagnostics.codes import guard as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.guard.letters import letters
from communique.guard.naming import quoted
from communique.guard.reading import Piece, Reading, Stands
from communique.guard.sheet_text import SheetBlock
from communique.guard.word_inside import read_word
from communique.model.placeholders import Fields, filled
from communique.model.theme import Asset

PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")
BODY = re.compile(r"\{\{\s*body\s*\}\}")


@dataclass(frozen=True)
class FixedWords:
    """The words of a letterhead with its placeholders filled: above and below the text, in notes, in the margins."""

    above: tuple[Piece, ...] = ()
    below: tuple[Piece, ...] = ()
    notes: tuple[Piece, ...] = ()
    margins: tuple[Piece, ...] = ()

    def blocks(self) -> Iterator[SheetBlock]:
        """The words of the margins as blocks of a sheet, each paragraph one."""
        places: dict[str, list[str]] = {}
        for piece in self.margins:
            places.setdefault(piece.place, []).append(piece.text)
        for texts in places.values():
            yield SheetBlock(letters(" ".join(texts)), "letterhead", Stands.MARGIN)


def fixed_words(letterhead: Asset, fields: Fields) -> FixedWords:
    """What a letterhead says by itself, by where it stands; Unreadable when it is no Word file."""
    reading = read_word(letterhead.name, letterhead.data)
    flow = reading.standing(Stands.FLOW)
    body = next((number for number, piece in enumerate(flow) if BODY.search(piece.text)), len(flow))
    return FixedWords(
        tuple(_filled(flow[:body], fields)),
        tuple(_filled(flow[body + 1 :], fields)),
        tuple(_filled(reading.standing(Stands.NOTE), fields)),
        tuple(_filled(reading.standing(Stands.MARGIN), fields)),
    )


def without_fixed_words(reading: Reading, fixed: FixedWords) -> tuple[Reading, tuple[Diagnostic, ...]]:
    """A Word file as it would be without its letterhead, and the words of the letterhead that it lost."""
    flow, notes = reading.standing(Stands.FLOW), reading.standing(Stands.NOTE)
    flow, above = _taken_off(flow, fixed.above)
    turned, below = _taken_off(flow[::-1], fixed.below[::-1])
    notes, noted = _taken_off(notes, fixed.notes)
    lost = [_lost(reading, piece) for piece in (*above, *below, *noted)]
    rest = (*turned[::-1], *notes, *reading.standing(Stands.MARGIN))
    return replace(reading, visible=rest), tuple(lost)


def _taken_off(pieces: Sequence[Piece], fixed: Sequence[Piece]) -> tuple[tuple[Piece, ...], list[Piece]]:
    """The pieces without the fixed ones that they begin with; and those of the fixed that they do not have."""
    for number, expected in enumerate(fixed):
        if number >= len(pieces) or letters(pieces[number].text).row != letters(expected.text).row:
            return tuple(pieces[number:]), list(fixed[number:])
    return tuple(pieces[len(fixed) :]), []


def _filled(pieces: Sequence[Piece], fields: Fields) -> Iterator[Piece]:
    """The pieces with their placeholders filled; what is left empty leaves no piece."""
    values = filled(fields)
    for piece in pieces:
        text = PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), piece.text)
        if text.strip():
            yield replace(piece, text=text)


def _lost(reading: Reading, piece: Piece) -> Diagnostic:
    message = f"{reading.name}: {quoted(piece.text.strip())} stands on the letterhead ({piece.place}), and is lost"
    return codes.LOST_WORDS.at(None, message, help=codes.SEE_WRITER)
