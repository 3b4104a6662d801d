"""Notes, each right after the reference to it."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]

from communique.write.pdf.structure import Node, Tree
from communique.write.weasyprint_private.tags import Tagged


def place_notes(tree: Tree, tagged: Iterable[Tagged]) -> None:
    """A Reference for each call, then the Note with an ID and its mark as label (ISO 14289-1, 7.9).

    WeasyPrint leaves the bodies at the end of their page, where nothing connects them with the text.
    """
    calls: dict[Element, Node] = {}
    bodies: dict[Element, Node] = {}
    for item in tagged:
        if item.element is None or not item.node:
            continue
        if item.part == "footnote-call":
            item.node["S"] = "/Reference"
            calls.setdefault(item.element, item.node)
        elif item.part == "footnote-marker":
            item.node["S"] = "/Lbl"
        elif not item.part:
            bodies.setdefault(item.element, item.node)
    for number, (element, call) in enumerate(calls.items(), start=1):
        note = bodies[element]
        note["S"], note["ID"] = "/Note", pydyf.String(f"note-{number}")
        tree.move(note, tree.parent(call), tree.place(call) + 1)
