"""The pages painted by WeasyPrint, and finished: the part of the PDF that needs it loaded."""

from typing import Any, TypeAlias

from weasyprint import Document

from communique.diagnostics.diagnostic import Diagnostic
from communique.model.sheet import Sheet
from communique.write.pages import VARIANT
from communique.write.pdf.metadata import name_document, packet
from communique.write.remarks import findings, listening
from communique.write.weasyprint_private.boxes import texts_with

Pdf: TypeAlias = Any
"""A `pydyf.PDF`."""


def paint(sheet: Sheet, document: Document) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The bytes of the file, and the findings; the same document may be painted again."""
    name_document(document.metadata, sheet.properties)

    def finish(_: Document, pdf: Pdf) -> None:
        metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
        metadata.stream, metadata.compress = [packet(sheet.properties, pdf.info["Producer"].string)], False

    with listening() as remarks:
        data: bytes = document.write_pdf(finisher=finish, pdf_variant=VARIANT)
    refused: tuple[str, ...] = ()
    return data, findings(remarks, sheet, refused, lambda character: texts_with(document, character))
