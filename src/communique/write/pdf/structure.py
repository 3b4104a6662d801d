"""The structure tree of a PDF while it is finished: its elements, and what binds them to the painted page.

ISO 32000-1, 14.7: a structure element names its role (S), parent (P), page (Pg) and kids (K). A kid
is an element, a number of marked content on the page (MCID), the same for another page (MCR), or
an annotation (OBJR). The ParentTree leads back from content and annotations to elements.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import pydyf  # type: ignore[import-untyped]

Node: TypeAlias = Any
"""A `pydyf.Dictionary`: a structure element, or a kid that stands for content or an annotation."""

Pdf: TypeAlias = Any
"""A `pydyf.PDF`."""

Kid: TypeAlias = Any
"""An entry of K: the reference of an element or annotation, a number, or an MCR dictionary."""

PAGINATION = {"top": "Header", "bottom": "Footer"}
"""The subtype of a pagination artefact by the edge of its margin box (ISO 32000-1, table 330)."""


BARE = {"Type", "S", "P", "Pg", "K"}
"""The keys of an element that says nothing but its role."""

TEXTUAL = {
    *("/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/Lbl", "/LBody", "/TH", "/TD", "/Caption", "/BlockQuote"),
    *("/Span", "/Quote", "/Code", "/Note", "/Reference", "/Link", "/NonStruct"),
}
"""The roles that may hold text themselves (ISO 32000-1, 14.8.4.3 and 14.8.4.4)."""


class Tree:
    """The structure tree of `pdf`, with the few moves that finishing consists of."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.root = self.at(pdf.catalog["StructTreeRoot"])
        self.document = self.at(self.root["K"][0])
        self._numbers = self.at(self.root["ParentTree"])["Nums"]
        self._page_of = {reference: number for number, reference in enumerate(pdf.page_references)}
        self._artefacts: dict[bytes, dict[int, str]] = {}
        self._now: dict[bytes, bytes] = {}

    def at(self, reference: bytes) -> Node:
        """The object behind a reference."""
        return self.pdf.objects[int(reference.split()[0])]

    def page(self, node: Node) -> Node:
        """The page an element, or a kid of its own page, stands on."""
        return self.at(node["Pg"])

    def parent(self, node: Node) -> Node:
        """The element around an element."""
        return self.at(node["P"])

    def above(self, node: Node) -> Iterator[Node]:
        """The elements around an element, from the inside out."""
        while node is not self.document:
            node = self.parent(node)
            yield node

    def elements(self, node: Node) -> list[Node]:
        """The kids that are elements."""
        return [kid for kid in map(self._object, node["K"]) if kid is not None and "S" in kid]

    def annotations(self, node: Node) -> list[Node]:
        """The kids that stand for annotations."""
        return [kid for kid in map(self._object, node["K"]) if kid is not None and kid.get("Type") == "/OBJR"]

    def descendants(self, node: Node) -> Iterator[Node]:
        """The element and all below it, in reading order."""
        yield node
        for kid in self.elements(node):
            yield from self.descendants(kid)

    def add(self, role: str, parent: Node, index: int, page: bytes) -> Node:
        """A new element."""
        node = pydyf.Dictionary(
            {"Type": "/StructElem", "S": f"/{role}", "K": pydyf.Array(), "P": parent.reference, "Pg": page}
        )
        self.pdf.add_object(node)
        parent["K"].insert(index, node.reference)
        return node

    def move(self, node: Node, parent: Node, index: int) -> None:
        """Put an element elsewhere in the tree."""
        self.detach(node)
        parent["K"].insert(index, node.reference)
        node["P"] = parent.reference

    def detach(self, node: Node) -> None:
        """Take an element out of the kids of its parent, if it is among them."""
        kids = self.parent(node)["K"]
        if node.reference in kids:
            kids.remove(node.reference)

    def place(self, node: Node) -> int:
        """Where an element stands among the kids of its parent."""
        index: int = self.parent(node)["K"].index(node.reference)
        return index

    def absorb(self, node: Node, others: Iterable[Node]) -> None:
        """Make several elements one: their kids follow its own, whatever page they are on."""
        for other in others:
            for kid in other["K"]:
                node["K"].append(self._carried(kid, other))
                inner = self._object(kid)
                if inner is not None and "S" in inner:
                    inner["P"] = node.reference
            self._now[other.reference] = node.reference
            self.remove(other)

    def remove(self, node: Node) -> None:
        """Take an element away; its object stays in the file, empty."""
        self.detach(node)
        node.clear()

    def drop_annotation(self, kid: Node, node: Node) -> None:
        """Take an annotation off its page and out of its element."""
        annotation, page = self.at(kid["Obj"]), self.page(kid)
        node["K"].remove(kid.reference)
        page["Annots"].remove(annotation.reference)
        if not page["Annots"]:
            del page["Annots"]
        slot = self._numbers.index(annotation["StructParent"], 2 * len(self._page_of))  # behind the pages
        del self._numbers[slot : slot + 2]
        annotation.clear()
        kid.clear()

    def paint_as_artefact(self, node: Node, margin: str = "") -> None:
        """Take an element with all it holds out of the tree: its content is decoration or page furniture.

        `margin` names the margin box it stands in ("bottom-right"), which makes it pagination
        (ISO 32000-1, 14.8.2.2).
        """
        self.detach(node)
        for inner in list(self.descendants(node)):
            for kid in self.annotations(inner):
                self.drop_annotation(kid, inner)
            for page, number in self._contents(inner):
                self._artefacts.setdefault(page, {})[number] = margin
            inner.clear()

    def hold_text(self, node: Node) -> None:
        """Have an element hold its lines and generated text itself, not one nameless element each."""
        for kid in list(node["K"]):
            span = self._object(kid)
            if span is None or "S" not in span:
                continue
            self.hold_text(span)
            if (
                span["S"] in {"/Span", "/NonStruct"}
                and node["S"] in TEXTUAL
                and span.keys() <= BARE
                and not self.elements(span)
            ):
                index = node["K"].index(kid)
                same = span["Pg"] == node["Pg"]
                node["K"][index : index + 1] = [inner if same else self._carried(inner, span) for inner in span["K"]]
                self._now[kid] = node.reference
                span.clear()

    def settle(self) -> None:
        """Have pages and ParentTree follow what was moved or taken out; then write the identifiers."""
        for page, margins in self._artefacts.items():
            slots = self._numbers[2 * self._page_of[page] + 1]
            for number in margins:
                slots[number] = "null"
            _mark_artefacts(self.at(self.at(page)["Contents"]).stream, margins)
        for index in range(1, len(self._numbers), 2):
            entry = self._numbers[index]
            if isinstance(entry, list):
                entry[:] = map(self._settled, entry)
            else:
                self._numbers[index] = self._settled(entry)
        self._identify()

    def _settled(self, reference: Kid) -> Kid:
        """The element that took the place of another, which may itself have been replaced."""
        while reference in self._now:
            reference = self._now[reference]
        return reference

    def _identify(self) -> None:
        """Write the tree of identifiers, required where there are any (ISO 32000-1, table 322)."""
        named = sorted((node["ID"].string, node) for node in self.descendants(self.document) if "ID" in node)
        if named:
            names = pydyf.Array()
            for identifier, node in named:
                names.extend((pydyf.String(identifier), node.reference))
            self.root["IDTree"] = pydyf.Dictionary({"Names": names})

    def _object(self, kid: Kid) -> Node | None:
        return self.at(kid) if isinstance(kid, bytes) else None

    def _carried(self, kid: Kid, node: Node) -> Kid:
        """A kid of an element as it must be written under an element of another page."""
        if isinstance(kid, int):
            return pydyf.Dictionary({"Type": "/MCR", "Pg": node["Pg"], "MCID": kid})
        return kid

    def _contents(self, node: Node) -> Iterator[tuple[bytes, int]]:
        """The marked content of an element itself: page and number."""
        for kid in node["K"]:
            if isinstance(kid, int):
                yield node["Pg"], kid
            elif isinstance(kid, pydyf.Dictionary):
                yield kid["Pg"], kid["MCID"]


def _mark_artefacts(stream: list[Any], margins: dict[int, str]) -> None:
    """Turn marked content, by number, into artefacts; those of margin boxes into pagination."""
    for index, item in enumerate(stream):
        if isinstance(item, pydyf.Dictionary) and item.get("MCID") in margins:
            margin = margins[item["MCID"]]
            subtype = PAGINATION.get(margin.partition("-")[0])
            kind = {"Type": "/Pagination" if margin else "/Layout"} | ({"Subtype": f"/{subtype}"} if subtype else {})
            stream[index - 1 : index + 1] = [b"/Artifact", pydyf.Dictionary(kind)]
