"""What a PDF keeps of its past: versions that were saved over, and bytes between its objects."""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from communique.guard.pdf_inside import inside
from communique.guard.pdf_pages import visible
from communique.guard.picture_inside import legible
from communique.guard.reading import Hidden, Voice

END = re.compile(rb"%%EOF\s*")
STREAM = re.compile(rb"\bstream\r?\n.*?\bendstream\b", re.DOTALL)
MOST = 5
"""How many earlier versions are looked into, the oldest first."""


def earlier_versions(data: bytes) -> Iterator[Hidden]:
    """The texts of each version that was saved over by appending to the file (ISO 32000-1, 7.5.6)."""
    if b"/Linearized" in data[:1024]:  # such a file has two ends and one version
        return
    ends = [found.end() for found in END.finditer(data)]
    for number, end in enumerate(ends[:-1][:MOST], start=1):
        try:
            with pikepdf.open(BytesIO(data[:end])) as older:
                words = " ".join(piece.text for piece in visible(data[:end], older))
                yield Hidden("content beside the pages", f"version {number}", words or "an earlier version of the file")
                yield from inside(older)
        except (pikepdf.PdfError, ValueError):
            yield Hidden("content beside the pages", f"version {number}", "an earlier version that cannot be opened")


def between_objects(data: bytes) -> Iterator[Hidden]:
    """The bytes of the file itself, its streams left out: they were read one by one."""
    yield Hidden("bytes between the objects", "file", legible(STREAM.sub(b" ", data)), Voice.BYTES)
