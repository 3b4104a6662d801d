"""The roles, languages and expansions of structure elements, from the HTML they were made of."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]

from communique.write.pdf.structure import Node, Tree
from communique.write.weasyprint_private.tags import Tagged

ROLES = {
    **dict.fromkeys(("em", "strong", "b", "i", "u", "s", "small", "sub", "sup", "mark"), "Span"),
    **dict.fromkeys(("abbr", "cite", "dfn", "time", "bdi", "bdo", "ins", "del", "kbd", "samp", "var"), "Span"),
    **dict.fromkeys(("header", "footer", "nav", "aside", "hgroup", "address", "figure"), "Div"),
    "q": "Quote",
    "code": "Code",
    "pre": "P",
    "figcaption": "Caption",
}
"""Roles for elements that WeasyPrint leaves without one (ISO 32000-1, 14.8.4)."""

BLOCKS = frozenset({"/Div", "/Sect", "/Part", "/Art", "/P", "/BlockQuote", "/Caption"})
"""The roles of boxes in which WeasyPrint may put anonymous ones, tagged like themselves."""

GROUPING = frozenset({"/NonStruct", "/Span", "/Div", "/Sect", "/Part", "/Art"})


def name_roles(tagged: Iterable[Tagged]) -> None:
    """Give each element the role of its HTML element, and take the role from anonymous boxes inside it."""
    named: set[tuple[Element, bytes]] = set()
    for item in tagged:
        node = item.node
        if item.part or item.element is None or not node:
            continue
        if node["S"] == "/NonStruct" and (role := ROLES.get(item.element.tag)):
            node["S"] = f"/{role}"
        if node["S"] in BLOCKS:
            if (item.element, node["P"]) in named:
                node["S"] = "/NonStruct"
            named.add((item.element, node.reference))


def name_languages(tagged: Iterable[Tagged], root: Element) -> None:
    """Write Lang where the language changes (ISO 14289-1, 7.2), and E where an abbreviation is explained."""
    parents = {child: parent for parent in root.iter() for child in parent}
    for item in tagged:
        if item.part or item.element is None or not item.node:
            continue
        language = item.element.get("lang")
        if language and language != _language(parents.get(item.element), parents):
            item.node["Lang"] = pydyf.String(language)
        if item.element.tag == "abbr" and (words := item.element.get("title")):
            item.node["E"] = pydyf.String(words)
        if words := item.element.get("aria-label"):
            item.node["Alt" if item.node["S"] == "/Figure" else "T"] = pydyf.String(words)


def prune(tree: Tree, node: Node) -> None:
    """Take away grouping elements that hold nothing."""
    for kid in tree.elements(node):
        prune(tree, kid)
        if not kid["K"] and kid["S"] in GROUPING:
            tree.remove(kid)


def _language(element: Element | None, parents: dict[Element, Element]) -> str:
    while element is not None:
        if language := element.get("lang"):
            return language
        element = parents.get(element)
    return ""
