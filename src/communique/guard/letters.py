"""Texts as the ledger compares them: their letters in a row, and apart from these where the spaces were.

A PDF has no spaces at the end of a line and a hyphen where a word is cut; the letters are the same.
Nothing is folded but the typography of `model.typography` and the forms that letters take in a font.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from unicodedata import bidirectional, category, normalize

from communique.model.typography import fold

FORMS = re.compile(r"[\ufb00-\ufdff\ufe70-\ufeff]")
"""Ligatures and the shapes that Arabic letters take (Unicode, Alphabetic and Arabic Presentation Forms)."""

HYPHEN = "-"
LOOKS_LIKE_ONE = str.maketrans(dict.fromkeys("\u2010\u2011\u0002\ufffe", HYPHEN))
"""Hyphens that fonts draw with one glyph, so that a PDF cannot tell them apart; the last two are PDFium's own."""

MIRRORED = str.maketrans(")]}>", "([{<")
"""Brackets that turn round in a line that runs from the right."""


@dataclass(frozen=True)
class Letters:
    """`row`: the letters and marks without spaces; `gaps`: the offsets in it where a space stood."""

    row: str
    gaps: tuple[int, ...] = field(default=(), repr=False)

    @cached_property
    def spaces(self) -> frozenset[int]:
        """The offsets at which a space stood, for looking up."""
        return frozenset(self.gaps)

    @property
    def words(self) -> list[str]:
        """The words between the spaces."""
        cuts = (0, *self.gaps, len(self.row))
        return [self.row[start:end] for start, end in pairwise(cuts) if start < end]


def letters(text: str) -> Letters:
    """The letters of a text that was read or printed."""
    words = folded(text).split()
    gaps, at = [], 0
    for word in words[:-1]:
        at += len(word)
        gaps.append(at)
    return Letters("".join(words), tuple(gaps))


def folded(text: str) -> str:
    """The text with typography and the shapes of letters taken back; its spaces are kept."""
    if text.isascii() and text.isprintable():
        return text
    text = text.translate(LOOKS_LIKE_ONE)
    text = normalize("NFC", FORMS.sub(lambda form: normalize("NFKC", form[0]), fold(text)))
    return text if text.isprintable() else "".join(char for char in text if not _invisible(char))


def _invisible(char: str) -> bool:
    """True for what leaves no mark on paper: joiners, soft hyphens, directions; a space is one."""
    return category(char) in {"Cf", "Cc"} and not char.isspace()


def same(found: str, expected: str, *, turned: bool = False) -> bool:
    """True when what was found prints what was expected: its letters, or capitals in their place.

    `turned`: the line runs from right to left, even where it has no such letters.
    """
    if found == expected:
        return True
    if turned or runs_from_right(found):
        return _in_any_order(found) == _in_any_order(expected)
    if len(found) == len(expected):
        return all(one == other or one == other.upper() for one, other in zip(found, expected, strict=True))
    return found == expected.upper()


def runs_from_right(text: str) -> bool:
    """True when there are letters in the text that are written from right to left."""
    return not text.isascii() and any(bidirectional(char) in {"R", "AL"} for char in text)


def mostly_from_right(text: str) -> bool:
    """True when more of its letters are written from right to left than the other way."""
    sides = [bidirectional(char) for char in text] if not text.isascii() else []
    return sum(side in {"R", "AL"} for side in sides) > sides.count("L")


def _in_any_order(text: str) -> list[str]:
    """The letters of one line whose order a reader of PDF can only guess at."""
    return sorted(text.translate(MIRRORED))
