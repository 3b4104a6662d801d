"""The look of a paragraph: computed style into Word's paragraph properties (ECMA-376-1, 17.3.1)."""

from math import ceil
from typing import NamedTuple

from communique.write.style.boxes import NO_BOX, box_look, edge
from communique.write.style.languages import is_east_asian, is_right_to_left
from communique.write.style.lengths import px, twips, written_px
from communique.write.style.look import Look, LookValue
from communique.write.style.word_fonts import faces, line_of_nature
from communique.write.weasyprint_private.cascade import Cascade, Computed, Element

AVOID = frozenset({"avoid", "avoid-page"})
FORCED = frozenset({"page", "always", "left", "right", "recto", "verso"})
JUSTIFICATIONS = {"start": "left", "end": "right", "justify": "both", "center": "center"}
OPPOSITE = {"left": "right", "right": "left"}
LEADERS = {".": "dot", "_": "underscore", "-": "hyphen"}

SINGLE = 240
"""Single line spacing, in 240ths of a line (ECMA-376-1, 17.3.1.33)."""

TIGHT = 228
"""Below this part of a natural line, word processors crush the first line only: say it exactly."""

LEAST_REST = 0.5
"""The part of a hundredth of a line from which the next hundredth is nearer."""

OF_WORD: dict[str, LookValue] = {
    "jc": "left", "bidi": 0, "ind.left": 0, "ind.right": 0, "ind.first": 0, "before": 0, "after": 0,
    "line": SINGLE, "lineRule": "auto", "keepNext": 0, "keepLines": 0, "pageBreakBefore": 0,
    "widowControl": 1, "suppressAutoHyphens": 0, "outlineLvl": 9, "tabs": (), "num": None, **NO_BOX,
}  # fmt: skip
"""A paragraph of which nothing is said, in Word."""


class TabStop(NamedTuple):
    """A tab stop: its alignment, its leader if any, twips from the text edge."""

    alignment: str
    leader: str | None
    position: int


class Inset(NamedTuple):
    """The indentation, in px, that the blocks around an element give it at its start and its end."""

    start: float = 0.0
    end: float = 0.0


def paragraph_look(
    style: Computed, inset: Inset | None = None, box: Look | None = None, rule: str = "auto"
) -> dict[str, LookValue]:
    """The look of a block of text; `box` is that of a block around it, if it stands in one."""
    start, end = ("right", "left") if style["direction"] == "rtl" else ("left", "right")
    inset = inset or Inset()
    line, line_rule = line_spacing(style, rule)
    level = style["bookmark_level"]
    return {
        "jc": justification(style),
        "bidi": int(style["direction"] == "rtl"),
        "ind.left": twips(inset.start + edge(style, start)),
        "ind.right": twips(inset.end + edge(style, end)),
        "ind.first": twips(px(style["text_indent"])),
        "before": twips(max(0.0, px(style["margin_top"]))),
        "after": twips(max(0.0, px(style["margin_bottom"]))),
        "line": line,
        "lineRule": line_rule,
        "keepNext": int(style["break_after"] in AVOID),
        "keepLines": int(style["break_inside"] in AVOID),
        "pageBreakBefore": int(style["break_before"] in FORCED),
        "widowControl": int(style["orphans"] >= 2 and style["widows"] >= 2),
        "suppressAutoHyphens": int(style["hyphens"] != "auto"),
        "outlineLvl": level - 1 if isinstance(level, int) else 9,
        "tabs": (),
        "num": None,
        **(box_look(style) if box is None else box),
    }


def justification(style: Computed) -> str:
    """`w:jc`; its left and right are start and end in a right-to-left paragraph (17.3.1.13)."""
    align: str = style["text_align_all"]
    if style["direction"] == "rtl":
        align = OPPOSITE.get(align, align)
    return JUSTIFICATIONS.get(align, align)


def line_height(style: Computed) -> float:
    """The height of a line in px; the font's own where the style says `normal`."""
    value, size = style["line_height"], float(style["font_size"])
    if value == "normal":
        return size * line_of_nature(_font(style))
    return value * size if isinstance(value, int | float) else px(value, size)


def line_spacing(style: Computed, rule: str = "auto") -> tuple[int, str]:
    """`w:line` and its rule: a multiple of the font's own line, so that it follows a change of size.

    `--docx-line` asks for `exact` or `atLeast` instead; those are in twips.
    """
    if style["line_height"] == "normal":
        return SINGLE, "auto"
    height = line_height(style)
    if rule in {"exact", "atLeast"}:
        return twips(height), rule
    multiple = _multiple(height / (line_of_nature(_font(style)) * style["font_size"]))
    return (multiple, "auto") if multiple >= TIGHT else (twips(height), "exact")


def _multiple(lines: float) -> int:
    """A height in natural lines as 240ths of a line.

    LibreOffice drops what is less than a hundredth of a line, which adds up to whole lines on a
    page: from half a hundredth on, the next hundredth is meant.
    """
    hundredths, rest = divmod(100 * lines, 1)
    return ceil(SINGLE * (hundredths + 1) / 100) if rest >= LEAST_REST else round(SINGLE * lines)


def inset_of(cascade: Cascade, element: Element) -> Inset:
    """The indentation that the blocks around an element give it, up to its cell, list cell or page."""
    rtl = cascade.style(element)["direction"] == "rtl"
    start, end = ("right", "left") if rtl else ("left", "right")
    before = after = 0.0
    for around in cascade.ancestors(element):
        if around.tag in {"td", "th", "table"}:
            break
        style = cascade.style(around)
        if style["display"][0] == "block":
            before += edge(style, start)
            after += edge(style, end)
    return Inset(before, after)


def outline(cascade: Cascade, element: Element, look: Look) -> LookValue:
    """`w:outlineLvl`: that of `--docx-outline`, for a heading that the PDF's bookmarks leave out; else the usual."""
    said = cascade.own(element, "--docx-outline")
    return int(said) - 1 if said and said in "123456789" else look["outlineLvl"]


def tab_stops(written: str, measure: float) -> tuple[TabStop, ...]:
    """`--docx-tabs`: stops between commas, `right . 100%` = alignment, leader, place in the measure (px)."""
    stops = []
    for stop in written.split(","):
        alignment, *leader, position = stop.split()
        stops.append(
            TabStop(alignment, LEADERS.get(leader[0]) if leader else None, twips(written_px(position, measure)))
        )
    return tuple(stops)


def _font(style: Computed) -> str:
    """The font that sets the height of a line in the language of the style."""
    font = faces(style["font_family"])
    if is_right_to_left(style["lang"]):
        return font.complex
    return font.east_asian if is_east_asian(style["lang"]) else font.latin
