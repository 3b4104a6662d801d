"""Links that say where they lead, none inside another."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]

from communique.write.pdf.structure import Node, Tree
from communique.write.weasyprint_private.tags import Tagged


def settle_links(tree: Tree, tagged: Sequence[Tagged]) -> None:
    """One annotation for each line of a link, with its words, and one element around all (ISO 14289-1, 7.18.5).

    WeasyPrint makes a further annotation for every element inside a link; those go.
    """
    for item in tagged:
        node = item.node
        if not node:
            continue
        kids = tree.annotations(node)
        inside = any(above["S"] == "/Link" for above in tree.above(node))
        if inside or len(kids) == len(node["K"]):  # a piece that shows nothing cannot be followed
            for kid in kids:
                tree.drop_annotation(kid, node)
            kids = []
        if node["S"] == "/Link" and not kids:
            node["S"] = "/Span"
        if kids and item.element is not None:
            _describe(tree, kids, item.element)
    _join_lines(tree, tagged)


def _join_lines(tree: Tree, tagged: Iterable[Tagged]) -> None:
    """A link that is broken over lines becomes one element again: it is one link to whoever listens."""
    first: dict[tuple[Element, bytes], Node] = {}
    for item in tagged:
        if item.node and item.node["S"] == "/Link" and item.element is not None:
            start = first.setdefault((item.element, item.node["P"]), item.node)
            if start is not item.node:
                tree.absorb(start, [item.node])


def _describe(tree: Tree, kids: list[Node], element: Element) -> None:
    """Say in each annotation where the link leads: its title, label or words."""
    words = element.get("title") or element.get("aria-label") or _words(element)
    for kid in kids:
        if words:
            tree.at(kid["Obj"])["Contents"] = pydyf.String(words)


def _words(element: Element) -> str:
    """The text of a link; of a picture in it, the alternative text."""
    pictures = (picture.get("alt", "") for picture in element.iter("img"))
    return " ".join(" ".join(("".join(element.itertext()), *pictures)).split())
