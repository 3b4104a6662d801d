"""Colours: computed CSS colours into the six digits of Word."""

from typing import Any


def rgb(colour: Any, current: Any = None) -> str:  # noqa: ANN401 - WeasyPrint ships no types
    """RRGGBB; Word knows no transparency, so a colour is laid on white paper first."""
    if colour == "currentcolor":
        colour = current
    alpha = colour.alpha
    channels = (min(1.0, max(0.0, value)) for value in colour.to("srgb").coordinates)
    return "".join(f"{round(255 * (1 - alpha + alpha * value)):02X}" for value in channels)


def shown(colour: Any) -> bool:  # noqa: ANN401 - WeasyPrint ships no types
    """True when a background of that colour paints anything."""
    return bool(colour.alpha > 0)
