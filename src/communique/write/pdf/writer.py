"""The PDF of a sheet: one file that is both for everybody (PDF/UA-1) and for ever (PDF/A-3a)."""

from communique.diagnostics.diagnostic import Diagnostic
from communique.model.sheet import Sheet
from communique.write.layout import Layout


def write_pdf(sheet: Sheet, layout: Layout) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The pages painted, tagged and described; and what was found while painting (missing glyphs)."""
    from communique.write.pdf.painting import paint  # noqa: PLC0415  needs WeasyPrint loaded, as the layout did

    return paint(sheet, layout.document, layout.root)
