"""The pages painted by WeasyPrint, and finished: the part of the PDF that needs it loaded."""

import warnings
from xml.etree.ElementTree import Element

from weasyprint import Document

from communique.diagnostics.diagnostic import Diagnostic
from communique.model.sheet import Sheet
from communique.write.addresses import refused_addresses
from communique.write.fetcher import SheetFetcher
from communique.write.pages import VARIANTS
from communique.write.pdf.finish import finish
from communique.write.pdf.metadata import name_document
from communique.write.pdf.page_labels import label_pages
from communique.write.pdf.structure import Pdf
from communique.write.remarks import findings, listening
from communique.write.weasyprint_private.boxes import texts_with
from communique.write.weasyprint_private.numbers import printed_numbers
from communique.write.weasyprint_private.streams import unmistakable_streams
from communique.write.weasyprint_private.tags import recording


def paint(sheet: Sheet, document: Document, root: Element) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The bytes of the file, and the findings; the same document may be painted again."""
    name_document(document.metadata, sheet.properties)
    fetcher: SheetFetcher = document.url_fetcher
    fetcher.refused.clear()  # the layout has told of those; drawings inside pictures ask only now
    with listening() as remarks, recording() as record, unmistakable_streams():

        def finisher(_: Document, pdf: Pdf) -> None:
            finish(pdf, record.in_order(), root, sheet)
            label_pages(pdf, printed_numbers(document))

        with warnings.catch_warnings():
            # WeasyPrint 70 leaves it to the garbage collector to close its colour profile
            warnings.simplefilter("ignore", ResourceWarning)
            data: bytes = document.write_pdf(
                finisher=finisher, pdf_variant=VARIANTS[sheet.standard], pdf_tags=True, pdf_identifier=True
            )
    return data, (
        *refused_addresses(sheet, root, fetcher.refused),
        *findings(remarks, sheet, tuple(fetcher.refused), lambda character: texts_with(document, character)),
    )
