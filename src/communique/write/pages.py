"""The pages of a sheet, set by WeasyPrint: the part of the layout that needs it loaded."""

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from xml.etree.ElementTree import Element

from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration

from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Source
from communique.model.page_facts import PageFacts
from communique.model.sheet import Sheet
from communique.model.standard import Standard
from communique.model.theme import Asset
from communique.write.addresses import refused_addresses, refused_elements
from communique.write.contrast import faint_text
from communique.write.fetcher import BASE, FileFetcher, SheetFetcher
from communique.write.remarks import Remark, findings, listening
from communique.write.template_rules import broken_rules
from communique.write.weasyprint_private.boxes import CounterStyle, column_widths, picture_sizes, texts_with
from communique.write.weasyprint_private.notes import notes_with_their_calls

VARIANTS = MappingProxyType({Standard.A3A: "pdf/a-3a", Standard.A2A: "pdf/a-2a", Standard.PLAIN: None})
"""WeasyPrint's names for the archival half of our files (ISO 19005, level A); the finisher adds the other."""


def set_pages(sheet: Sheet) -> tuple[Document, Element, PageFacts, tuple[Diagnostic, ...]]:
    """The document, the HTML tree it was made of, what Word learns from it, and what was found on the way."""
    fetcher, style = SheetFetcher(sheet), read_style(sheet)
    with listening() as remarks, notes_with_their_calls():
        remarks.heard.extend(style.heard)  # what was said when it was read is said of each sheet that wears it
        fetcher.refused.update(style.refused)
        html = HTML(string=sheet.html, base_url=BASE, url_fetcher=fetcher, media_type="print")
        root: Element = html.etree_element
        rules = tuple(broken_rules(sheet, root))
        document = _laid_out(html, sheet, style)
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


@dataclass(frozen=True, slots=True)
class Style:
    """The stylesheets of a theme, read; what one of them defines (fonts, counters) all of them see.

    `heard` and `refused` are what was said of them, and the addresses that they may not have, with the reasons.
    """

    sheets: tuple[CSS, ...]
    fonts: FontConfiguration
    counters: CounterStyle
    heard: tuple[Remark, ...]
    refused: tuple[tuple[str, str], ...]


def read_style(sheet: Sheet) -> Style:
    """The style of a sheet, read once for all sheets of its theme."""
    return _style(sheet.theme.stylesheets, sheet.theme.assets)


def set_cover(cover: Sheet, style: Style) -> tuple[Document, Element, PageFacts, tuple[Diagnostic, ...]]:
    """The same as `set_pages` for a cover whose whole document was looked at before: here its own letters count."""
    fetcher = SheetFetcher(cover)
    with listening() as remarks:
        html = HTML(string=cover.html, base_url=BASE, url_fetcher=fetcher, media_type="print")
        document = _laid_out(html, cover, style)
    found = findings(remarks, cover, tuple(fetcher.refused), lambda character: texts_with(document, character))
    return document, html.etree_element, PageFacts(len(document.pages)), found


@lru_cache(maxsize=4)
def _style(stylesheets: tuple[Source, ...], assets: tuple[Asset, ...]) -> Style:
    """The stylesheets of a theme with the fonts they bring."""
    fetcher, fonts, counters = (
        FileFetcher({asset.name: asset.data for asset in assets}),
        FontConfiguration(),
        CounterStyle(),
    )
    layers: list[str] = []
    read = []
    with listening() as remarks:
        for source in stylesheets:
            with remarks.while_reading(source):
                read.append(
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
    return Style(tuple(read), fonts, counters, tuple(remarks.heard), tuple(fetcher.refused.items()))


def _laid_out(html: HTML, sheet: Sheet, style: Style) -> Document:
    document = html.render(
        font_config=style.fonts,
        counter_style=style.counters,
        stylesheets=list(style.sheets),
        presentational_hints=True,  # `start` of a list is one
        pdf_variant=VARIANTS[sheet.standard],
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
