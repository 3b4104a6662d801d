"""Text that is painted by no page: forms, appearances of annotations and pages that were taken out of the tree."""

import io
import re
from collections.abc import Iterator

import pikepdf
import pypdfium2

from communique.guard.reading import Hidden

SHOWS_TEXT = re.compile(rb"\bBT\b.*?\b(?:Tj|TJ)\b", re.DOTALL)
"""A text object that shows something (ISO 32000-1, 9.4)."""


def unused_texts(opened: pikepdf.Pdf) -> Iterator[Hidden]:
    """What the content streams would paint that are no page's own."""
    pages = [page.obj for page in opened.pages]
    own = {stream.objgen for page in pages for stream in _contents(page)}
    for number, found in enumerate(opened.objects, start=1):
        if isinstance(found, pikepdf.Stream) and found.objgen not in own and _shows_text(found):
            resources = found.get("/Resources") or (pages[0].get("/Resources") if pages else None)
            if isinstance(resources, pikepdf.Dictionary) and (text := _painted_alone(opened, found, resources)):
                yield Hidden("content beside the pages", f"object {number}", text)


def _contents(page: pikepdf.Object) -> list[pikepdf.Object]:
    contents = page.get("/Contents")
    if isinstance(contents, pikepdf.Array):
        return list(contents.as_list())
    return [] if contents is None else [contents]


def _shows_text(stream: pikepdf.Stream) -> bool:
    if str(stream.get("/Subtype", "")) == "/Image" or "/Length1" in stream or "/FunctionType" in stream:
        return False
    try:
        return SHOWS_TEXT.search(bytes(stream.read_bytes())) is not None
    except pikepdf.PdfError:
        return False


def _painted_alone(opened: pikepdf.Pdf, stream: pikepdf.Stream, resources: pikepdf.Dictionary) -> str:
    """The text that PDFium finds when this stream is the only content of a page."""
    with pikepdf.new() as alone:
        page = alone.add_blank_page(page_size=(14400, 14400))
        held = opened.make_indirect(pikepdf.Dictionary(Resources=resources))
        page.obj["/Resources"] = alone.copy_foreign(held)["/Resources"]
        page.obj["/Contents"] = alone.make_stream(bytes(stream.read_bytes()))
        written = io.BytesIO()
        alone.save(written)
    document = pypdfium2.PdfDocument(written.getvalue())
    try:
        return str(document[0].get_textpage().get_text_range()).strip()
    finally:
        document.close()
