"""The figures of a text: numbers in digits and in English words, percentages, sums, dates, document symbols.

Every pattern is linear: none can be made to try one character again and again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from itertools import zip_longest

from communique.check.number_words import NUMBER_WORDS, number_in
from communique.model.typography import symbols


class Kind(StrEnum):
    """What a figure is; two figures of different kinds are never the same."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    DATE = "date"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `start` to `end` of a text.

    `value` is a number for numbers and ordinals, (year, month, day) with 0 for unknown for dates, the
    words themselves for references. `unit`: "%", a currency, or nothing. `small`: a count in words up
    to twelve, which is as often a turn of speech as a figure.
    """

    kind: Kind
    value: Fraction | tuple[int, int, int] | str
    start: int
    end: int
    unit: str = ""
    small: bool = False

    @property
    def key(self) -> "Key":
        """By what a figure is looked up: the unit is compared apart."""
        return self.kind, self.value

    def may_measure(self, unit: str) -> bool:
        """True when the unit does not contradict: a currency may be left out, a percentage may not."""
        return self.unit == unit or ("" in {self.unit, unit} and "%" not in {self.unit, unit})

    def vaguer(self) -> tuple["Key", ...]:
        """A date without its year, without its day, without both; nothing for other figures."""
        if not isinstance(self.value, tuple):
            return ()
        year, month, day = self.value
        dates = {(0, month, day), (year, month, 0), (0, month, 0)} - {self.value}
        return tuple((self.kind, date) for date in sorted(dates))


Key = tuple[Kind, Fraction | tuple[int, int, int] | str]


def figures(text: str, language: str) -> tuple[Figure, ...]:
    """The figures of a text, in its order; words for numbers are read in English."""
    left, found = text, []
    for look in (_symbols, _dates, _references):
        taken = [figure for figure in look(left) if "\0" not in left[figure.start : figure.end]]
        found += taken
        left = _without(left, taken)
    numbers = [*_digits(left, language)]
    left = _without(left, numbers)
    if language.partition("-")[0].lower() == "en":
        numbers += _words(left)
    numbers.sort(key=lambda figure: figure.start)
    return tuple(sorted([*found, *_ranges(text, numbers)], key=lambda figure: figure.start))


def parts(figure: Figure) -> Iterator[Figure]:
    """What a figure says beside itself: a date says its year and its day, a symbol its last part."""
    yield figure
    if isinstance(figure.value, tuple):
        year, _, day = figure.value
        for number, kinds in ((year, (Kind.NUMBER,)), (day, (Kind.NUMBER, Kind.ORDINAL))):
            if number:
                yield from (replace(figure, kind=kind, value=Fraction(number)) for kind in kinds)
    elif figure.kind is Kind.REFERENCE and isinstance(figure.value, str):
        tail = figure.value.split("/")[-2:]
        yield replace(figure, value="/".join(tail))
    elif figure.kind is Kind.ORDINAL:
        yield replace(figure, kind=Kind.NUMBER)


def _without(text: str, taken: list[Figure]) -> str:
    """The text with what was taken blotted out, so that no digit is read twice."""
    pieces, at = [], 0
    for figure in sorted(taken, key=lambda figure: figure.start):
        if figure.end == at:
            continue  # the other day of a range
        pieces += [text[at : figure.start], "\0" * (figure.end - figure.start)]
        at = figure.end
    return "".join([*pieces, text[at:]])


def _symbols(text: str) -> Iterator[Figure]:
    for start, end in symbols(text):
        yield Figure(Kind.REFERENCE, text[start:end], start, end)


MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
MONTHS += ["November", "December"]
MONTH = "|".join([*MONTHS, *(f"{month[:3]}\\b" for month in MONTHS)])
TH = r"(?:st|nd|rd|th)?"
UNTIL = r"(?:\s?[-–—]\s?|\s(?:to|and|until)\s)"
DATE = re.compile(
    rf"\b(?:(?P<from>\d{{1,2}}){TH}{UNTIL})?(?P<day>\d{{1,2}}){TH}\s(?:of\s)?(?P<month>{MONTH})\.?(?:,?\s(?P<year>\d{{4}})\b)?"
    rf"|\b(?P<month2>{MONTH})\.?\s(?:(?P<from2>\d{{1,2}}){TH}{UNTIL})?(?P<day2>\d{{1,2}}){TH}\b(?:,?\s(?P<year2>\d{{4}})\b)?"
    rf"|\b(?P<month3>{MONTH})\.?\s(?P<year3>\d{{4}})\b"
    r"|\b(?P<year4>\d{4})-(?P<month4>\d\d)-(?P<day4>\d\d)\b"
)
"""A date; "11–14 September 2012" is two of them."""


def _dates(text: str) -> Iterator[Figure]:
    for match in DATE.finditer(text):
        told = {name.rstrip("234"): words for name, words in match.groupdict().items() if words}
        month = told["month"][:3]
        number = int(month) if month[:2].isdigit() else next(n for n, m in enumerate(MONTHS, 1) if m.startswith(month))
        for day in filter(None, (told.get("from"), told.get("day", "0"))):
            value = (int(told.get("year", 0)), number, int(day))
            yield Figure(Kind.DATE, value, match.start(), match.end())


REFERENCE = re.compile(r"(?<![\w/.])\d{1,4}(?:/\d{1,4}){1,4}(?![\w/])|(?<![\w:])\d{1,2}:\d\d(?![\w:])")
"""A resolution by its number (71/258), a time of day (15:30)."""


def _references(text: str) -> Iterator[Figure]:
    for match in REFERENCE.finditer(text):
        yield Figure(Kind.REFERENCE, match.group(), match.start(), match.end())


DIGITS = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:[,.\u00a0\u202f' ]\d{3})++(?![\d])|\d++)(?:[.,]\d++(?![.,]?\d))?")
CURRENCY = re.compile(r"(?:(US\$|\$|€|£|¥)|\b(USD|EUR|GBP|NOK|SEK|DKK|CHF|JPY|CAD|AUD))[ \u00a0\u202f]?\Z")
CURRENCY_BEHIND = re.compile(
    r"[ \u00a0\u202f](?:(US dollars|dollars|euros?|pounds|kroner|francs|yen)|(USD|EUR|GBP|NOK|SEK|DKK|CHF))\b"
    r"|[ \u00a0\u202f]?€"
)
NAMES = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "dollars": "USD", "US dollars": "USD"}
NAMES |= {"euro": "EUR", "euros": "EUR", "pounds": "GBP", "kroner": "NOK", "francs": "CHF", "yen": "JPY"}
SCALE = re.compile(r"[ \u00a0\u202f-]?(hundred|thousand|million|billion|trillion|bn|mn|m)\b")
SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "mn": 10**6, "m": 10**6}
SCALES |= {"billion": 10**9, "bn": 10**9, "trillion": 10**12}
ORDINAL = re.compile(r"(?:st|nd|rd|th|º|ª|er)\b")
PER_CENT = re.compile(r"[ \u00a0\u202f-]?(?:%|per cent\b|percent\b|pour cent\b|por ciento\b|Prozent\b|prosent\b)")
GLUED = re.compile(r"s\b|(?:km|kg|mm|cm|am|pm|h|°)")
NAMING = re.compile(r"[A-Z]-\Z|¶[ \u00a0]?\Z")
"""What stands before a number that only names something: COVID-19, ¶ 4."""
LONGEST_NUMBER = 30


def _digits(text: str, language: str) -> Iterator[Figure]:
    for match in DIGITS.finditer(text):
        typed, end = match.group(), match.end()
        if len(typed) > LONGEST_NUMBER or NAMING.search(text[max(match.start() - 2, 0) : match.start()]):
            continue
        value = _value(typed, english=language.partition("-")[0].lower() == "en")
        if ordinal := ORDINAL.match(text, end):
            yield Figure(Kind.ORDINAL, value, match.start(), ordinal.end())
        elif text[end : end + 1].isalpha() and not GLUED.match(text, end) and not SCALE.match(text, end):
            continue  # a name such as 3MSP, no figure
        else:
            yield _measured(text, Figure(Kind.NUMBER, value, match.start(), end))


def _value(typed: str, *, english: bool) -> Fraction:
    """The number that was typed: a mark before three digits groups, another one is a decimal point."""
    whole, mark, behind = re.match(r"(.*?)(?:([.,])(\d+))?\Z", typed, re.DOTALL).groups()  # type: ignore[union-attr]
    digits = re.sub(r"\D", "", whole)
    groups = mark is not None and len(behind) == 3 and mark != ("." if english else ",")
    if groups or mark is None:
        return Fraction(int(digits + (behind or "")))
    return Fraction(f"{digits}.{behind}")


def _measured(text: str, figure: Figure) -> Figure:
    """The figure with the scale, the per cent sign and the currency that stand next to it."""
    value, start, end, unit = figure.value, figure.start, figure.end, ""
    if (scale := SCALE.match(text, end)) and isinstance(value, Fraction):
        value, end = value * SCALES[scale[1]], scale.end()
    before = CURRENCY.search(text[max(figure.start - 4, 0) : figure.start])
    if percent := PER_CENT.match(text, end):
        unit, end = "%", percent.end()
    elif before:
        unit = NAMES.get(before[1], "") or before[2]
        start -= len(before.group())
    elif behind := CURRENCY_BEHIND.match(text, end):
        unit, end = NAMES.get(behind[1], "") or behind[2] or "EUR", behind.end()
    return replace(figure, value=value, start=start, end=end, unit=unit)


def _words(text: str) -> Iterator[Figure]:
    for match in NUMBER_WORDS.finditer(text):
        if (number := number_in(match.group())) is None:
            continue
        kind = Kind.ORDINAL if number.ordinal else Kind.NUMBER
        figure = Figure(kind, number.value, match.start(), match.end(), small=number.small)
        measured = figure if number.ordinal else _measured(text, figure)
        yield replace(measured, small=figure.small and measured.unit == "")


RANGE = re.compile(r"[ \u00a0]?[-–—][ \u00a0]?|[ \u00a0](?:to|or|and|à|bis)[ \u00a0]")


def _ranges(text: str, numbers: list[Figure]) -> Iterator[Figure]:
    """The numbers; "10 to 15 per cent" gives both of them the unit."""
    for figure, following in zip_longest(numbers, numbers[1:]):
        if following and not figure.unit and following.unit and RANGE.fullmatch(text, figure.end, following.start):
            yield replace(figure, unit=following.unit, small=False)
        else:
            yield figure
