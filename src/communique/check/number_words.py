"""Numbers in English words: seventy-five, two hundred and ten thousand, twenty-first, two thirds."""

import re
from dataclasses import dataclass
from fractions import Fraction

UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
UNITS += " seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
CARDINALS = {word: number for number, word in enumerate(UNITS.split())}
CARDINALS |= {word: 10 * number for number, word in enumerate(TENS.split(), start=2)}
SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
IRREGULAR = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
ORDINALS = {f"{word}th": number for word, number in CARDINALS.items() if word in UNITS.split()}
ORDINALS |= {f"{word[:-1]}ieth": number for word, number in CARDINALS.items() if word in TENS.split()}
ORDINALS |= {f"{word}th": number for word, number in SCALES.items()} | IRREGULAR
PARTS = {"half": 2, "halves": 2, "thirds": 3, "quarter": 4, "quarters": 4, "fifths": 5, "tenths": 10}

WORD = "|".join(sorted([*CARDINALS, *SCALES, *ORDINALS, *PARTS], key=len, reverse=True))
NUMBER_WORDS = re.compile(
    rf"\b(?:{WORD})(?:(?:[-\u2010\u2011]|[ \u00a0\n](?:and[ \u00a0\n])?)(?:{WORD}))*\b", re.IGNORECASE
)
"""A run of number words; what it means, if anything, `number_in` says."""

SMALL = 12


@dataclass(frozen=True, slots=True)
class WordedNumber:
    """What a run of number words means. `small`: up to twelve, as often a turn of speech as a figure."""

    value: Fraction
    ordinal: bool = False
    small: bool = False


def number_in(words: str) -> WordedNumber | None:
    """The number that is said; None for "one", "first", "second", "half", and for what is no number."""
    said = [word for word in re.split(r"[-\u2010\u2011\s]+", words.lower()) if word != "and"]
    if len(said) == 1 and (said[0] in {"zero", "one", "first", "second", "third", "hundred"} or said[0] in PARTS):
        return None
    if len(said) > 1 and said[-1] in PARTS:
        counted = _cardinal(said[:-1])
        return WordedNumber(Fraction(counted, PARTS[said[-1]])) if counted else None
    ordinal = said[-1] in ORDINALS
    if ordinal:
        said = [*said[:-1], _cardinal_of(ORDINALS[said[-1]])]
    number = _cardinal(said)
    return None if number is None else WordedNumber(Fraction(number), ordinal, small=number <= SMALL)


def _cardinal_of(number: int) -> str:
    return next(word for word, value in {**CARDINALS, **SCALES}.items() if value == number)


def _cardinal(said: list[str]) -> int | None:
    """The number of a run of words, None where they make none ("two three", "thirds")."""
    total = group = 0
    below = 100  # what may still follow: units after tens, nothing after units
    for word in said:
        if word in CARDINALS:
            number = CARDINALS[word]
            if number >= below:
                return None
            group, below = group + number, (10 if number >= 20 else 0)
        elif word == "hundred":
            group, below = max(group, 1) * 100, 100
        elif word in SCALES:
            total, group, below = total + max(group, 1) * SCALES[word], 0, 100
        else:
            return None
    return total + group
