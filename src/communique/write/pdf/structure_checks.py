"""What validators do not see in a PDF: whether its tags match what is painted, and tell the truth.

`CHECKS` is the table of contents. Each check takes the opened file and yields findings, without a
span: they are about a finished file. Used by the tests, and by `communique verify`.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeAlias

from pikepdf import Array, Dictionary

from communique.diagnostics.codes import pdf as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused
from communique.write.pdf.document_checks import fonts, identity, pictures, settings
from communique.write.pdf.opened import Object, OpenedPdf, attribute, contents, elements_in, kids, role

Check: TypeAlias = Callable[[OpenedPdf], Iterator[Diagnostic]]

HOLDS = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOCI", "TOC", "Caption"},
}
"""What an element may hold, where that is limited (ISO 32000-1, 14.8.4.3)."""


def structure_findings(data: bytes) -> tuple[Diagnostic, ...]:
    """All that is wrong in the structure of a PDF; nothing when its tags tell the truth."""
    try:
        opened = OpenedPdf(data)
    except Refused as refused:
        return refused.diagnostics
    return tuple(dict.fromkeys(finding for check in CHECKS for finding in check(opened)))


def painted_content(opened: OpenedPdf) -> Iterator[Diagnostic]:
    """Everything painted is tagged or an artefact, and not both (ISO 14289-1, 7.1)."""
    for mark in opened.painted:
        if mark.opening and mark.form:
            message = f"page {mark.page}: tagged content {mark.number} stands in the form {mark.form}"
            yield codes.CONTENT_IN_FORM.at(None, message)
        elif mark.number is not None and mark.artefact:
            yield codes.CONTENT_OUTSIDE_TAGS.at(None, f"page {mark.page}: content {mark.number} is also an artefact")
        elif not mark.opening and mark.number is None and not mark.artefact:
            yield codes.CONTENT_OUTSIDE_TAGS.at(None, f"page {mark.page}: painted outside tags and artefacts")


def bound_content(opened: OpenedPdf) -> Iterator[Diagnostic]:
    """Content leads to an element by the ParentTree, and that element leads back (ISO 32000-1, 14.7.4.4)."""
    promised = {
        (opened.page_number(page), number): element.objgen
        for element in opened.elements
        for page, number in contents(element)
    }
    painted = Counter((mark.page, mark.number) for mark in opened.painted if mark.opening and not mark.form)
    for (page, number), times in painted.items():
        if times > 1:
            yield codes.LOST_CONTENT.at(None, f"page {page}: content {number} is painted {times} times")
        slots = opened.numbers.get(int(opened.pdf.pages[page - 1].obj.get("/StructParents", -1)), Array())
        element = slots[number] if number is not None and number < len(slots) else None
        if not isinstance(element, Dictionary):
            yield codes.LOST_CONTENT.at(None, f"page {page}: content {number} leads to no element")
        elif element.objgen not in opened.places:
            yield codes.LOST_CONTENT.at(None, f"page {page}: content {number} leads out of the structure tree")
        elif promised.get((page, number or 0)) != element.objgen:
            yield codes.LOST_CONTENT.at(None, f"page {page}: content {number} leads to an element without it")
    for page, number in promised.keys() - painted.keys():
        yield codes.LOST_CONTENT.at(None, f"page {page}: the structure tree names content {number}, which is not there")


def shape(opened: OpenedPdf) -> Iterator[Diagnostic]:
    """Lists, tables and contents hold what they may hold; lists say how they are numbered."""
    for element in opened.elements:
        name, inside = role(element), [role(kid) for kid in elements_in(element)]
        if name in HOLDS and (strangers := sorted(set(inside) - HOLDS[name])):
            yield codes.MISPLACED_ELEMENT.at(None, f"{name} holds {', '.join(strangers)}")
        if name == "L" and attribute(element, "/ListNumbering") is None:
            yield codes.MISPLACED_ELEMENT.at(None, "a list does not say how it is numbered")
        if name in HOLDS and any(True for _ in contents(element)):
            yield codes.MISPLACED_ELEMENT.at(None, f"{name} holds text itself")


def figures(opened: OpenedPdf) -> Iterator[Diagnostic]:
    """Figures have alternative text, and a box that lies on their page (ISO 14289-1, 7.3)."""
    for element in opened.elements:
        if role(element) != "Figure":
            continue
        page = opened.page_number(element.get("/Pg"))
        if not str(element.get("/Alt", "")).strip():
            yield codes.FIGURE_WITHOUT_WORDS.at(None, f"page {page}: a figure has no alternative text")
        box = attribute(element, "/BBox")
        if box is None or not page or not _lies_on(box, opened.pdf.pages[page - 1].obj.MediaBox):
            yield codes.FIGURE_WITHOUT_WORDS.at(None, f"page {page}: a figure has no bounding box on its page")


def cells(opened: OpenedPdf) -> Iterator[Diagnostic]:
    """Header cells have a scope; headers that a cell names exist (ISO 14289-1, 7.5)."""
    known = {str(element.ID) for element in opened.elements if "/ID" in element}
    for element in opened.elements:
        page = opened.page_number(element.get("/Pg"))
        if role(element) == "TH" and attribute(element, "/Scope") is None:
            yield codes.HEADERLESS_CELL.at(None, f"page {page}: a header cell has no scope")
        headers = attribute(element, "/Headers")
        if headers is not None and not {str(header) for header in headers} <= known:
            yield codes.HEADERLESS_CELL.at(None, f"page {page}: a cell names a header that does not exist")


def notes(opened: OpenedPdf) -> Iterator[Diagnostic]:
    """Each note has its own identifier and follows its reference (ISO 14289-1, 7.9)."""
    identifiers = Counter(str(element.ID) for element in opened.elements if "/ID" in element)
    for identifier, times in identifiers.items():
        if times > 1:
            yield codes.STRAY_NOTE.at(None, f'{times} elements are called "{identifier}"')
    for element in opened.elements:
        if role(element) != "Note":
            continue
        page = opened.page_number(element.get("/Pg"))
        if "/ID" not in element:
            yield codes.STRAY_NOTE.at(None, f"page {page}: a note has no identifier")
        siblings = elements_in(element.P)
        place = next(index for index, sibling in enumerate(siblings) if sibling.objgen == element.objgen)
        if place == 0 or role(siblings[place - 1]) != "Reference":
            yield codes.STRAY_NOTE.at(None, f"page {page}: a note does not follow its reference")


def links(opened: OpenedPdf) -> Iterator[Diagnostic]:
    """Links are tagged, say where they lead, and hold no other link (ISO 14289-1, 7.18.5)."""
    for number, page in enumerate(opened.pdf.pages, start=1):
        for annotation in page.obj.get("/Annots", Array()):
            if annotation.get("/Subtype") != "/Link":
                continue
            element = opened.numbers.get(int(annotation.get("/StructParent", -1)))
            if not isinstance(element, Dictionary) or element.objgen not in opened.places or role(element) != "Link":
                yield codes.MUTE_LINK.at(None, f"page {number}: a link is not tagged as one")
            if not str(annotation.get("/Contents", "")).strip():
                yield codes.MUTE_LINK.at(None, f"page {number}: a link does not say where it leads")
    for element in opened.elements:
        if role(element) == "Link":
            place = opened.page_number(element.get("/Pg"))
            if any(role(above) == "Link" for above in _above(element)):
                yield codes.MUTE_LINK.at(None, f"page {place}: a link stands inside a link")
            if not any(isinstance(kid, Dictionary) and kid.get("/Type") == "/OBJR" for kid in kids(element)):
                yield codes.MUTE_LINK.at(None, f"page {place}: a link cannot be followed")


def headings(opened: OpenedPdf) -> Iterator[Diagnostic]:
    """The first heading is of the first level, and none is skipped (ISO 14289-1, 7.4.2)."""
    before = 0
    for element in opened.elements:
        name = role(element)
        if name[:1] == "H" and name[1:].isdecimal():
            level = int(name[1:])
            if level > before + 1:
                after = f"after H{before}" if before else "as the first heading"
                page = opened.page_number(element.get("/Pg"))
                yield codes.SKIPPED_HEADING.at(None, f"page {page}: {name} stands {after}")
            before = level


def _above(element: Object) -> Iterator[Object]:
    """The elements around an element, from the inside out."""
    while (element := element.get("/P")) is not None and "/S" in element:
        yield element


def _lies_on(box: Object, page: Object) -> bool:
    left, bottom, right, top = (float(edge) for edge in box)
    edges = [float(edge) for edge in page]
    return edges[0] <= left < right <= edges[2] and edges[1] <= bottom < top <= edges[3]


CHECKS: tuple[Check, ...] = (
    painted_content,  # first whether all that is seen can be heard …
    bound_content,
    shape,
    headings,  # … then whether it is said well …
    figures,
    cells,
    notes,
    links,
    settings,  # … then what the file says of itself
    identity,
    fonts,
    pictures,
)
"""The checks, in the order in which their findings matter."""
