"""A place: what the elements around a text decide about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from communique.write.style.boxes import box_look, is_box
from communique.write.style.look import Look
from communique.write.style.run_look import painted_through
from communique.write.style.stylebook import Stylebook
from communique.write.style.word_style import WordStyle
from communique.write.weasyprint_private.cascade import Cascade, Computed, Element


@dataclass(frozen=True, slots=True)
class Place:
    """What flows down the tree and CSS does not inherit.

    `painted`: background and raising of inline elements. `character`: the character style in force.
    `style`: the paragraph style that a container gives to plain text. `box`: the border and shading
    of a block around. `item`: the list item that the text stands in, `depth`: how many of them.
    `cell`: its table cell, `cell_margins`: twips that the table's style keeps in each cell already.
    """

    painted: Look = field(default_factory=dict)
    character: WordStyle | None = None
    style: WordStyle | None = None
    box: Look | None = None
    item: Element | None = None
    depth: int = 0
    cell: Element | None = None
    cell_margins: Mapping[str, int] = field(default_factory=dict)

    def inside(self, element: Element, cascade: Cascade, book: Stylebook) -> "Place":
        """The place within a block that holds other blocks."""
        computed = cascade.style(element)
        named = book.named(cascade.own(element, "--docx-style"))
        is_item = "list-item" in computed["display"] or element.tag == "li"
        return replace(
            self,
            box=box_look(computed) if is_box(computed) else self.box,
            style=named if named is not None and named.kind == "paragraph" else self.style,
            item=element if is_item else self.item,
            depth=self.depth + is_item,
        )

    def within(self, computed: Computed, size_around: float, named: WordStyle | None) -> "Place":
        """The place within an inline element of that style; `size_around` in px."""
        dressed = named is not None and named.kind == "character"
        return replace(
            self,
            painted=painted_through(computed, self.painted, size_around),
            character=named if dressed else self.character,
        )
