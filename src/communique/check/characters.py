"""Characters that nobody sees, that print as boxes, or that other programs cannot find."""

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import name, normalize

from communique.check.line import Line
from communique.check.reading import Reading
from communique.diagnostics.codes.wording import (
    BROKEN_SYMBOL,
    INVISIBLE_CHARACTER,
    LOST_CHARACTER,
    MIXED_MARKS,
    PRESENTATION_FORM,
    SOFT_HYPHEN,
    UNBALANCED_DIRECTION,
)
from communique.diagnostics.diagnostic import Code, Diagnostic

BY_FIX = "communique check --fix {}"
SOFT = re.compile("\u00ad+")
LOST = re.compile("[\ufffd\ue000-\uf8ff\ufdd0-\ufdef\U000f0000-\U000ffffd\U00100000-\U0010fffd]+")
FORMS = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc]+")
"""Ligatures and shapes of letters; the pious phrases of U+FDF0 to U+FDFD are words of their own."""


def soft_hyphens(reading: Reading) -> Iterator[Diagnostic]:
    """A soft hyphen inside a word."""
    message = "a soft hyphen (U+00AD) stands here"
    yield from _each(reading, SOFT, SOFT_HYPHEN, message, BY_FIX.format("takes it out"))


def lost_characters(reading: Reading) -> Iterator[Diagnostic]:
    """A replacement character, a private one, or one that is no character."""
    for line in _printed(reading):
        for match in LOST.finditer(line.text):
            message = f"the character that stood here was lost ({_numbers(match.group())})"
            yield LOST_CHARACTER.at(line.span(*match.span()), message, "type it anew")


def presentation_forms(reading: Reading) -> Iterator[Diagnostic]:
    """A letter stored as one of its shapes, as copying from a PDF gives it."""
    for line in _printed(reading):
        for match in FORMS.finditer(line.text):
            meant = normalize("NFKC", match.group())
            message = f"{match.group()} is a printed shape ({_numbers(match.group())}), not the letters {meant}"
            yield PRESENTATION_FORM.at(line.span(*match.span()), message, f"write {meant}")


OPENERS = {"\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069", "\u202a": "\u202c", "\u202b": "\u202c"}
OVERRIDES = {"\u202d", "\u202e"}
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def unbalanced_directions(reading: Reading) -> Iterator[Diagnostic]:
    """An embedding or isolate left open, closed without being open, or an override (UAX 9, 2.1 to 2.5)."""
    for line in _printed(reading):
        opened: list[tuple[int, str]] = []
        for match in TURNS.finditer(line.text):
            char, at = match.group(), match.start()
            if char in OVERRIDES:
                opened.append((at, "\u202c"))
                yield _turn(line, at, "turns the letters round")
            elif char in OPENERS:
                opened.append((at, OPENERS[char]))
            elif opened and opened[-1][1] == char:
                opened.pop()
            else:
                yield _turn(line, at, "closes nothing")
        yield from (_turn(line, at, "is not closed") for at, _ in opened if line.text[at] not in OVERRIDES)


def _turn(line: Line, at: int, what: str) -> Diagnostic:
    message = f"{name(line.text[at])} (U+{ord(line.text[at]):04X}) {what}"
    return UNBALANCED_DIRECTION.at(line.span(at, at + 1), message, "delete it; [words]{lang=ar} sets the direction")


INVISIBLE = re.compile(
    "[\u200b-\u200f\u2028\u2029\u2060-\u2064\u206a-\u206f\u180e\ufeff\u3164\uffa0\U000e0000-\U000e007f]+"
)
JOINED = re.compile("[\u0600-\u0dff\u1000-\u109f\u1780-\u18af\u0f00-\u0fff\ua840-\ua87f\ua8e0-\ua8ff\u200d]")
"""Arabic, Indic and related scripts, in which a joiner shapes letters."""
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese, Khmer: a zero-width space says where a line may end."""
PICTOGRAPH = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def invisible_characters(reading: Reading) -> Iterator[Diagnostic]:
    """A character without width where the script has no need of it."""
    for line in _printed(reading):
        for match in INVISIBLE.finditer(line.text):
            if not _is_needed(match.group(), line.text, *match.span()):
                message = f"an invisible character stands here ({_numbers(match.group())})"
                yield INVISIBLE_CHARACTER.at(line.span(*match.span()), message, BY_FIX.format("takes it out"))


def _is_needed(chars: str, text: str, start: int, end: int) -> bool:
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    if set(chars) <= {"\u200c", "\u200d"}:
        return bool(JOINED.search(around) or (chars == "\u200d" and PICTOGRAPH.search(around)))
    if set(chars) == {"\u200b"}:
        return bool(UNSPACED.search(around))
    if set(chars) <= {"\u200e", "\u200f"}:
        return bool(RIGHT_TO_LEFT.search(text))
    flag = all(char >= "\U000e0020" for char in chars)  # the flags of England, Scotland and Wales
    return flag and text[max(start - 1, 0) : start] == "\U0001f3f4"


QUOTES = re.compile("[\"“”„]|['’]")
KIND_OF = {'"': "straight", "'": "straight", "“": "typographic", "”": "typographic", "„": "typographic"}
KIND_OF |= {"’": "typographic"}


def mixed_marks(reading: Reading) -> Iterator[Diagnostic]:
    """Straight marks beside typographic ones in one public text, in words of its own language."""
    for kinds in ('"“”„', "'’"):
        found = [
            (line, match.start())
            for line in reading.public
            for match in QUOTES.finditer(line.text)
            if match.group() in kinds
            and line.pieces_of(match.start(), match.end())[0].language == reading.speech.language
        ]
        counted = Counter(KIND_OF[line.text[at]] for line, at in found)
        if len(counted) == 2:
            fewer = min(counted, key=lambda kind: (counted[kind], kind))
            line, at = next((line, at) for line, at in found if KIND_OF[line.text[at]] == fewer)
            other = "typographic" if fewer == "straight" else "straight"
            message = f"a {fewer} mark stands here, in a text that has {other} ones ({counted[other]})"
            advice = "type them all alike: straight ones are printed as those of the language"
            yield MIXED_MARKS.at(line.span(at, at + 1), message, advice)


SPACED = re.compile(
    r"(?<![\w/])[A-Z]{1,7}(?:[ \n\u00a0]?/[ \n\u00a0]?[A-Z0-9][\w.-]{0,20}){2,6}"
    r"|(?<![\w/])[A-Z]{1,5}/[A-Z]{2,4}\.[ \n\u00a0]\d{1,5}(?!\w)"
)


def broken_symbols(reading: Reading) -> Iterator[Diagnostic]:
    """A document symbol with a space, or the end of a line, inside."""
    for line in _printed(reading):
        for match in SPACED.finditer(line.text):
            words = match.group()
            if any(char.isspace() for char in words) and any(char.isdigit() for char in words):
                whole = "".join(words.split())
                advice = f"write {whole}; " + BY_FIX.format("does it")
                yield BROKEN_SYMBOL.at(line.span(*match.span()), f"a space breaks the symbol {whole}", advice)


def _each(reading: Reading, sought: re.Pattern[str], code: Code, message: str, advice: str) -> Iterator[Diagnostic]:
    for line in _printed(reading):
        for match in sought.finditer(line.text):
            yield code.at(line.span(*match.span()), message, advice)


def _printed(reading: Reading) -> Iterator[Line]:
    """Every line of every page, the public ones and the others."""
    yield from reading.particulars
    yield from reading.lines


def _numbers(chars: str) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in dict.fromkeys(chars))
