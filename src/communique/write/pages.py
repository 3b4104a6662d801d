"""The pages of a sheet, set by WeasyPrint: the part of the layout that needs it loaded."""

from types import MappingProxyType
from xml.etree.ElementTree import Element

from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration

from communique.diagnostics.diagnostic import Diagnostic
from communique.model.page_facts import PageFacts
from communique.model.sheet import Sheet
from communique.model.standard import Standard
from communique.write.addresses import refused_addresses, refused_elements
from communique.write.contrast import faint_text
from communique.write.fetcher import BASE, SheetFetcher
from communique.write.remarks import Remarks, findings, listening
from communique.write.template_rules import broken_rules
from communique.write.weasyprint_private.boxes import CounterStyle, column_widths, picture_sizes, texts_with
from communique.write.weasyprint_private.notes import notes_with_their_calls

VARIANTS = MappingProxyType({Standard.A3A: "pdf/a-3a", Standard.A2A: "pdf/a-2a", Standard.PLAIN: None})
"""WeasyPrint's names for the archival half of our files (ISO 19005, level A); the finisher adds the other."""


def set_pages(sheet: Sheet) -> tuple[Document, Element, PageFacts, tuple[Diagnostic, ...]]:
    """The document, the HTML tree it was made of, what Word learns from it, and what was found on the way."""
    fetcher = SheetFetcher(sheet)
    with listening() as remarks, notes_with_their_calls():
        html = HTML(string=sheet.html, base_url=BASE, url_fetcher=fetcher, media_type="print")
        root: Element = html.etree_element
        rules = tuple(broken_rules(sheet, root))
        document = _render(html, sheet, fetcher, remarks)
        shown = column_widths(document, root), picture_sizes(document, root)
        facts = PageFacts(len(document.pages), _page_of(document), *shown)
    found = (
        *rules,
        *refused_elements(sheet, root),
        *refused_addresses(sheet, root, fetcher.refused),
        *faint_text(sheet, document),
        *findings(remarks, sheet, tuple(fetcher.refused), lambda character: texts_with(document, character)),
    )
    return document, root, facts, found


def _render(html: HTML, sheet: Sheet, fetcher: SheetFetcher, remarks: Remarks) -> Document:
    """The laid-out document; what one stylesheet defines (fonts, counters, layers) all of them see."""
    fonts, counters = FontConfiguration(), CounterStyle()
    layers: list[str] = []
    stylesheets = []
    for source in sheet.theme.stylesheets:
        with remarks.while_reading(source):
            stylesheets.append(
                CSS(
                    string=source.text,
                    base_url=BASE,
                    url_fetcher=fetcher,
                    media_type="print",
                    font_config=fonts,
                    counter_style=counters,
                    layers=layers,
                )
            )
    document = html.render(
        font_config=fonts, counter_style=counters, stylesheets=stylesheets, pdf_variant=VARIANTS[sheet.standard]
    )
    document.metadata.attachments.clear()  # refused by name; nothing may travel inside by itself
    return document


def _page_of(document: Document) -> dict[str, int]:
    """The page on which each id begins, counted from 1."""
    pages: dict[str, int] = {}
    for number, page in enumerate(document.pages, start=1):
        for anchor in page.anchors:
            pages.setdefault(anchor, number)
    return pages
