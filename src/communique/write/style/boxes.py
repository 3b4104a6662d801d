"""Boxes: borders, shading and padding of a block (ECMA-376-1, 17.3.1.7, 17.3.1.31)."""

from typing import NamedTuple

from communique.write.style.colours import rgb, shown
from communique.write.style.lengths import eighths, points, px
from communique.write.style.look import LookValue
from communique.write.weasyprint_private.cascade import Computed

SIDES = ("top", "left", "bottom", "right")

LINES = {
    "solid": "single",
    "double": "double",
    "dotted": "dotted",
    "dashed": "dashed",
    "groove": "threeDEngrave",
    "ridge": "threeDEmboss",
    "inset": "single",
    "outset": "single",
}

STROKES = {"double": 3}
"""Word gives the width of one stroke; two, and the gap between them, make a double line (17.3.4)."""

MOST_SPACE = 31
"""Points; no paragraph border stands farther from its text (ECMA-376-1, 17.3.4)."""

NO_BOX: dict[str, LookValue] = {"shd.p": "", **{f"border.{side}": None for side in SIDES}}


class Border(NamedTuple):
    """One border: its kind in Word, eighths of a point, RRGGBB, points from the text."""

    line: str
    size: int
    colour: str
    space: int = 0


def border(style: Computed, side: str) -> Border | None:
    """The border of one side of an element, when it has one."""
    line, width = style[f"border_{side}_style"], style[f"border_{side}_width"]
    if line in {"none", "hidden"} or not width:
        return None
    colour = rgb(style[f"border_{side}_color"], style["color"])
    return Border(LINES.get(line, "single"), eighths(width / STROKES.get(line, 1)), colour)


def is_box(style: Computed) -> bool:
    """True when a block paints a border or a background."""
    return shown(style["background_color"]) or any(border(style, side) for side in SIDES)


def box_look(style: Computed, extra: tuple[float, float] = (0.0, 0.0)) -> dict[str, LookValue]:
    """The box of a block as paragraph borders and shading.

    `extra`: px added to the padding at top and bottom. Word pads only where there is a border, so
    a padded background gets one of its own colour.
    """
    fill = rgb(style["background_color"]) if shown(style["background_color"]) else ""
    look: dict[str, LookValue] = {"shd.p": fill}
    for side in SIDES:
        padding = px(style[f"padding_{side}"]) + {"top": extra[0], "bottom": extra[1]}.get(side, 0.0)
        found = border(style, side) or (Border("single", 4, fill) if fill and padding else None)
        look[f"border.{side}"] = found and found._replace(space=min(MOST_SPACE, points(padding)))
    return look


def border_width(style: Computed, side: str) -> float:
    """The width of a border in px, 0 without one."""
    return 0.0 if style[f"border_{side}_style"] in {"none", "hidden"} else px(style[f"border_{side}_width"])


def edge(style: Computed, side: str) -> float:
    """Margin, border and padding of one side of a block, in px."""
    return px(style[f"margin_{side}"]) + px(style[f"padding_{side}"]) + border_width(style, side)
