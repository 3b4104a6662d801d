"""Tables whose cells know their headers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]

from communique.write.pdf.structure import Node
from communique.write.weasyprint_private.tags import Tagged

SCOPES = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}

WIDEST = 1000
"""The most columns a cell may cover (HTML, 4.9.11)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and the stretch of the grid it covers; rows and columns count from 0."""

    element: Element
    row: int
    column: int
    rows: int
    columns: int
    in_head: bool

    @property
    def scope(self) -> str:
        """What a header cell heads: as written, else the column in a head and the row elsewhere."""
        return SCOPES.get(self.element.get("scope", ""), "Column" if self.in_head else "Row")

    @property
    def is_header(self) -> bool:
        """True of `th`, and of every cell in a head: an empty corner heads its column too."""
        return self.element.tag == "th" or self.in_head


def head_tables(tagged: Iterable[Tagged]) -> None:
    """Scope for header cells (ISO 14289-1, 7.5), and for each other cell the IDs of its headers."""
    nodes: dict[Element, Node] = {}
    tables: list[Element] = []
    for item in tagged:
        if item.element is None or item.part or not item.node:
            continue
        if item.node["S"] in {"/TH", "/TD"}:
            nodes.setdefault(item.element, item.node)
        elif item.node["S"] == "/Table" and item.element not in tables:
            tables.append(item.element)
    for number, table in enumerate(tables, start=1):
        _head(list(_cells(table)), nodes, f"table-{number}")


def _head(cells: list[Cell], nodes: dict[Element, Node], name: str) -> None:
    headers: list[tuple[Cell, pydyf.String]] = []
    for cell in cells:
        if cell.is_header and (node := nodes.get(cell.element)):
            identifier = pydyf.String(f"{name}-{cell.row}-{cell.column}")
            node["S"], node["ID"] = "/TH", identifier
            node["A"]["Scope"] = f"/{cell.scope}"
            node["A"].pop("Headers", None)
            headers.append((cell, identifier))
    for cell in cells:
        if not cell.is_header and (node := nodes.get(cell.element)):
            mine = pydyf.Array(identifier for header, identifier in headers if _heads(header, cell))
            node["A"].pop("Headers", None)
            if mine:
                node["A"]["Headers"] = mine


def _heads(header: Cell, cell: Cell) -> bool:
    """True when a header cell stands above (Column) or before (Row) a cell."""
    if header.scope == "Column":
        meets = header.column < cell.column + cell.columns and cell.column < header.column + header.columns
        return meets and header.row < cell.row
    return header.row < cell.row + cell.rows and cell.row < header.row + header.rows and header.column < cell.column


def _cells(table: Element) -> Iterator[Cell]:
    """The cells in their grid (HTML, 4.9.12): head, bodies, foot."""
    taken: set[tuple[int, int]] = set()
    for row, (line, in_head) in enumerate(_rows(table)):
        column = 0
        for element in line:
            if element.tag not in {"th", "td"}:
                continue
            while (row, column) in taken:
                column += 1
            rows, columns = _span(element, "rowspan"), _span(element, "colspan")
            taken.update((row + down, column + across) for down in range(rows) for across in range(columns))
            yield Cell(element, row, column, rows, columns, in_head)
            column += columns


def _span(element: Element, name: str) -> int:
    """How many rows or columns a cell covers; what is no number is 1."""
    number = element.get(name, "1").strip()
    return min(max(int(number), 1), WIDEST) if number.isdecimal() else 1


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    """The rows of a table itself, none of a table inside it, and whether each stands in the head."""
    groups = [child for child in table if child.tag in {"thead", "tbody", "tfoot"}]
    order = sorted(groups, key=lambda group: ("thead", "tbody", "tfoot").index(group.tag))
    for group in (*order, table):
        yield from ((child, group.tag == "thead") for child in group if child.tag == "tr")
