"""Patch: a Word file with marks in it, filled in for one addressee.

Only members with a mark change; every other one is the same, byte for byte. That a patched file is what the writer
itself would have written is tried out once for each stencil (`engine/packs.py`).
"""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from communique.model.addressee import Addressee
from communique.model.stencil import filled, has_marks
from communique.write.docx.directions import stretches
from communique.write.docx.package import member
from communique.write.docx.xml import legal

SPECIAL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def is_one_run(name: str, *, rtl: bool) -> bool:
    """True for a name that Word has in one run, as the mark: in one direction, without signs that are elements."""
    parts = list(stretches(name, rtl=rtl))
    plain = name == " ".join(name.split()) and "\u00ad" not in name
    return plain and len(parts) == 1 and parts[0][1] == rtl


def patched(stencil: bytes, addressee: Addressee, typeset: Callable[[str], str]) -> bytes:
    """The Word file for an addressee; `typeset` sets a name as the paper sets its words."""
    written = BytesIO()
    with ZipFile(BytesIO(stencil)) as source, ZipFile(written, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(member(name), _filled_in(name, data, addressee, typeset))
    return written.getvalue()


def is_patched(finished: bytes, stencil: bytes, addressee: Addressee, typeset: Callable[[str], str]) -> bool:
    """True when a finished file is the stencil in every byte but where its marks were filled in."""
    with ZipFile(BytesIO(finished)) as made, ZipFile(BytesIO(stencil)) as source:
        names = source.namelist()
        return made.namelist() == names and all(
            made.read(name) == _filled_in(name, source.read(name), addressee, typeset) for name in names
        )


def _filled_in(name: str, data: bytes, addressee: Addressee, typeset: Callable[[str], str]) -> bytes:
    if not name.endswith(".xml"):
        return data
    text = data.decode("utf-8")
    if not has_marks(text):
        return data
    return filled(text, addressee, lambda words: legal(typeset(words)).translate(SPECIAL)).encode()
