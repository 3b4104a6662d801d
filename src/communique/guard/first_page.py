"""The first page of a PDF read back by itself: all that the copies of a pack differ in."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, TypeAlias

import pikepdf
import pypdfium2

from communique.guard.pdf_inside import stream_inside, strings_inside
from communique.guard.pdf_pages import visible_on_first
from communique.guard.reading import Hidden, Reading
from communique.guard.zip_members import Unreadable

Object: TypeAlias = Any
"""A pikepdf object; its dictionaries answer with whatever the file holds."""


def read_first_page(name: str, data: bytes) -> Reading:
    """Every text of the first page: what it shows, and what its content and its tags hold besides."""
    try:
        with pikepdf.open(BytesIO(data)) as opened:
            leading = list(_leading(opened))
            return Reading(name, visible_on_first(data, opened, leading), tuple(_hidden(opened, leading)))
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, AttributeError, IndexError) as fault:
        raise Unreadable(f"the PDF is damaged: {fault}") from fault


def _hidden(opened: pikepdf.Pdf, leading: list[Object]) -> Iterator[Hidden]:
    page: Object = opened.pages[0].obj
    yield from stream_inside(page.Contents, "page 1")
    yield from strings_inside(page, "page 1")
    for element in leading:
        yield from _of_element(element)


def _of_element(element: Object) -> Iterator[Hidden]:
    yield from strings_inside(element, "tags of page 1")
    inside = element.get("/K")
    for kid in inside.as_list() if isinstance(inside, pikepdf.Array) else [inside]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _of_element(kid)


def _leading(opened: pikepdf.Pdf) -> Iterator[Object]:
    """The elements below the document that begin on the first page, up to the first that does not."""
    first = opened.pages[0].obj.objgen
    for element in opened.Root.StructTreeRoot.K[0].K.as_list():
        if element.get("/Pg") is None or element.Pg.objgen != first:
            return
        yield element
