"""Sentences as they are read out: how long they are, and whether a word stands twice."""

import re
from collections.abc import Iterator

from communique.check.line import Line
from communique.check.reading import Reading
from communique.diagnostics.codes.wording import DOUBLED_WORD, LONG_SENTENCE
from communique.diagnostics.diagnostic import Diagnostic

LONGEST = 40
RUN = re.compile(r"\S+")


def long_sentences(reading: Reading) -> Iterator[Diagnostic]:
    """A sentence with more than 40 words; what is only circulated does not count."""
    for line in reading.spoken:
        if line.aside is None and len(line.text) > 2 * LONGEST:
            for start, end in _sentences(line):
                said = words_read_out(line, start, end)
                if said > LONGEST:
                    message = f"this sentence has {said} words; more than {LONGEST} are hard to say and to interpret"
                    yield LONG_SENTENCE.at(line.span(start, end), message, "make two of it")


def words_read_out(line: Line, start: int, end: int) -> int:
    """How many words of `text[start:end]` are read out."""
    return sum(1 for _ in spoken_words(line, start, end))


def spoken_words(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the words that are read out: runs between spaces that hold a letter or a digit."""
    for match in RUN.finditer(line.text, start, end):
        if any(char.isalnum() for char in match.group()) and line.reads(*match.span()):
            yield match.span()


def _sentences(line: Line) -> Iterator[tuple[int, int]]:
    from sentencex import get_sentence_boundaries  # noqa: PLC0415 - only a text with a long paragraph needs it

    base = line.language.partition("-")[0].lower()
    for boundary in get_sentence_boundaries(base, line.text):
        start, end = int(boundary["start_index"]), int(boundary["end_index"])
        words = line.text[start:end]
        yield start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
MEANT_TWICE = {
    "en": "had that is was do no very many far more so long never bye well you there her ha who",
    "fr": "nous vous en se y",
    "de": "die der das den sie ihr",
    "es": "se sí no muy",
    "no": "som det den for så",
    "it": "sì no via piano",
    "pt": "se sim não",
    "nl": "die dat je zij",
}
"""Words that stand twice in good sentences; a language that is not here is not asked."""


def doubled_words(reading: Reading) -> Iterator[Diagnostic]:
    """A word that stands twice in a row; "had had", "New New" and the like are left alone."""
    for line in reading.lines:
        before: re.Match[str] | None = None
        for match in WORD.finditer(line.text):
            if before and _is_doubled(before, match) and not _is_meant(match.group(), line, match.start()):
                message = f'"{match.group()}" stands twice'
                yield DOUBLED_WORD.at(line.span(before.start(), match.end()), message, "take one of them out")
            before = match


def _is_doubled(first: re.Match[str], second: re.Match[str]) -> bool:
    one, other = first.group(), second.group()
    if one.casefold() != other.casefold():
        return False
    if one[0].isupper() and other[0].isupper():  # a name: Baden Baden, Pago Pago
        return False
    return first.string[first.end() : second.start()].isspace()


def _is_meant(word: str, line: Line, at: int) -> bool:
    """True for a word that stands twice in good sentences of its language, and in languages not known here."""
    base = line.pieces_of(at, at + 1)[0].language.partition("-")[0].lower()
    meant = MEANT_TWICE.get({"nb": "no", "nn": "no"}.get(base, base))
    return meant is None or word.casefold() in meant.split()
