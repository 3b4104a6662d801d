"""The versions and fonts that a manifest names: those that can change the bytes of a file."""

from functools import cache
from importlib.metadata import version

from communique.deliver.pack import Provenance
from communique.engine.machine import libraries
from communique.model.kind import Format
from communique.model.theme import Theme
from communique.write.fonts import font_files
from communique.write.style.families import families

PACKAGES = {Format.PDF: ("communique", "weasyprint"), Format.DOCX: ("communique", "weasyprint", "python-docx")}
"""A Word file has its page numbers and column widths from WeasyPrint's layout."""


def provenance(theme: Theme, format: Format) -> Provenance:
    """What made a file of this theme in this format."""
    return Provenance(_versions(format), _fonts(theme.css))


@cache
def _versions(format: Format) -> tuple[tuple[str, str], ...]:
    named = {name: version(name) for name in PACKAGES[format]}
    return tuple(sorted((named | libraries()).items()))


@cache
def _fonts(css: str) -> tuple[tuple[str, str], ...]:
    return tuple((file.name, file.sha256) for file in font_files(families(css)))
