"""Captions: their numbers as fields, from which Word makes lists of figures and tables (ECMA-376-1, 17.16.5.56)."""

from typing import Any

from communique.write.docx.fields import field
from communique.write.docx.manuscript import Manuscript
from communique.write.style.numbering import is_caption
from communique.write.weasyprint_private.cascade import Element

SWITCHES = {
    "decimal": "ARABIC",
    "lower-alpha": "alphabetic",
    "lower-latin": "alphabetic",
    "upper-alpha": "ALPHABETIC",
    "upper-latin": "ALPHABETIC",
    "lower-roman": "roman",
    "upper-roman": "ROMAN",
}
"""CSS counter styles and the numbers of fields (ECMA-376-1, 17.16.4.3)."""

Counter = Any
"""The name of a counter and its style, as WeasyPrint keeps them."""


def numbered_by_field(element: Element, manuscript: Manuscript) -> Counter | None:
    """The last counter in front of a caption, when a field can count that way; None of any other element."""
    style, before = manuscript.named(element), manuscript.cascade.pseudo(element, "before")
    if style is None or not is_caption(style) or before is None or not isinstance(before["content"], tuple):
        return None
    counters = [value for kind, value in before["content"] if kind == "counter()" and value[1] in SWITCHES]
    return counters[-1] if counters else None


def has_numbered_caption(target: Element, manuscript: Manuscript) -> bool:
    """True for a caption with a number, and for the figure or table that it belongs to."""
    return any(numbered_by_field(one, manuscript) is not None for one in (target, *target) if isinstance(one.tag, str))


def caption_number(element: Element, counter: Counter, manuscript: Manuscript, properties: str) -> str:
    """The number of a caption, with the bookmarks by which it is referred to."""
    name, form = counter
    value = manuscript.counters.value(name)
    shown = str(manuscript.cascade.counter_style.render_value(value, form))
    restart = "" if manuscript.captions.get(name, 0) + 1 == value else f" \\r {value}"
    manuscript.captions[name] = value
    around = manuscript.cascade.parent(element)
    idents = [one.get("id") or "" for one in (element, around) if one is not None]
    opened, closed = manuscript.anchors.around_number(idents)
    return opened + field(f"SEQ {name} \\* {SWITCHES[form]}{restart}", shown, properties) + closed
