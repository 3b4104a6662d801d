"""A finished file read back from its bytes, once, for ledger, guard and inspection."""

from io import BytesIO

from communique.guard.reading import Reading
from communique.guard.word_inside import read_word
from communique.guard.zip_members import Unreadable
from communique.model.kind import Format


def read_back(name: str, data: bytes, format: Format) -> Reading:
    """All the texts of an artefact; Unreadable when its bytes are no such file."""
    return read_word(name, data) if format is Format.DOCX else read_pdf(name, data)


def read_pdf(name: str, data: bytes) -> Reading:
    """All the texts of a PDF; what PDFium and qpdf cannot open is Unreadable."""
    import pikepdf  # noqa: PLC0415 - these libraries are for PDF alone, and take a tenth of a second to load
    import pypdfium2  # noqa: PLC0415

    from communique.guard.pdf_inside import inside  # noqa: PLC0415
    from communique.guard.pdf_pages import visible  # noqa: PLC0415
    from communique.guard.pdf_revisions import between_objects, earlier_versions  # noqa: PLC0415
    from communique.guard.pdf_unused import unused_texts  # noqa: PLC0415

    try:
        with pikepdf.open(BytesIO(data)) as opened:
            hidden = (*inside(opened), *unused_texts(opened), *earlier_versions(data), *between_objects(data))
            return Reading(name, visible(data, opened), hidden)
    except pikepdf.PasswordError as fault:
        raise Unreadable("it is locked with a password") from fault
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, OverflowError, RecursionError) as fault:
        raise Unreadable(f"the PDF is damaged: {fault}") from fault
