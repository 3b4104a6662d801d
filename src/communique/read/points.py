"""Pictures made of points (PNG, JPEG): whole, and of a size that a page can show.

Bound: 40 million points. A size is known from the first bytes, so nothing is unfolded that is too large.
"""

import warnings
from collections.abc import Iterator
from io import BytesIO

from communique.diagnostics.codes import pictures as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Span

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
"""How such a file begins."""

MOST_POINTS = 40_000_000
"""A4 at 600 dots an inch has 35 million."""


def faults_in_points(data: bytes, name: str, place: Span) -> Iterator[Diagnostic]:
    """What keeps a PNG or JPEG from being shown; `place` is where it is named, `name` how it is called."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  few texts have a picture

    try:
        with warnings.catch_warnings(action="ignore"):
            width, height = _size(data)
            if width * height > MOST_POINTS:
                yield _oversized(f"{name} has {width} by {height} points", place)
                return
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
                picture.draft("L", (width // 8, height // 8))  # a JPEG can be read to its end without being unfolded
                picture.load()
    except Image.DecompressionBombError:
        yield _oversized(f"{name} has more points than fit on any page", place)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        advice = "open it in the program that made it, and save it again"
        yield codes.BROKEN_PICTURE.at(place, f"{name} is broken: it cannot be decoded", advice)


def _size(data: bytes) -> tuple[int, int]:
    """Width and height in points, once the chunks of a PNG are known to be all there and as they were written."""
    from PIL import Image  # noqa: PLC0415

    with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
        if picture.width * picture.height <= MOST_POINTS:
            picture.verify()
        return picture.size


def _oversized(message: str, place: Span) -> Diagnostic:
    most = MOST_POINTS // 1_000_000
    return codes.OVERSIZED_PICTURE.at(place, message, f"save it smaller, with at most {most} million points")
