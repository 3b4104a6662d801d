"""The look of a table: borders, shading and cell margins of its zones (ECMA-376-1, 17.7.6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from communique.write.style.boxes import SIDES, Border, border
from communique.write.style.colours import rgb, shown
from communique.write.style.lengths import px, twips
from communique.write.weasyprint_private.cascade import Cascade, Element

Zone = Literal["head", "odd", "even", "foot", "first_column"]


class CellLook(NamedTuple):
    """What a cell shows: its shading (RRGGBB or nothing) and its four borders."""

    fill: str
    top: Border | None
    left: Border | None
    bottom: Border | None
    right: Border | None

    def edges(self) -> Mapping[str, Border | None]:
        """The borders by side."""
        return {"top": self.top, "left": self.left, "bottom": self.bottom, "right": self.right}


@dataclass(frozen=True, slots=True)
class TableLook:
    """A table style: the cells of each zone, the borders of the whole, the cell margins in twips.

    `alignment` is `w:vAlign` of a cell of the body.
    """

    zones: Mapping[Zone, CellLook]
    outer: Mapping[str, Border | None]
    padding: Mapping[str, int]
    alignment: str

    def borders(self) -> dict[str, Border | None]:
        """`w:tblBorders`: the outer edges, and those between the cells of the body."""
        odd, even = self.zones["odd"], self.zones["even"]
        return {
            "top": self.outer["top"] or odd.top,
            "left": self.outer["left"] or odd.left,
            "bottom": self.outer["bottom"] or even.bottom,
            "right": self.outer["right"] or odd.right,
            "insideH": odd.bottom or even.top,
            "insideV": odd.right or odd.left,
        }


PROBE_ROWS = (
    "<thead><tr><th>x</th><th>x</th><th>x</th></tr></thead><tbody>"
    + '<tr><th scope="row">x</th><td>x</td><td>x</td></tr>' * 4
    + '</tbody><tfoot><tr><th scope="row">x</th><td>x</td><td>x</td></tr></tfoot>'
)
"""A table with every zone."""


def table_look(cascade: Cascade, table: Element) -> TableLook:
    """The look of a probe table with `PROBE_ROWS`."""
    head, odd, even, *_, foot = table.iter("tr")
    body = list(even)[1]
    style = cascade.style(table)
    return TableLook(
        zones={
            "head": cell_look(cascade, list(head)[1]),
            "odd": cell_look(cascade, list(odd)[1]),
            "even": cell_look(cascade, body),
            "foot": cell_look(cascade, list(foot)[1]),
            "first_column": cell_look(cascade, next(iter(even))),
        },
        outer={side: border(style, side) for side in SIDES},
        padding=cell_padding(cascade, body),
        alignment=cell_alignment(cascade, body),
    )


def cell_look(cascade: Cascade, cell: Element) -> CellLook:
    """The shading and borders of a cell, those of its row and row group included."""
    row, group = list(cascade.ancestors(cell))[:2]
    styles = [cascade.style(element) for element in (cell, row, group)]
    fill = next((rgb(style["background_color"]) for style in styles if shown(style["background_color"])), "")
    top, left, bottom, right = (border(styles[0], side) for side in SIDES)
    return CellLook(fill, top or border(styles[1], "top"), left, bottom or border(styles[1], "bottom"), right)


def cell_alignment(cascade: Cascade, cell: Element) -> str:
    """`w:vAlign` of a cell: on the base line is on the top (ECMA-376-1, 17.4.83)."""
    return {"middle": "center", "bottom": "bottom"}.get(str(cascade.style(cell)["vertical_align"]), "top")


def cell_padding(cascade: Cascade, cell: Element) -> dict[str, int]:
    """The padding of a cell in twips, by side."""
    style = cascade.style(cell)
    return {side: twips(px(style[f"padding_{side}"])) for side in SIDES}
