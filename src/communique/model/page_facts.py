"""What the Word writer learns from the PDF's layout."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Facts of the laid-out pages that a Word file is pre-filled with.

    `pages`: how many there are. `page_of`: the number of the physical page, counted from 1, on
    which the element with that id begins. `columns`: the widths in CSS px of each table's columns,
    the tables in document order, a nested one after the one around it. `pictures`: width and height
    in CSS px of each `img`, in document order.
    """

    pages: int
    page_of: Mapping[str, int] = field(default_factory=dict, hash=False)
    columns: tuple[tuple[float, ...], ...] = ()
    pictures: tuple[tuple[float, float], ...] = ()
