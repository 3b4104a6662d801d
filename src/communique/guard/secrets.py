"""What the guard looks for: the words that were withheld and stand in nothing its audience may read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from communique.guard.folding import words_of
from communique.model.withheld import Withheld, WithheldText

RUN = 5
"""So many words in a row are no accident."""
GRAM = 10
"""Letters by which a row is looked up before it is searched."""
FEWEST_LETTERS = 3
"""A single name or number shorter than this tells nothing."""
CAPITAL = re.compile(r"(?<![.!?:;…\u2013\u2014\"“«(\[]\s)(?<=\s)[^\W\d_a-z][\w’'-]+")
"""A word with a capital that opens no sentence."""
NUMBER = re.compile(r"(?<![\w.,])\d[\d.,/ \u00a0\u202f-]*\d(?!\w)")


class Sort(StrEnum):
    """What makes a needle: it decides where it may be looked for."""

    RUN = "run of words"
    WHOLE = "short text"
    SINGLE = "name or number"
    PROTECTED = "protected term"


@dataclass(frozen=True, slots=True)
class Needle:
    """Words to look for. `text` is where they were withheld; None for a protected term."""

    words: tuple[str, ...]
    sort: Sort
    text: WithheldText | None = field(default=None, compare=False)
    spelled: str = field(default="", compare=False)

    @property
    def row(self) -> str:
        """The letters without spaces."""
        return "".join(self.words)


def needles(withheld: Withheld, public: Iterable[str], protected: Iterable[str] = ()) -> tuple[Needle, ...]:
    """Everything to look for, each once; `public` are the texts the audience may read."""
    rows = Public(public)
    found: dict[Needle, None] = {}
    for text in withheld.texts:
        for needle in _of_text(text):
            if not rows.holds(needle.words):
                found.setdefault(needle)
    for term in protected:
        if words := tuple(words_of(term)):
            found.setdefault(Needle(words, Sort.PROTECTED, None, term))
    return tuple(found)


class Public:
    """The words that an audience may read; a run of them is no secret."""

    def __init__(self, texts: Iterable[str]) -> None:
        listed = [words_of(text) for text in texts]
        self.spaced = "\n".join(f" {' '.join(words)} " for words in listed)
        self.row = "".join(word for words in listed for word in words)
        self.grams = {self.row[at : at + GRAM] for at in range(len(self.row))}

    def holds(self, words: tuple[str, ...]) -> bool:
        """True when these words stand together somewhere in public; a long run may go on from text to text."""
        if len(words) < RUN:
            return f" {' '.join(words)} " in self.spaced
        row = "".join(words)
        return (len(row) < GRAM or row[:GRAM] in self.grams) and row in self.row


def _of_text(text: WithheldText) -> Iterator[Needle]:
    words = tuple(words_of(text.words))
    if len(words) >= RUN:
        for at in range(len(words) - RUN + 1):
            run = words[at : at + RUN]
            yield Needle(run, Sort.RUN, text, text.words)
    elif len(words) > 1:
        yield Needle(words, Sort.WHOLE, text, text.words)
    elif words and _is_fact(text) and len(words[0]) >= FEWEST_LETTERS:
        yield Needle(words, Sort.SINGLE, text, text.words)
    for single in _singles(text.words):
        told = tuple(words_of(single))
        if len("".join(told)) >= FEWEST_LETTERS:
            yield Needle(told, Sort.SINGLE, text, single)


def _is_fact(text: WithheldText) -> bool:
    return text.what.startswith("fact ")


def _singles(words: str) -> Iterator[str]:
    """The names and numbers of a text."""
    yield from (name for name in CAPITAL.findall(words) if name[0].isupper())
    yield from (match.strip() for match in NUMBER.findall(words))
