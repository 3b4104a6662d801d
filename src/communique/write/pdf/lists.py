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
    by_node = {id(item.node): item for item in tagged}
    for item in tagged:
        if item.element is None or not item.node:
            continue
        if item.node["S"] == "/L":
            if item.element.tag == "dl":
                _pair(tree, item.node, by_node)
            kind = _numbering(item.element, styles, numbered)
            item.node["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": f"/{kind}"})
        elif item.node["S"] == "/LI" and item.element.tag == "li":
            _fill_body(tree, item, by_node)


def shape_contents(tree: Tree, tagged: Iterable[Tagged], root: Element) -> None:
    """The list inside `nav.toc` becomes TOC and TOCI, each link in it a Reference (ISO 32000-1, 14.8.4.2)."""
    navs = (nav for nav in root.iter("nav") if "toc" in nav.get("class", "").split())
    lists = {element for nav in navs for element in nav.iter() if element.tag in {"ol", "ul"}}
    for item in tagged:
        if item.element in lists and item.node and item.node["S"] == "/L":
            for node in list(tree.descendants(item.node)):
                _shape_entry(tree, node)


def _shape_entry(tree: Tree, node: Node) -> None:
    """Name the roles; a link goes in front of its page number, wherever a float put that in the source."""
    if (role := node["S"]) in CONTENTS_ROLES:
        node["S"] = CONTENTS_ROLES[role]
        node.pop("A", None)
    elif role == "/Link":
        entry = next(above for above in tree.above(node) if above["S"] == "/TOCI")
        inside = tree.elements(entry)
        reference = next((kid for kid in inside if kid["S"] == "/Reference"), None)
        if reference is None:
            labels = sum(kid["S"] == "/Lbl" for kid in inside)
            reference = tree.add("Reference", entry, labels, node["Pg"])
        tree.move(node, reference, len(reference["K"]))


def _label(tree: Tree, node: Node) -> bool:
    """Make the `::before` of a list item its label, when it opens the body."""
    body = tree.parent(node)
    if body["S"] != "/LBody" or tree.place(node) != 0 or tree.parent(body)["S"] != "/LI":
        return False
    tree.move(node, tree.parent(body), tree.place(body))
    node["S"] = "/Lbl"
    return True


def _fill_body(tree: Tree, item: Tagged, by_node: dict[int, Tagged]) -> None:
    """Put all of a list item but its label into one body, in the order of the source.

    WeasyPrint leaves blocks beside the label, makes a body of each stretch of loose text, and sets
    lists inside the item behind it, in the list around it.
    """

    def is_inside(node: Node) -> bool:
        inner = by_node.get(id(node))
        return inner is not None and inner.element is not None and inner.element in list(item.element or ())

    around = tree.elements(tree.parent(item.node))
    lists = [node for node in around if node["S"] == "/L" and is_inside(node)]
    parts = [node for node in tree.elements(item.node) if node["S"] != "/Lbl"]
    if not lists and [node["S"] for node in parts] == ["/LBody"]:
        return
    orders = {id(node): by_node[id(node)].order for node in (*parts, *lists) if id(node) in by_node}
    body = tree.add("LBody", item.node, len(item.node["K"]), item.node["Pg"])
    for node in sorted((*parts, *lists), key=lambda node: orders.get(id(node), 0)):
        if node["S"] == "/LBody":
            tree.absorb(body, [node])
        else:
            tree.move(node, body, len(body["K"]))


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
