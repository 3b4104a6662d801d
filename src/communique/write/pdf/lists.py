"""Lists with the kind of their numbering, labels and bodies, and the table of contents."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]

from communique.write.pdf.structure import Node, Tree
from communique.write.weasyprint_private.tags import Tagged

NUMBERINGS = {
    "none": "None",
    "disc": "Disc",
    "circle": "Circle",
    "square": "Square",
    "decimal": "Decimal",
    "decimal-leading-zero": "Decimal",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
}
"""CSS list styles as ListNumbering (ISO 32000-1, table 347)."""

CONTENTS_ROLES = {"/L": "/TOC", "/LI": "/TOCI", "/LBody": "/NonStruct"}


def label_lists(tree: Tree, tagged: Sequence[Tagged]) -> None:
    """Labels for numbers that a theme writes itself, terms for their definitions, and the numbering."""
    styles: dict[Element, str] = {}
    numbered: set[Element] = set()
    for item in tagged:
        if item.element is None or item.element.tag != "li" or not item.node:
            continue
        styles.setdefault(item.element, item.list_style)
        if item.part == "before" and _label(tree, item.node):
            numbered.add(item.element)
    for item in tagged:
        if item.element is not None and item.node and item.node["S"] == "/L":
            if item.element.tag == "dl":
                _pair(tree, item.node, {id(other.node): other for other in tagged})
            kind = _numbering(item.element, styles, numbered)
            item.node["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": f"/{kind}"})


def shape_contents(tree: Tree, tagged: Iterable[Tagged], root: Element) -> None:
    """The list inside `nav.toc` becomes TOC and TOCI, each link in it a Reference (ISO 32000-1, 14.8.4.2)."""
    inside = {element for nav in root.iter("nav") if "toc" in nav.get("class", "").split() for element in nav.iter()}
    for item in tagged:
        if item.element not in inside or not item.node or item.part:
            continue
        role = item.node["S"]
        if role in CONTENTS_ROLES:
            item.node["S"] = CONTENTS_ROLES[role]
            item.node.pop("A", None)
        elif role == "/Link" and tree.parent(item.node)["S"] != "/Reference":
            reference = tree.add("Reference", tree.parent(item.node), tree.place(item.node), item.node["Pg"])
            tree.move(item.node, reference, 0)


def _label(tree: Tree, node: Node) -> bool:
    """Make the `::before` of a list item its label, when it opens the body."""
    body = tree.parent(node)
    if body["S"] != "/LBody" or tree.place(node) != 0 or tree.parent(body)["S"] != "/LI":
        return False
    tree.move(node, tree.parent(body), tree.place(body))
    node["S"] = "/Lbl"
    return True


def _pair(tree: Tree, node: Node, by_node: dict[int, Tagged]) -> None:
    """One list item for a term and its definitions: label and body."""
    term: Node | None = None
    for item in tree.elements(node):
        tagged = by_node.get(id(item))
        if tagged is None or tagged.element is None:
            continue
        if tagged.element.tag == "dt":
            term = item
            for body in tree.elements(item):
                body["S"] = "/Lbl"
        elif tagged.element.tag == "dd" and term is not None:
            for body in tree.elements(item):
                tree.move(body, term, len(term["K"]))
            tree.remove(item)


def _numbering(element: Element, styles: dict[Element, str], numbered: set[Element]) -> str:
    item = element.find("li")
    if item is None:
        return "None"
    if item in numbered:
        return "Decimal"
    return NUMBERINGS.get(styles.get(item, "none"), "Decimal" if element.tag == "ol" else "None")
