"""Fonts: which ones Word is told of, and how tall their lines are by nature."""

from collections.abc import Iterable
from typing import NamedTuple

TWINS = {
    "Carlito": "Calibri",
    "Caladea": "Cambria",
    "Liberation Serif": "Times New Roman",
    "Tinos": "Times New Roman",
    "Liberation Sans": "Arial",
    "Arimo": "Arial",
    "Liberation Mono": "Courier New",
    "Cousine": "Courier New",
    "Gelasio": "Georgia",
    "serif": "Times New Roman",
    "sans-serif": "Arial",
    "monospace": "Courier New",
}
"""The metric twin that every Word has, for a free font of the PDF."""

LINE_OF_NATURE = {
    "Arial": 1.1499,
    "Calibri": 1.2207,
    "Cambria": 1.1724,
    "Courier New": 1.1328,
    "Georgia": 1.1362,
    "Noto Naskh Arabic": 1.7032,
    "Noto Sans": 1.362,
    "Noto Sans Arabic": 1.362,
    "Noto Sans CJK SC": 1.448,
    "Noto Serif": 1.362,
    "Noto Serif CJK SC": 1.437,
    "Times New Roman": 1.1499,
}
"""Height of a single-spaced line for a font size of 1, by the font's own metrics (hhea)."""

USUAL_LINE = 1.17
"""What is taken for a font whose metrics we do not know."""

COMPLEX = ("arabic", "naskh", "nastaliq", "amiri", "kufi", "scheherazade", "hebrew", "devanagari", "thai")
EAST_ASIAN = ("cjk", "simsun", "simhei", "song", "ming", "sans sc", "serif sc", "yahei", "mincho", "gothic")


class Faces(NamedTuple):
    """The three fonts of a run: for Latin, for complex and for East Asian script (17.3.2.26)."""

    latin: str
    complex: str
    east_asian: str


def faces(families: Iterable[str]) -> Faces:
    """The first family of each kind in a CSS font list, by the names that Word knows."""
    found: dict[str, str] = {}
    for family in families:
        name = family.lower()
        kind = (
            "complex"
            if any(word in name for word in COMPLEX)
            else "east_asian"
            if any(word in name for word in EAST_ASIAN)
            else "latin"
        )
        found.setdefault(kind, TWINS.get(family, family))
    latin = found.get("latin") or found.get("complex") or "Times New Roman"
    return Faces(latin, found.get("complex", latin), found.get("east_asian", latin))


def line_of_nature(font: str) -> float:
    """The height of a single-spaced line of that font, as a multiple of the font size."""
    return LINE_OF_NATURE.get(font, USUAL_LINE)
