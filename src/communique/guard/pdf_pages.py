"""The visible words of a PDF: PDFium reads the pages, the structure tree gives the order.

Every text of our own files is marked content that the tree knows, or an artifact of the page. What is
neither comes last, as text of the page it stands on: the ledger then finds that nobody wrote it.
"""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from communique.guard.letters import mostly_from_right
from communique.guard.reading import Piece, Stands

DEEPEST = 200
"""How deep a structure tree or a form inside a form is followed."""

Marked: TypeAlias = tuple[int, int]
"""Which page, counted from 0, and which marked content on it (ISO 32000-1, 14.6)."""

PageObject: TypeAlias = Any
"""A handle or a function of PDFium's, or an object of pikepdf's: neither library has one type for it."""


@dataclass(frozen=True, slots=True)
class Painted:
    """One text that a page paints. `mark`: its marked content, below 0 when it has none; `quiet`: an artifact."""

    page: int
    mark: int
    text: str
    quiet: bool


def visible(data: bytes, opened: pikepdf.Pdf) -> tuple[Piece, ...]:
    """The texts of all pages in the order of the structure tree, then those that it does not know."""
    return _ordered(_painted(data), structure_order(opened))


def visible_on_first(data: bytes, opened: pikepdf.Pdf, elements: Iterable[PageObject]) -> tuple[Piece, ...]:
    """The same for the first page alone; `elements` are those that begin on it."""
    pages = {opened.pages[0].obj.objgen: 0}
    order = (mark for element in elements for mark in _marked(element, 0, pages, set(), 0))
    return _ordered(_painted(data, most=1), order)


def _ordered(paintings: Iterable[Painted], order: Iterable[Marked]) -> tuple[Piece, ...]:
    texts: dict[Marked, list[str]] = {}
    apart: list[Painted] = []
    for painted in paintings:
        if painted.mark < 0:
            apart.append(painted)
        else:
            texts.setdefault((painted.page, painted.mark), []).append(painted.text)
    pieces = [_piece(texts.pop(key), key[0], Stands.FLOW) for key in order if key in texts]
    pieces += [_piece(parts, page, Stands.MARGIN) for (page, _), parts in texts.items()]
    pieces += [Piece(p.text, f"page {p.page + 1}", Stands.MARGIN if p.quiet else Stands.FLOW) for p in apart]
    return tuple(pieces)


def _piece(parts: list[str], page: int, stands: Stands) -> Piece:
    """One marked content; where it runs from the right, its parts were painted from the left."""
    ordered = parts[::-1] if mostly_from_right("".join(parts)) else parts
    return Piece("".join(ordered), f"page {page + 1}", stands)


def _painted(data: bytes, most: int | None = None) -> Iterator[Painted]:
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document))[:most]:
            page = document[number]
            text_page = page.get_textpage()
            for found in _objects(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, 0):
                text = _text(found, text_page)
                if text.strip():
                    mark = pdfium.FPDFPageObj_GetMarkedContentID(found)
                    yield Painted(number, mark, text, mark < 0 and _is_artifact(found))
            text_page.close()
            page.close()
    finally:
        document.close()


def _objects(holder: PageObject, count: PageObject, get: PageObject, depth: int) -> Iterator[PageObject]:
    """The text objects of a page or form, and those of the forms it paints."""
    for number in range(count(holder)):
        found = get(holder, number)
        kind = pdfium.FPDFPageObj_GetType(found)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield found
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            yield from _objects(found, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, depth + 1)


def _text(found: PageObject, text_page: pypdfium2.PdfTextPage) -> str:
    size = pdfium.FPDFTextObj_GetText(found, text_page, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(found, text_page, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _is_artifact(found: PageObject) -> bool:
    for number in range(pdfium.FPDFPageObj_CountMarks(found)):
        mark = pdfium.FPDFPageObj_GetMark(found, number)
        buffer, written = ctypes.create_string_buffer(64), ctypes.c_ulong()
        pointer = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
        pdfium.FPDFPageObjMark_GetName(mark, pointer, 64, written)
        if buffer.raw[: max(0, written.value - 2)].decode("utf-16-le", "replace") == "Artifact":
            return True
    return False


def structure_order(opened: pikepdf.Pdf) -> Iterator[Marked]:
    """The marked contents in the order of the structure tree."""
    root = opened.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return
    pages = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
    yield from _marked(root.get("/K"), -1, pages, set(), 0)


def _marked(
    kid: PageObject,
    page: int,
    pages: dict[tuple[int, int], int],
    seen: set[tuple[int, int]],
    depth: int,
) -> Iterator[Marked]:
    if isinstance(kid, int):
        yield page, kid
    elif isinstance(kid, pikepdf.Array):
        for one in kid.as_list():
            yield from _marked(one, page, pages, seen, depth)
    elif isinstance(kid, pikepdf.Dictionary) and depth < DEEPEST:
        if kid.is_indirect:
            if kid.objgen in seen:
                return
            seen.add(kid.objgen)
        if (own := kid.get("/Pg")) is not None:
            page = pages.get(own.objgen, -1)
        if "/MCID" in kid:
            yield page, int(kid["/MCID"])
        else:
            yield from _marked(kid.get("/K"), page, pages, seen, depth + 1)
