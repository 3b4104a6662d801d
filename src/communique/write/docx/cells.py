"""Cells: which zone of a table style holds for them, and what they show beyond it."""

from dataclasses import dataclass

from communique.write.docx.properties_xml import border_xml, shading
from communique.write.docx.xml import w
from communique.write.style.table_look import CellLook, TableLook, Zone, cell_alignment, cell_look, cell_padding
from communique.write.weasyprint_private.cascade import Cascade, Element


@dataclass(frozen=True, slots=True)
class Zones:
    """The rows of a table from the top, each with its zone of the table style: "head", "odd", "even" or "foot".

    `has_row_headings`: some row of the body begins with a heading. Known once a table: it may have thousands of cells.
    """

    table: Element
    rows: dict[Element, Zone]
    has_row_headings: bool

    @classmethod
    def of(cls, table: Element) -> "Zones":
        """The zones of a table, its own rows only and not those of a table in a cell."""
        head, foot, body = ([row for group in table.findall(tag) for row in group if row.tag == "tr"]
                            for tag in ("thead", "tfoot", "tbody"))  # fmt: skip
        body = [*table.findall("tr"), *body]
        rows: dict[Element, Zone] = dict.fromkeys(head, "head")
        rows |= {row: "even" if number % 2 else "odd" for number, row in enumerate(body)}
        rows |= dict.fromkeys(foot, "foot")
        return cls(table, rows, any(cell.tag == "th" for row in body for cell in row[:1]))

    def has(self, zone: Zone) -> bool:
        """True when a row is in that zone."""
        return zone in self.rows.values()


def zone_of(cell: Element, row: Element, zones: Zones, look: TableLook | None) -> CellLook | None:
    """What the table style shows in this cell."""
    if look is None:
        return None
    zone = zones.rows[row]
    shown = look.zones[zone]
    if zone in {"head", "foot"}:
        return shown
    column, even = look.zones["first_column"], look.zones["even"]
    if not zones.has_row_headings or next(iter(row)) is not cell:
        return shown
    changed = {name: getattr(column, name) for name in column._fields if getattr(column, name) != getattr(even, name)}
    return shown._replace(**changed)


def cell_properties(cascade: Cascade, cell: Element, zone: CellLook | None, look: TableLook | None) -> str:
    """The end of `w:tcPr`: borders, shading and alignment that the style does not give (17.4.69)."""
    shown = cell_look(cascade, cell)
    out = ""
    if zone is not None:
        styled = zone.edges()
        edges = {side: edge for side, edge in shown.edges().items() if edge != styled[side]}
        order = [(side, edges[side]) for side in ("top", "left", "bottom", "right") if side in edges]
        out += w("tcBorders", "".join(border_xml(side, edge) for side, edge in order)) if order else ""
        out += shading(shown.fill) if shown.fill != zone.fill else ""
    if look is not None:
        out += _margins(cell_padding(cascade, cell), look)
    aligned, usual = cell_alignment(cascade, cell), look.alignment if look is not None else "top"
    return out + (w("vAlign", val=aligned) if aligned != usual else "")


def _margins(padding: dict[str, int], look: TableLook) -> str:
    """Cell margins smaller than the style's; more room is an indent or a distance of the paragraphs."""
    own = {side: width for side, width in padding.items() if width < look.padding[side]}
    order = (side for side in ("top", "left", "bottom", "right") if side in own)
    margins = "".join(w(side, w=own[side], type="dxa") for side in order)
    return w("tcMar", margins) if margins else ""
