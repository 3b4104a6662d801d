"""The look of a run: computed style into Word's run properties (ECMA-376-1, 17.3.2)."""

from communique.write.style.colours import rgb, shown
from communique.write.style.languages import language_look
from communique.write.style.lengths import half_points, px, twips
from communique.write.style.look import Look, LookValue
from communique.write.style.word_fonts import faces
from communique.write.weasyprint_private.cascade import Computed

UNDERLINES = {"solid": "single", "double": "double", "dotted": "dotted", "dashed": "dash", "wavy": "wave"}

BOLD = 600
"""The weight from which Word's one bold stands for it."""


def run_look(style: Computed, painted: Look | None = None) -> dict[str, LookValue]:
    """The look of text in that style; `painted` is what inline ancestors paint through to it."""
    font = faces(style["font_family"])
    lines = () if style["text_decoration_line"] == "none" else style["text_decoration_line"]
    return {
        "font.latin": font.latin,
        "font.complex": font.complex,
        "font.eastAsia": font.east_asian,
        "b": int(style["font_weight"] >= BOLD),
        "i": int(style["font_style"] != "normal"),
        "caps": int(style["text_transform"] == "uppercase"),
        "smallCaps": int("small-caps" in str(style["font_variant_caps"])),
        "strike": int("line-through" in lines),
        "vanish": int(style["visibility"] == "hidden"),
        "color": rgb(style["color"]),
        "spacing": twips(px(style["letter_spacing"])),
        "sz": half_points(style["font_size"]),
        "u": UNDERLINES.get(style["text_decoration_style"], "single") if "underline" in lines else "none",
        "shd": "",
        "vertAlign": "baseline",
        **language_look(style["lang"]),
        **(painted or {}),
    }


def painted_through(style: Computed, around: Look, size_around: float) -> dict[str, LookValue]:
    """What CSS does not inherit but shows: a background, raised and lowered text.

    Raised text keeps the size around it (px): Word makes it smaller by itself.
    """
    painted = dict(around)
    if shown(style["background_color"]):
        painted["shd"] = rgb(style["background_color"])
    shift = style["vertical_align"]
    if style["display"][0] == "inline" and isinstance(shift, int | float) and shift:
        painted["vertAlign"] = "superscript" if shift > 0 else "subscript"
        painted["sz"] = half_points(size_around)
    return painted
