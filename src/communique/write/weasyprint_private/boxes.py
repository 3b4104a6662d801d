"""What the laid-out boxes know and the public pages do not tell.

Private: `Page._page_box`, `Box.element`, `TableBox.column_widths` and `.column_positions`, `ReplacedBox.width` and
`.height`, `TextBox.text`, and the `CounterStyle` that has to be shared between stylesheets and layout.
"""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint import Document
from weasyprint.css.counters import CounterStyle
from weasyprint.formatting_structure.boxes import ReplacedBox

__all__ = ["CounterStyle", "column_widths", "picture_sizes", "texts_with"]


def column_widths(document: Document, root: Element) -> tuple[tuple[float, ...], ...]:
    """The column widths in CSS px of every `table` below `root`, in document order.

    The columns stand in reading order, from the right in Arabic. A table that is not laid out as
    one has none. Of a table on several pages the first page counts.
    """
    found: dict[Element, tuple[float, ...]] = {}
    for box in _boxes(document):
        if getattr(box, "column_widths", None) and box.element is not None:
            placed = zip(box.column_positions, box.column_widths, strict=True)
            ordered = sorted(placed, reverse=box.style["direction"] == "rtl")
            found.setdefault(box.element, tuple(width for _, width in ordered))
    return tuple(found.get(table, ()) for table in root.iter("table"))


def picture_sizes(document: Document, root: Element) -> tuple[tuple[float, float], ...]:
    """Width and height in CSS px of every `img` below `root`, in document order; (0, 0) for one that is not shown."""
    found: dict[Element, tuple[float, float]] = {}
    for box in _boxes(document):
        if isinstance(box, ReplacedBox) and box.element is not None:
            found.setdefault(box.element, (float(box.width), float(box.height)))
    return tuple(found.get(picture, (0.0, 0.0)) for picture in root.iter("img"))


def texts_with(document: Document, character: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each stretch of text that holds a character, with the font families tried for it, in order."""
    for box in _boxes(document):
        text = getattr(box, "text", None)
        if text and character in text:
            yield text, tuple(box.style["font_family"])


def _boxes(document: Document) -> Iterator[Any]:
    for page in document.pages:
        yield from page._page_box.descendants(placeholders=True)  # noqa: SLF001
