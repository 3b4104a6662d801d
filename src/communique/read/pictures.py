"""What is wrong with the file of a picture: broken, too large for any page, or a drawing that does more than draw."""

from collections.abc import Iterator

from communique.diagnostics.codes.pictures import BROKEN_PICTURE
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Span
from communique.read.points import JPEG, PNG, faults_in_points

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
SIGNATURES = {
    ".png": (PNG,),
    ".jpg": (JPEG,),
    ".jpeg": (JPEG,),
    ".svg": (b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE svg"),
}
"""How the file of a picture begins, by the ending of its name."""


def is_picture(data: bytes, ending: str) -> bool:
    """Whether a file begins as its ending (".png") says."""
    return data.removeprefix(BYTE_ORDER_MARK).lstrip().startswith(SIGNATURES[ending])


def faults_in_picture(data: bytes, shown: str, place: Span) -> Iterator[Diagnostic]:
    """All that keeps a file from being shown; `place` is where it is named, `shown` how it is called.

    What is wrong in a drawing is told at its line in the drawing.
    """
    if data.startswith((PNG, JPEG)):
        yield from faults_in_points(data, shown.rpartition("/")[2], place)
    elif shown.lower().endswith(".svg"):
        from communique.read.drawings import faults_in_drawing  # noqa: PLC0415  few texts have one

        yield from faults_in_drawing(data.removeprefix(BYTE_ORDER_MARK), shown)
    else:
        name = shown.rpartition("/")[2]
        yield BROKEN_PICTURE.at(place, f"{name} is neither PNG nor JPEG", "save it again as one of the two")
