"""Directions: which stretches of a text run from right to left (ECMA-376-1, 17.3.2.30)."""

import re
from collections.abc import Iterator

RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
"""Hebrew, Arabic and their kin."""

LEFT_TO_RIGHT = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"

ANY_RIGHT_TO_LEFT = re.compile(f"[{RIGHT_TO_LEFT}]")
IN_LATIN = re.compile(f"[{RIGHT_TO_LEFT}](?:[^A-Za-z]*[{RIGHT_TO_LEFT}])?|[^{RIGHT_TO_LEFT}]+")
IN_ARABIC = re.compile(f"[{LEFT_TO_RIGHT}](?:[{LEFT_TO_RIGHT}0-9 \\-_./@:&'’]*[{LEFT_TO_RIGHT}0-9])?")


def stretches(words: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """The text in stretches of one direction, and whether that is from right to left.

    In a right-to-left text only words of Latin, Greek or Cyrillic letters run the other way; in any
    other text only Arabic and Hebrew do.
    """
    if not rtl:
        if ANY_RIGHT_TO_LEFT.search(words):
            pieces = (match.group() for match in IN_LATIN.finditer(words))
            yield from ((piece, bool(ANY_RIGHT_TO_LEFT.search(piece))) for piece in pieces)
        else:
            yield words, False
        return
    place = 0
    for match in IN_ARABIC.finditer(words):
        if match.start() > place:
            yield words[place : match.start()], True
        yield match.group(), False
        place = match.end()
    if place < len(words):
        yield words[place:], True
