"""Page labels: what a reader types to go to a page is the number printed on it (ISO 32000-1, 12.4.2)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pydyf  # type: ignore[import-untyped]

from communique.write.pdf.structure import Pdf

STYLES = {
    "decimal": "D",
    "lower-roman": "r",
    "upper-roman": "R",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
}
"""The counter styles that a PDF can count in; any other number is written out, page by page."""

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def label_pages(pdf: Pdf, printed: Sequence[tuple[str, str] | None]) -> None:
    """Label each page with the number printed on it, given with its counter style; one without has none.

    A document that prints no numbers at all keeps the plain count.
    """
    if any(printed):
        numbers = pydyf.Array()
        for index, label in _ranges([_label(*number) if number else Label() for number in printed]):
            numbers.extend((index, label.entry))
        pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": numbers})


@dataclass(frozen=True, slots=True)
class Label:
    """The label of one page: a style and what it counts, or mere words, or nothing."""

    style: str = ""
    number: int = 0
    words: str = ""

    @property
    def next(self) -> "Label | None":
        """What the page after it is called if nobody says otherwise; words have no next."""
        return None if self.words else Label(self.style, self.number + bool(self.style))

    @property
    def entry(self) -> Any:  # noqa: ANN401  pydyf has no types
        """How it is written where counting begins (ISO 32000-1, table 159)."""
        if self.style:
            return pydyf.Dictionary({"S": f"/{self.style}", "St": self.number})
        return pydyf.Dictionary({"P": pydyf.String(self.words)} if self.words else {})


def _label(text: str, counter_style: str) -> Label:
    style = STYLES.get(counter_style, "")
    number = _value(text, style)
    return Label(style, number) if number else Label(words=text)


def _ranges(labels: Sequence[Label]) -> Iterator[tuple[int, Label]]:
    """The pages at which counting begins anew."""
    expected: Label | None = None
    for index, label in enumerate(labels):
        if label != expected:
            yield index, label
        expected = label.next


def _value(text: str, style: str) -> int:
    """What a printed number counts; 0 when it is none of that style."""
    letters = text.lower()
    if style == "D":
        return int(text) if text.isascii() and text.isdecimal() else 0
    if style in {"r", "R"} and set(letters) <= ROMAN.keys():
        values = [ROMAN[letter] for letter in letters]
        return sum(-one if one < later else one for one, later in zip(values, [*values[1:], 0], strict=True))
    if style in {"a", "A"} and len(letters) == 1 and "a" <= letters <= "z":
        return ord(letters) - ord("a") + 1
    return 0
