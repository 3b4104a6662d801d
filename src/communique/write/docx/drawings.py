"""Drawings: a picture of pixels for an SVG, for programs that cannot draw one ([MS-ODRAWXML], 2.1)."""

from io import BytesIO

from pypdfium2 import PdfDocument
from weasyprint import CSS, HTML

from communique.write.docx.xml import element
from communique.write.fetcher import BASE, FileFetcher
from communique.write.remarks import listening

SVG_BLIP = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"

DENSITY = 300 / 96
"""Pixels for each CSS px of the page: 300 to the inch, as a printer sets them."""

MOST_PIXELS = 3000
"""Along the longer side; a drawing over a whole A4 page still has 250 to the inch."""


def pixels_of(name: str, files: FileFetcher, width: float, height: float) -> bytes:
    """The drawing of that address as a PNG for a place of that size in CSS px, its ground left transparent."""
    density = min(DENSITY, MOST_PIXELS / max(width, height, 1.0))
    style = (
        f"@page {{ size: {width:.4f}px {height:.4f}px; margin: 0 }} body {{ margin: 0 }} "
        f"img {{ display: block; width: {width:.4f}px; height: {height:.4f}px }}"
    )
    picture = element("img", "", {"src": name, "alt": ""})
    with listening():  # what is wrong with it was said when the PDF was made
        html = HTML(string=f"<!doctype html><body>{picture}</body>", base_url=BASE, url_fetcher=files)
        drawn = html.render(stylesheets=[CSS(string=style)]).copy("all").write_pdf()
    document = PdfDocument(drawn)
    try:
        bitmap = document[0].render(scale=density * 96 / 72, fill_color=(255, 255, 255, 0), maybe_alpha=True)
        kept = BytesIO()
        bitmap.to_pil().save(kept, "PNG", optimize=False)
    finally:
        document.close()
    return kept.getvalue()


def svg_blip(relation: str) -> str:
    """The extension of `a:blip` that names the drawing itself."""
    blip = element("asvg:svgBlip", "", {"xmlns:asvg": NAMESPACE, "r:embed": relation})
    return element("a:extLst", element("a:ext", blip, {"uri": SVG_BLIP}), {})
