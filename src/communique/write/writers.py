"""The formats, and who writes each: a further format is one more line here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from communique.diagnostics.diagnostic import Diagnostic
from communique.model.kind import Format
from communique.model.sheet import Sheet
from communique.write.layout import Layout
from communique.write.pdf.writer import write_pdf

Writer: TypeAlias = Callable[[Sheet, Layout], tuple[bytes, tuple[Diagnostic, ...]]]
"""From a sheet and its pages to the bytes of a file, and what was found while writing it."""


def _write_docx(sheet: Sheet, layout: Layout) -> tuple[bytes, tuple[Diagnostic, ...]]:
    from communique.write.docx.writer import write_docx  # noqa: PLC0415  needs WeasyPrint loaded, as the layout did

    return write_docx(sheet, layout.facts)


WRITERS: Mapping[Format, Writer] = MappingProxyType({Format.PDF: write_pdf, Format.DOCX: _write_docx})
