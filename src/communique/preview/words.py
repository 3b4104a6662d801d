"""The words on the pages and where they stand, from PDFium's boxes: to be selected, searched and found again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from unicodedata import combining, normalize

import pypdfium2
import pypdfium2.raw as pdfium

NO_CHARACTER = "\ufffe\uffff\x00"
"""What PDFium reports for a hyphen that it takes back, and for glyphs without a letter."""


class Box(NamedTuple):
    """A rectangle on a page in points, measured from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def joined(self, other: "Box") -> "Box":
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class Letter(NamedTuple):
    """One character of a page, and its box."""

    text: str
    page: int
    box: Box


@dataclass(frozen=True)
class Words:
    """The letters of all pages in the order of the PDF."""

    letters: tuple[Letter, ...]

    @cached_property
    def _folded(self) -> tuple[str, tuple[int, ...]]:
        parts = [(sign, number) for number, letter in enumerate(self.letters) for sign in fold(letter.text)]
        return "".join(sign for sign, _ in parts), tuple(number for _, number in parts)

    @property
    def folded(self) -> str:
        """Letters and digits alone, as texts are compared here."""
        return self._folded[0]

    def letter(self, at: int) -> Letter:
        """The letter that stands behind a place of `folded`."""
        return self.letters[self._folded[1][at]]

    def runs(self, page: int) -> Iterator[tuple[str, Box]]:
        """The lines of a page in pieces without large gaps: what a reader can select."""
        return _runs([letter for letter in self.letters if letter.page == page])


def read_words(data: bytes) -> Words:
    """The words of a PDF."""
    with pypdfium2.PdfDocument(data) as document:
        return Words(tuple(letter for number in range(len(document)) for letter in _letters(document[number], number)))


def fold(text: str) -> str:
    """Letters and digits without case, accents and ligatures: marks and spaces differ between text and page."""
    plain = text if text.isascii() else normalize("NFKD", text)
    return "".join(sign for sign in plain.casefold() if sign.isalnum() and not combining(sign))


def _letters(page: pypdfium2.PdfPage, number: int) -> Iterator[Letter]:
    height = page.get_height()
    text_page = page.get_textpage()
    count = text_page.count_chars()
    text = text_page.get_text_range(0, count) if count else ""
    if len(text) != count:  # a character outside the basic plane takes two places
        text = "".join(text_page.get_text_range(at, 1)[:1] or " " for at in range(count))
    for at, sign in enumerate(text):
        if sign in NO_CHARACTER or (sign == " " and pdfium.FPDFText_IsGenerated(text_page, at)):
            continue  # our pages have their own spaces: PDFium would add some between spaced capitals
        left, bottom, right, top = text_page.get_charbox(at, loose=True)
        yield Letter(sign, number, Box(left, height - top, right, height - bottom))
    text_page.close()


def _runs(letters: Iterable[Letter]) -> Iterator[tuple[str, Box]]:
    words: list[str] = []
    around: Box | None = None
    for sign, _, box in letters:
        ends = sign in "\r\n" or (around is not None and sign != " " and _is_apart(around, box))
        if ends and around is not None and "".join(words).strip():
            yield "".join(words), around
        if ends:
            words, around = [], None
        if sign not in "\r\n" and (sign != " " or words):
            words.append(sign)
            if sign != " ":
                around = box if around is None else around.joined(box)
    if around is not None and "".join(words).strip():
        yield "".join(words), around


def _is_apart(around: Box, box: Box) -> bool:
    """True where a letter does not go on with the line: it stands on another, or far to the side."""
    height = around.bottom - around.top
    aside = max(box.left - around.right, around.left - box.right)
    middle = (box.top + box.bottom) / 2
    return aside > 2 * height or not around.top <= middle <= around.bottom
