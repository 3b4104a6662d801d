"""A page of a PDF as a picture, in bands: at any size each is small enough to be sent at once."""

from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium

WIDEST = 12000
"""Pixels across: an A4 page at 600 % on a screen of double density has 9500."""
LARGEST = 16_000_000
"""Pixels of one band."""
FAST = 1
"""zlib's quickest level: a page of text is small enough at any, and somebody waits."""


def page_sizes(data: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of every page in points."""
    with pypdfium2.PdfDocument(data) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def picture(data: bytes, page: int, width: int, band: int = 0, bands: int = 1) -> bytes:
    """A band of a page as PNG; pages and bands count from 0, `width` is that of the page in pixels.

    ValueError for a page or band that is not there, and for a picture that would be too large.
    """
    with pypdfium2.PdfDocument(data) as document:
        if not 0 <= page < len(document) or not 0 <= band < bands or not 0 < width <= WIDEST:
            raise ValueError("no such part of a page")
        across, down = document.get_page_size(page)
        height = max(1, round(width * down / across))
        top, bottom = height * band // bands, height * (band + 1) // bands
        if not 0 < width * (bottom - top) <= LARGEST:
            raise ValueError("too large for one picture")
        opened = document[page]
        bitmap = pypdfium2.PdfBitmap.new_native(width, bottom - top, pdfium.FPDFBitmap_BGR)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, bottom - top)
        pdfium.FPDF_RenderPageBitmap(bitmap, opened, 0, -top, width, height, 0, pdfium.FPDF_ANNOT)
        stream = BytesIO()
        bitmap.to_pil().save(stream, "PNG", compress_level=FAST)
        return stream.getvalue()
