"""A finished PDF, opened for inspection: its elements in reading order, and what each page paints."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name

from communique.diagnostics.codes.pdf import UNREADABLE_PDF
from communique.diagnostics.refused import Refused

Object: TypeAlias = Any
"""A pikepdf object; its dictionaries answer with whatever the file holds."""

Place: TypeAlias = tuple[int, int]
"""An object's number and generation: what makes two references the same."""

PAINTING = frozenset({
    *("Tj", "TJ", "'", '"', "Do", "sh", "BI", "INLINE"),
    *("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"),
})  # fmt: skip
"""The operators that leave marks on a page (ISO 32000-1, annex A)."""


@dataclass(frozen=True, slots=True)
class Painted:
    """One painting operator on a page (counted from 1), or one opening of tagged content.

    `number` is the MCID around it, `artefact` is True inside one; `form` names the form it is in, if
    that form is not bound to the structure tree.
    """

    page: int
    number: int | None
    artefact: bool
    opening: bool
    form: str = ""


class OpenedPdf:
    """A PDF and its structure; Refused when it cannot be read."""

    def __init__(self, data: bytes) -> None:
        try:
            self.pdf = pikepdf.open(io.BytesIO(data))
        except (pikepdf.PdfError, pikepdf.PasswordError) as error:
            raise Refused(UNREADABLE_PDF.at(None, f"the file cannot be read as PDF: {error}")) from error

    @property
    def root(self) -> Object:
        """The catalogue."""
        return self.pdf.Root

    @cached_property
    def elements(self) -> tuple[Object, ...]:
        """Every element reachable from the root of the tree, in reading order."""
        tree = self.root.get("/StructTreeRoot")
        return tuple(_below(tree, set())) if tree is not None else ()

    @cached_property
    def places(self) -> frozenset[Place]:
        """Where the reachable elements stand in the file."""
        return frozenset(element.objgen for element in self.elements)

    @cached_property
    def numbers(self) -> dict[int, Object]:
        """The ParentTree: by number an array of elements for a page, or one element for an annotation."""
        tree = self.root.get("/StructTreeRoot")
        nums = tree.get("/ParentTree", Dictionary()).get("/Nums", Array()) if tree is not None else Array()
        return {int(nums[index]): nums[index + 1] for index in range(0, len(nums), 2)}

    @cached_property
    def painted(self) -> tuple[Painted, ...]:
        """What all the pages paint, in order."""
        return tuple(mark for number, page in enumerate(self.pdf.pages, start=1) for mark in _painted(page.obj, number))

    def page_number(self, page: Object) -> int:
        """The number of a page, counted from 1; 0 of a page that is not in the file."""
        return self._pages.get(page.objgen, 0) if page is not None else 0

    @cached_property
    def _pages(self) -> dict[Place, int]:
        return {page.obj.objgen: number for number, page in enumerate(self.pdf.pages, start=1)}


def kids(element: Object) -> list[Object]:
    """The entries of K, one or many."""
    inside = element.get("/K")
    if inside is None:
        return []
    return list(inside) if isinstance(inside, Array) else [inside]


def elements_in(element: Object) -> list[Object]:
    """The kids that are elements."""
    return [kid for kid in kids(element) if isinstance(kid, Dictionary) and "/S" in kid]


def role(element: Object) -> str:
    """The role of an element, without its slash."""
    return str(element.get("/S", Name("/None")))[1:]


def attribute(element: Object, name: str) -> Object:
    """An attribute, from whichever of the attribute objects has it."""
    attributes = element.get("/A")
    for one in attributes if isinstance(attributes, Array) else [attributes]:
        if isinstance(one, Dictionary) and name in one:
            return one[name]
    return None


def contents(element: Object) -> Iterator[tuple[Object, int]]:
    """The marked content of an element itself: page and MCID."""
    for kid in kids(element):
        if isinstance(kid, int):
            yield element.get("/Pg"), kid
        elif isinstance(kid, Dictionary) and kid.get("/Type") == "/MCR":
            yield kid.get("/Pg", element.get("/Pg")), int(kid.MCID)


def _below(node: Object, seen: set[Place]) -> Iterator[Object]:
    for kid in elements_in(node):
        if kid.objgen not in seen:  # a damaged tree may bite its tail
            seen.add(kid.objgen)
            yield kid
            yield from _below(kid, seen)


def _painted(stream: Object, page: int, form: str = "") -> Iterator[Painted]:
    """What a page or form paints, with the marked content around each mark."""
    around: list[tuple[int | None, bool]] = []
    forms = stream.get("/Resources", Dictionary()).get("/XObject", Dictionary())
    for instruction in pikepdf.parse_content_stream(stream):
        operands, name = instruction.operands, str(instruction.operator).split()[0]
        if name in {"BDC", "BMC"}:
            properties = operands[1] if len(operands) > 1 and isinstance(operands[1], Dictionary) else Dictionary()
            number = int(properties.MCID) if "/MCID" in properties else None
            around.append((number, str(operands[0]) == "/Artifact"))
            if number is not None:
                yield Painted(page, number, any(artefact for _, artefact in around), opening=True, form=form)
        elif name == "EMC" and around:
            around.pop()
        elif name in PAINTING:
            number = next((number for number, _ in reversed(around) if number is not None), None)
            yield Painted(page, number, any(artefact for _, artefact in around), opening=False, form=form)
            drawn = forms.get(str(operands[0])) if name == "Do" else None
            if drawn is not None and drawn.get("/Subtype") == "/Form":
                inner = "" if "/StructParents" in drawn else str(operands[0])
                yield from (mark for mark in _painted(drawn, page, inner or form) if mark.opening)
