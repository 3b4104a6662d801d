"""Limits: what CSS can say and Word cannot, and what is done instead."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.diagnostics.span import Source, Span
from communique.write.style.lengths import px
from communique.write.style.rules import Declaration, rules
from communique.write.weasyprint_private.cascade import Cascade, Computed, Element


class Limit(NamedTuple):
    """A property that Word cannot follow: what it says, and what happens to the element instead."""

    properties: tuple[str, ...]
    said: str
    instead: str


def limits(style: Computed) -> Iterator[Limit]:
    """What of a computed style has no equivalent in Word."""
    display = style["display"]
    if display[-1] in {"flex", "grid"}:
        yield Limit(("display",), f"display: {display[-1]}", "the children stand one below the other")
    if style["float"] in {"left", "right"}:
        yield Limit(("float",), f"float: {style['float']}", "the element stays in the flow of the text")
    if style["position"] in {"absolute", "fixed"}:
        yield Limit(("position",), f"position: {style['position']}", "the element stays in the flow of the text")
    if style["column_count"] != "auto" or style["column_width"] != "auto":
        yield Limit(("column-count", "column-width", "columns"), "columns", "the text stands in one column")
    if style["opacity"] != 1:
        yield Limit(("opacity",), f"opacity: {style['opacity']}", "the element is opaque")
    if style["transform"]:
        yield Limit(("transform",), "transform", "the element stays as it is")
    if any(kind != "none" for kind, _ in style["background_image"]):
        yield Limit(("background-image", "background"), "background image here", "it is left out")
    if min(px(style["margin_top"]), px(style["margin_bottom"])) < 0:
        yield Limit(("margin-top", "margin-bottom", "margin"), "negative margin", "it counts as 0")


def declared_at(
    cascade: Cascade, element: Element, properties: Sequence[str], stylesheets: Sequence[Source]
) -> Span | None:
    """The declaration that gives an element one of these properties: the last of the strongest."""
    strongest: tuple[tuple[bool, tuple[int, ...]], Declaration] | None = None
    for rule in rules(stylesheets):
        for declaration in rule.declarations:
            if declaration.name in properties:
                for selector in rule.compiled():
                    weight = (not rule.layered, tuple(selector.specificity))
                    if (strongest is None or weight >= strongest[0]) and cascade.matches(element, selector):
                        strongest = (weight, declaration)
    return strongest[1].span if strongest else None
