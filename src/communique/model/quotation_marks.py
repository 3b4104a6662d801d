"""The quotation marks of each language, as its printers set them."""

from typing import NamedTuple


class Marks(NamedTuple):
    """How a language opens and closes a quotation, and one inside it.

    A straight double mark becomes a double one, a single a single one, so that folding can tell what
    was typed; a language whose inner marks are double too gets them by typing them.
    """

    opening: str
    closing: str
    opening_single: str = "‘"
    closing_single: str = "’"


NARROW = "\u202f"
HIGH = Marks("“", "”")
LOW_HIGH = Marks("„", "“", "‚", "‘")
POINTED = Marks("«", "»")
SAME = Marks("”", "”", "’", "’")

MARKS = {
    "ar": POINTED,
    "be": POINTED,
    "bg": LOW_HIGH,
    "ca": POINTED,
    "cs": LOW_HIGH,
    "da": HIGH,
    "de": LOW_HIGH,
    "el": POINTED,
    "en": HIGH,
    "es": POINTED,
    "et": LOW_HIGH,
    "fa": POINTED,
    "fi": SAME,
    "fr": Marks("«" + NARROW, NARROW + "»"),
    "hr": Marks("„", "”"),
    "hu": Marks("„", "”"),
    "id": HIGH,
    "is": LOW_HIGH,
    "it": POINTED,
    "lt": LOW_HIGH,
    "lv": POINTED,
    "nb": POINTED,
    "nl": HIGH,
    "nn": POINTED,
    "no": POINTED,
    "pl": Marks("„", "”"),
    "pt": HIGH,
    "ro": Marks("„", "”"),
    "ru": POINTED,
    "sk": LOW_HIGH,
    "sl": LOW_HIGH,
    "sr": Marks("„", "“"),
    "sv": SAME,
    "sw": HIGH,
    "tr": HIGH,
    "uk": POINTED,
    "vi": HIGH,
    "zh": HIGH,
}
"""By the first part of a language tag; a language that is not here keeps its straight marks."""


def marks_of(language: str) -> Marks | None:
    """The marks of a language tag; Swiss German and French have their own."""
    if language in {"de-CH", "de-LI", "fr-CH"}:
        return POINTED
    return MARKS.get(language.partition("-")[0].lower())
