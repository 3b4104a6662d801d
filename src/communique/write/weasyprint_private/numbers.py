"""The numbers that are printed on the pages themselves: what `counter(page)` came to, page by page.

Private: `Page._page_box`, and of its boxes `MarginBox`, `text`, and the computed `content`.
"""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from weasyprint import Document
from weasyprint.formatting_structure import boxes

Content: TypeAlias = tuple[tuple[str, Any], ...]
"""A computed `content`: strings, counters and whatever else stands side by side."""

PrintedNumber: TypeAlias = tuple[str, str]
"""The number as it is printed, and the counter style it is written in ("decimal", "lower-roman")."""


def printed_numbers(document: Document) -> tuple[PrintedNumber | None, ...]:
    """The number printed in the margins of each page; None where a page prints none."""
    return tuple(next(_numbers(page._page_box), None) for page in document.pages)  # noqa: SLF001


def _numbers(page: Any) -> Iterator[PrintedNumber]:  # noqa: ANN401  boxes have no types
    for margin in page.children:
        if isinstance(margin, boxes.MarginBox):
            for box in (margin, *margin.descendants(placeholders=True)):
                content = box.style["content"]
                if isinstance(content, tuple) and (found := _number(content, _text(box))):
                    yield found


def _number(content: Content, text: str) -> PrintedNumber | None:
    """The page's number in the text that a `content` became."""
    pattern, style = "", ""
    for kind, value in content:
        if kind == "string":
            pattern += re.escape(value)
        elif kind == "counter()" and value[0] == "page" and not style:
            pattern, style = f"{pattern}(?P<page>.+?)", str(value[1])
        else:
            pattern += ".*?"
    found = re.fullmatch(pattern, text, re.DOTALL) if style else None
    return (found["page"], style) if found else None


def _text(box: Any) -> str:  # noqa: ANN401
    if isinstance(box, boxes.TextBox):
        return str(box.text)
    return "".join(_text(inside) for inside in getattr(box, "children", ()))
