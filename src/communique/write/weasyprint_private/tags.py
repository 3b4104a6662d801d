"""Which HTML element each structure element of the PDF was made from.

WeasyPrint builds the structure tree in one private recursive generator, `pdf.tags._build_box_tree`,
which looks itself up by its module name; so it can be wrapped, and its results noted. They are
edited later, by the public finisher, in `write/pdf/`. Nothing is changed here.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags as stock

Node: TypeAlias = Any
"""A structure element: a `pydyf.Dictionary` with S, P, Pg and K (ISO 32000-1, 14.7.2)."""

TreeBuilder: TypeAlias = Callable[..., Iterator[Node]]


@dataclass(frozen=True, slots=True)
class Tagged:
    """One structure element, and the box it was made from.

    `part` is the pseudo-element ("before", "marker", "footnote-call"), empty for the element
    itself and its anonymous boxes. `order` counts boxes as they open, over the whole document.
    `margin` names the margin box around it ("top-left"), `list_style` its `list-style-type`.
    """

    node: Node
    element: Element | None
    part: str
    page: int
    order: int
    margin: str
    list_style: str


class Record:
    """The structure elements of one document, as they are made."""

    def __init__(self, build: TreeBuilder) -> None:
        self.tagged: list[Tagged] = []
        self._build = build
        self._opened = 0
        self._margin = ""

    def in_order(self) -> list[Tagged]:
        """All of them, an element before what it contains."""
        return sorted(self.tagged, key=lambda tagged: tagged.order)

    def __call__(self, box: Any, parent: Node, pdf: Any, page: int, *rest: Any) -> Iterator[Node]:  # noqa: ANN401
        """Build the nodes of a box as WeasyPrint does, and note each."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box  # noqa: SLF001
        self._opened += 1
        order, around = self._opened, self._margin
        if isinstance(box, boxes.MarginBox):
            self._margin = box.at_keyword.removeprefix("@")
        try:
            for node in self._build(box, parent, pdf, page, *rest):
                if not _is_transparent(box):
                    self.tagged.append(self._note(node, box, page, order))
                yield node
        finally:
            self._margin = around

    def _note(self, node: Node, box: Any, page: int, order: int) -> Tagged:  # noqa: ANN401
        part = (box.element_tag or "").rpartition("::")[2] if "::" in (box.element_tag or "") else ""
        style = box.style["list_style_type"]
        return Tagged(node, box.element, part, page, order, self._margin, style if isinstance(style, str) else "")


@contextmanager
def recording() -> Iterator[Record]:
    """Note every structure element that WeasyPrint makes while this lasts."""
    build = stock._build_box_tree  # noqa: SLF001
    record = Record(build)
    stock._build_box_tree = record  # noqa: SLF001
    try:
        yield record
    finally:
        stock._build_box_tree = build  # noqa: SLF001


def _is_transparent(box: Any) -> bool:  # noqa: ANN401
    """True of boxes without a node of their own: what comes out of them is their children's, noted already."""
    return box.element_tag in {"html", "body"} or isinstance(box, boxes.PageBox)
