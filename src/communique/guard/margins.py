"""What stands in the margins of the pages: running heads, markings, page numbers."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from communique.diagnostics.codes import guard as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.guard.letters import letters
from communique.guard.naming import quoted
from communique.guard.reading import Reading, Stands
from communique.guard.sheet_text import SheetBlock

MARKING = ".marking"
"""The class of the words that say for whom a paper is (DESIGN 2)."""
NUMBER = r"\d{0,5}"


def margins_against(reading: Reading, blocks: Sequence[SheetBlock]) -> Iterator[Diagnostic]:
    """Every margin holds nothing but what the sheet put there, and the marking stands on some page.

    A running head may stand on none: a style may leave it away where the title is near. The head of a table
    counts as one on the pages that it is repeated on.
    """
    allowed = sorted((b for b in blocks if b.stands is Stands.MARGIN or b.repeats), key=lambda b: -len(b.letters.row))
    patterns = {block: _pattern(block) for block in allowed}
    seen: set[SheetBlock] = set()
    for where, text in _by_place(reading).items():
        left = letters(text).row
        for block, pattern in patterns.items():
            fewer, count = pattern.subn("\0", left)
            if count:
                seen.add(block)
                left = fewer
        if surplus := left.replace("\0", " ").strip():
            message = f"{reading.name}, {where}: {quoted(surplus)} stands in the margin, and the sheet has it not"
            yield codes.SURPLUS_WORDS.at(None, message, help=codes.SEE_WRITER)
    for block in blocks:
        if block.stands is Stands.MARGIN and block not in seen and block.name.endswith(MARKING):
            words = quoted(" ".join(block.letters.words))
            message = f"{reading.name}: the marking {words} stands in the margin of no page"
            yield codes.LOST_WORDS.at(None, message, help=codes.SEE_WRITER)


def _by_place(reading: Reading) -> dict[str, str]:
    """The texts of each margin, one behind the other."""
    texts: dict[str, str] = {}
    for piece in reading.standing(Stands.MARGIN):
        texts[piece.where] = texts.get(piece.where, "") + " " + piece.text
    return texts


def _pattern(block: SheetBlock) -> re.Pattern[str]:
    """The letters of a block, a number where the style generates one; a theme may set it in capitals."""
    row, cuts = block.letters.row, (0, *block.holes, len(block.letters.row))
    if not row:
        return re.compile(r"\d{1,5}")
    parts = [re.escape(row[a:b]) for a, b in pairwise(cuts)]
    capitals = [re.escape(row[a:b].upper()) for a, b in pairwise(cuts)]
    return re.compile(NUMBER.join(parts) + "|" + NUMBER.join(capitals))
