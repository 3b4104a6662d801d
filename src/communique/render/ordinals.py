"""Ordinals in figures, by language: 3rd, 3e, 3.º, 3."""

FULL_STOP = frozenset({
    "bs", "cs", "da", "de", "et", "fi", "fo", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr", "tr",
})  # fmt: skip
"""Languages that put a full stop behind an ordinal (Unicode CLDR 45, rule-based number formats, digits-ordinal)."""

INDICATOR = frozenset({"es", "gl", "it", "pt"})
"""Languages that raise an o behind it; the masculine, which stands with a meeting, a session, an item."""


def ordinal(number: int, language: str) -> str:
    """The number as an ordinal; in a language whose way is not known here, the number alone."""
    first = language.partition("-")[0].lower()
    if first == "en":
        return f"{number}{_english(number)}"
    if first == "fr":
        return f"{number}{'er' if number == 1 else 'e'}"
    if first in INDICATOR:
        return f"{number}{'.' if first in {'es', 'gl'} else ''}º"
    return f"{number}." if first in FULL_STOP else str(number)


def _english(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
