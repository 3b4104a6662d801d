"""One element for what is printed on several pages, and artefacts for what is not text."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from communique.write.pdf.structure import Node, Tree
from communique.write.weasyprint_private.tags import Tagged


def take_out_artefacts(tree: Tree, tagged: Iterable[Tagged]) -> None:
    """Margin boxes, decoration, and header rows repeated on a later page leave the tree (ISO 14289-1, 7.8)."""
    first_page: dict[Element, int] = {}
    for item in tagged:
        if not item.node:
            continue  # gone with what held it
        repeated = False
        if item.element is not None and item.element.tag in {"thead", "tfoot"} and not item.part:
            repeated = first_page.setdefault(item.element, item.page) < item.page
        if item.margin or repeated or _is_decoration(item.element):
            tree.paint_as_artefact(item.node, item.margin)


def join_fragments(tree: Tree, tagged: Iterable[Tagged]) -> None:
    """A paragraph, list or table that runs over pages becomes one element again.

    On each page the outermost element of a kind counts; what is anonymous inside it stays inside.
    """
    fragments: dict[tuple[Element, str, str], dict[int, Node]] = {}
    for item in tagged:
        if item.element is not None and item.node:
            key = (item.element, item.part, item.node["S"])
            fragments.setdefault(key, {}).setdefault(item.page, item.node)
    for (_, part, _), by_page in fragments.items():
        if not part and len(by_page) > 1:
            first, *later = by_page.values()
            tree.absorb(first, later)


def _is_decoration(element: Element | None) -> bool:
    """True of what is hidden from reading programmes, and of pictures with an empty alternative text."""
    if element is None:
        return False
    return element.get("aria-hidden") == "true" or (element.tag == "img" and element.get("alt") == "")
