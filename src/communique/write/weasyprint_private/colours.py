"""In which colour each stretch of text is painted, and on what.

Private: `Page._page_box`, and the computed colours of its boxes. A background inherits nothing, so
the one behind a text is the last that is not see-through on the way down to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from weasyprint import Document
from weasyprint.layout.absolute import AbsolutePlaceholder

Colour: TypeAlias = tuple[float, float, float]
"""Red, green and blue, from 0 to 1 (sRGB)."""

PAPER: Colour = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Inked:
    """A stretch of text, its colour, and that of what is behind it."""

    text: str
    ink: Colour
    ground: Colour


def inked(document: Document) -> Iterator[Inked]:
    """Every stretch of text that is meant to be read: not what is hidden from those who listen.

    What lies on a picture is left out: nobody can say its colour.
    """
    for page in document.pages:
        yield from _inked(page._page_box, PAPER)  # noqa: SLF001


def _inked(box: Any, ground: Colour | None) -> Iterator[Inked]:  # noqa: ANN401  boxes have no types
    if isinstance(box, AbsolutePlaceholder):
        box = box._box  # noqa: SLF001
    if box.element is not None and box.element.get("aria-hidden") == "true":
        return
    ground = _behind(box, ground)
    text = getattr(box, "text", "")
    if text and text.strip() and ground is not None and box.style["visibility"] == "visible":
        yield Inked(text, _over(box.style["color"], ground), ground)
    for inside in getattr(box, "children", ()):
        yield from _inked(inside, ground)


def _behind(box: Any, ground: Colour | None) -> Colour | None:  # noqa: ANN401
    if any(kind != "none" for kind, _ in box.style["background_image"]):
        return None
    colour = box.style["background_color"]
    colour = box.style["color"] if colour == "currentcolor" else colour
    if colour.alpha >= 1:
        return _over(colour, PAPER)
    return _over(colour, ground) if ground is not None else None


def _over(colour: Any, ground: Colour) -> Colour:  # noqa: ANN401
    """A colour as it looks on a ground, when some of that shines through."""
    red, green, blue = (
        shade * colour.alpha + below * (1 - colour.alpha)
        for shade, below in zip(colour.to("srgb").coordinates, ground, strict=True)
    )
    return red, green, blue
