"""Limits: what CSS can say and Word cannot, and what is done instead."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from communique.diagnostics.span import Source, Span
from communique.write.style.lengths import px
from communique.write.style.rules import Declaration, rules
from communique.write.weasyprint_private.cascade import Cascade, Computed, Element


class Limit(NamedTuple):
    """Properties that Word cannot follow, when it cannot, and what happens to the element instead."""

    properties: tuple[str, ...]
    meets: Callable[[Computed], str]
    instead: str


def limits(style: Computed) -> Iterator[tuple[Limit, str]]:
    """What of a computed style has no equivalent in Word, and how the style says it."""
    for limit in LIMITS:
        said = limit.meets(style)
        if said:
            yield limit, said


def _display(style: Computed) -> str:
    return f"display: {style['display'][-1]}" if style["display"][-1] in {"flex", "grid"} else ""


def _float(style: Computed) -> str:
    return f"float: {style['float']}" if style["float"] in {"left", "right"} else ""


def _position(style: Computed) -> str:
    return f"position: {style['position']}" if style["position"] in {"absolute", "fixed"} else ""


def _columns(style: Computed) -> str:
    return "columns" if style["column_count"] != "auto" or style["column_width"] != "auto" else ""


def _opacity(style: Computed) -> str:
    return f"opacity: {style['opacity']}" if style["opacity"] != 1 else ""


def _background(style: Computed) -> str:
    return "background image here" if any(kind != "none" for kind, _ in style["background_image"]) else ""


def _margins(style: Computed) -> str:
    return "negative margin" if min(px(style["margin_top"]), px(style["margin_bottom"])) < 0 else ""


def _corners(style: Computed) -> str:
    radii = (style[f"border_{corner}_radius"] for corner in ("top_left", "top_right", "bottom_left", "bottom_right"))
    return "rounded corners" if any(px(length) for pair in radii for length in pair) else ""


def _outline(style: Computed) -> str:
    return "outline" if style["outline_style"] != "none" and px(style["outline_width"]) else ""


def _height(style: Computed) -> str:
    blocky = style["display"][0] == "block" and style["display"][-1] == "flow"
    return "height of a block" if blocky and style["height"] != "auto" else ""


LIMITS = (
    Limit(("display",), _display, "the children stand one below the other"),
    Limit(("float",), _float, "the element stays in the flow of the text"),
    Limit(("position",), _position, "the element stays in the flow of the text"),
    Limit(("column-count", "column-width", "columns"), _columns, "the text stands in one column"),
    Limit(("opacity",), _opacity, "the element is opaque"),
    Limit(("transform",), lambda style: "transform" if style["transform"] else "", "the element stays as it is"),
    Limit(("background-image", "background"), _background, "it is left out"),
    Limit(("margin-top", "margin-bottom", "margin"), _margins, "it counts as 0"),
    Limit(("border-radius",), _corners, "the corners are square"),
    Limit(("outline", "outline-style", "outline-width"), _outline, "it is left out"),
    Limit(("height",), _height, "the block is as high as its text"),
)
"""All that is looked for, in the order in which it is told."""


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
