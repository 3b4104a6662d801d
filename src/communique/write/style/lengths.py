"""Lengths: CSS pixels (1/96 inch) into the units of Word."""

from typing import Any, TypeAlias

Length: TypeAlias = Any
"""A computed length: a number of px, a dimension with a unit, or a word such as `auto`."""

UNITS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
"""CSS px in each absolute unit (css-values-4, 6.2)."""


def px(length: Length, whole: float = 0.0) -> float:
    """A computed length in px, a percentage taken of `whole`; `auto` and `normal` are 0."""
    if isinstance(length, int | float):
        return float(length)
    if isinstance(length, str) or length is None:
        return 0.0
    return float(length.value) * (whole / 100 if length.unit == "%" else UNITS.get(length.unit, 1.0))


def written_px(text: str, whole: float = 0.0) -> float:
    """A length as it is written in a custom property: `12pt`, `134mm`, `100%`; ValueError if none."""
    for unit, factor in {**UNITS, "%": whole / 100}.items():
        if text.endswith(unit):
            return float(text.removesuffix(unit)) * factor
    raise ValueError(text)


def points(pixels: float) -> int:
    """Whole points, as the space between text and border is given (ECMA-376-1, 17.3.4)."""
    return round(pixels * 0.75)


def twips(pixels: float) -> int:
    """Twentieths of a point, the unit of indents, spacing and pages."""
    return round(pixels * 15)


def half_points(pixels: float) -> int:
    """Half points, the unit of font sizes (ECMA-376-1, 17.3.2.38)."""
    return round(pixels * 1.5)


def eighths(pixels: float) -> int:
    """Eighths of a point, the unit of borders, 1/4 to 12 pt (ECMA-376-1, 17.3.4)."""
    return max(2, min(96, round(pixels * 6)))


def emu(pixels: float) -> int:
    """English metric units, the unit of drawings: 914 400 to the inch."""
    return round(pixels * 9525)
