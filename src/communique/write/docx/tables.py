"""Tables: a fixed grid with the columns of the PDF, header rows, merged cells (ECMA-376-1, 17.4)."""

from dataclasses import dataclass, field, replace

from communique.write.docx.cells import Zones, cell_properties, zone_of
from communique.write.docx.paragraph import Markup, Paragraph, end_with_paragraph, spacer
from communique.write.docx.place import Place
from communique.write.docx.story import Story
from communique.write.docx.xml import w
from communique.write.style.lengths import px, twips
from communique.write.style.paragraph_look import AVOID, inset_of
from communique.write.style.table_look import cell_padding
from communique.write.style.word_style import WordStyle
from communique.write.weasyprint_private.cascade import Computed, Element


@dataclass(slots=True)
class _Grid:
    """The table being written: its columns in twips, and the cells that reach down from above.

    `spans`: for a column, how many more rows its cell reaches down, and over how many columns.
    """

    widths: list[int]
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)

    def width(self, column: int, span: int) -> int:
        """The width of a cell in twips."""
        return sum(self.widths[column : column + span])


def write_table(table: Element, story: Story, place: Place) -> None:
    """Write a table, its caption and the distance round it."""
    cascade = story.manuscript.cascade
    computed = cascade.style(table)
    caption = table.find("caption")
    on_top = caption is not None and cascade.style(caption)["caption_side"] == "top"
    opened, closed = story.manuscript.anchors.around(table)
    story.pending += opened + closed
    above = twips(px(computed["margin_top"]))
    if caption is not None and on_top:
        story.flow_element(caption, place)
        story.close()
        story.keep_last()
    elif story.blocks and isinstance(last := story.blocks[-1], Paragraph):
        last.raise_to("after", above)
    if story.blocks and isinstance(previous := story.blocks[-1], Markup) and previous.is_table:
        story.put(Markup(spacer(max(story.gap, above))))  # Word would join two tables that touch
    story.put(Markup(_table(table, computed, story, place), is_table=True))
    story.gap = twips(px(computed["margin_bottom"]))
    if caption is not None and not on_top:
        story.flow_element(caption, place)


def _table(table: Element, computed: Computed, story: Story, place: Place) -> str:
    zones = Zones.of(table)
    grid = _Grid(_columns(table, zones, computed, story))
    named = story.manuscript.named(table)
    style = named if named is not None and named.kind == "table" else story.manuscript.book.styles["plain table"]
    inside = Place(painted=place.painted, cell_margins=style.table.padding if style.table else {})
    rows = [_row(row, zones, style, grid, story, inside) for row in zones.rows]
    return w("tbl", _properties(table, computed, zones, style, grid, story) + _grid(grid) + "".join(rows))


def _columns(table: Element, zones: Zones, computed: Computed, story: Story) -> list[int]:
    """The widths of the columns as the PDF has them; equal ones where it does not say."""
    count = max((sum(_span(cell, "colspan") for cell in row) for row in zones.rows), default=1) or 1
    number, known = story.manuscript.tables, story.manuscript.facts.columns
    story.manuscript.tables += 1
    if number < len(known) and len(known[number]) == count:
        return [twips(width) for width in known[number]]
    inset = inset_of(story.manuscript.cascade, table)
    measure = max(1.0, story.measure(computed) - inset.start - inset.end)
    return [twips(measure / count)] * count


def _properties(table: Element, computed: Computed, zones: Zones, style: WordStyle, grid: _Grid, story: Story) -> str:
    """`w:tblPr`: style, direction, width, place, and which zones of the style hold (17.4.59)."""
    margins = computed["margin_left"], computed["margin_right"]
    centred = margins == ("auto", "auto")
    inset = twips(inset_of(story.manuscript.cascade, table).start + px(margins[0]))
    caption = table.find("caption")
    words = table.get("aria-label") or ("" if caption is None else " ".join("".join(caption.itertext()).split()))
    switches = {
        "firstRow": zones.has("head"),
        "lastRow": zones.has("foot"),
        "firstColumn": zones.has_row_headings,
        "lastColumn": False,
        "noHBand": False,
        "noVBand": True,
    }
    bits = (0x20, 0x40, 0x80, 0x100, 0x200, 0x400)
    value = sum(bit for bit, on in zip(bits, switches.values(), strict=True) if on)
    return w(
        "tblPr",
        w("tblStyle", val=style.id)
        + (w("bidiVisual") if computed["direction"] == "rtl" else "")
        + _width(computed, inset, grid, story)
        + (w("jc", val="center") if centred else "")
        + (w("tblInd", w=inset, type="dxa") if inset and not centred else "")
        + w("tblLayout", type="fixed")
        + w("tblLook", val=f"{value:04X}", **{name: int(on) for name, on in switches.items()})
        + (w("tblCaption", val=words) if words else ""),
    )


def _width(computed: Computed, inset: int, grid: _Grid, story: Story) -> str:
    """`w:tblW`: in the body a part of the line stays one, whatever becomes of the page (17.4.63)."""
    width = computed["width"]
    if story.sections is not None and not inset and getattr(width, "unit", "") == "%":
        return w("tblW", w=round(width.value * 50), type="pct")
    return w("tblW", w=sum(grid.widths), type="dxa")


def _grid(grid: _Grid) -> str:
    return w("tblGrid", "".join(w("gridCol", w=width) for width in grid.widths))


def _row(row: Element, zones: Zones, style: WordStyle, grid: _Grid, story: Story, place: Place) -> str:
    cascade = story.manuscript.cascade
    table = zones.table
    kept = any(cascade.style(element)["break_inside"] in AVOID for element in (row, table))
    is_head = zones.rows[row] == "head"
    properties = (w("cantSplit") if kept or is_head else "") + (w("tblHeader") if is_head else "")
    # Word keeps a row with the next one when its paragraphs ask for it.
    is_last = row is next(reversed(zones.rows))
    keep = not is_last and cascade.style(table)["break_inside"] in AVOID
    cells: list[str] = []
    column, waiting = 0, [cell for cell in row if cell.tag in {"td", "th"}]
    while column < len(grid.widths):
        left, span = grid.spans.get(column, (0, 0))
        if left:
            grid.spans[column] = (left - 1, span)
            cells.append(_filler(grid.width(column, span), span, merged=True))
        elif not waiting:
            span = 1
            cells.append(_filler(grid.width(column, 1), 1, merged=False))
        else:
            cell = waiting.pop(0)
            span = min(_span(cell, "colspan"), len(grid.widths) - column)
            down = _span(cell, "rowspan")
            if down > 1:
                grid.spans[column] = (down - 1, span)
            zone = zone_of(cell, row, zones, style.table)
            own = cell_properties(cascade, cell, zone, style.table)
            shape = w("tcW", w=grid.width(column, span), type="dxa") + _merging(span, down)
            cells.append(w("tc", w("tcPr", shape + own) + _content(cell, story, place, keep=keep)))
        column += span
    return w("tr", (w("trPr", properties) if properties else "") + "".join(cells))


def _merging(span: int, down: int) -> str:
    across = w("gridSpan", val=span) if span > 1 else ""
    return across + (w("vMerge", val="restart") if down > 1 else "")


def _filler(width: int, span: int, *, merged: bool) -> str:
    """A cell that is merged into the one above, or that the row does not have."""
    shape = w("tcW", w=width, type="dxa") + (w("gridSpan", val=span) if span > 1 else "")
    return w("tc", w("tcPr", shape + (w("vMerge") if merged else "")) + w("p"))


def _content(cell: Element, story: Story, place: Place, *, keep: bool) -> str:
    """The paragraphs of a cell."""
    cascade, book = story.manuscript.cascade, story.manuscript.book
    inner = story.beside()
    inner.pending, inner.break_next = story.hand_over()
    opened, closed = story.manuscript.anchors.around(cell)
    inner.pending += opened + closed
    inside = replace(place, cell=cell, style=book.paragraph(cascade.own(cell, "--docx-style"), "Table Text"))
    inner.flow_children(cell, inside)
    inner.close()
    if not inner.blocks:
        inner.begin(cell, inside)
        inner.close()
    _pad(cell, inner, place)
    end_with_paragraph(inner.blocks)
    for block in inner.blocks:
        if keep and isinstance(block, Paragraph):
            block.look["keepNext"] = 1
    return "".join(block.xml for block in inner.blocks)


def _pad(cell: Element, inner: Story, place: Place) -> None:
    """Room above and below that a cell has beyond the style; cell margins would widen its whole row in Word."""
    padding = cell_padding(inner.manuscript.cascade, cell)
    for side, name, block in (("top", "before", inner.blocks[0]), ("bottom", "after", inner.blocks[-1])):
        more = padding[side] - place.cell_margins.get(side, padding[side])
        if more > 0 and isinstance(block, Paragraph):
            block.look[name] = block.distance(name) + more


def _span(cell: Element, attribute: str) -> int:
    said = cell.get(attribute) or "1"
    return max(1, int(said)) if said.isdigit() else 1
