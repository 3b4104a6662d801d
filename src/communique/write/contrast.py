"""Text that is too faint to be read by many: contrast as WCAG 2.1 counts it (1.4.3), from the computed styles."""

import re
from collections.abc import Iterator

from tinycss2.color4 import parse_color
from weasyprint import Document

from communique.diagnostics.codes import write as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Source, Span
from communique.model.sheet import Sheet
from communique.write.weasyprint_private.colours import Colour, inked

ENOUGH = 4.5
"""The contrast that text of any size needs (EN 301 549, 9.1.4.3)."""

DECLARED = re.compile(r"(?<![-\w])(?:color|--[\w-]+)\s*:\s*([^;}!]+)")
"""A declaration of a colour for text, or a dial that may hold one."""


def faint_text(sheet: Sheet, document: Document) -> Iterator[Diagnostic]:
    """A finding for each pair of colours whose text is too faint, with the first words set in it."""
    pairs: dict[tuple[Colour, Colour], str] = {}
    for stretch in inked(document):
        pairs.setdefault((stretch.ink, stretch.ground), stretch.text)
    for (ink, ground), text in pairs.items():
        if (ratio := contrast(ink, ground)) < ENOUGH:
            words = " ".join(text.split())[:40]
            message = f'"{words}" in {_spelled(ink)} on {_spelled(ground)} has a contrast of {ratio:.2f} : 1'
            yield codes.FAINT_TEXT.at(_declared(sheet, ink), message, help="take a darker colour: 4.5 : 1 is needed")


def contrast(ink: Colour, ground: Colour) -> float:
    """How far apart two colours are, from 1 to 21 (WCAG 2.1, contrast ratio)."""
    darker, lighter = sorted((luminance(ink), luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Colour) -> float:
    """How bright a colour is, from 0 to 1 (WCAG 2.1, relative luminance)."""
    red, green, blue = (
        shade / 12.92 if shade <= 0.04045 else ((shade + 0.055) / 1.055) ** 2.4  # IEC 61966-2-1
        for shade in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _declared(sheet: Sheet, ink: Colour) -> Span | None:
    """The last declaration of that colour: of rules that set it, the theme's own."""
    places = [span for source in sheet.theme.stylesheets for span in _declarations(source, ink)]
    return places[-1] if places else None


def _declarations(source: Source, ink: Colour) -> Iterator[Span]:
    for found in DECLARED.finditer(source.text):
        colour = parse_color(found[1].strip())
        if colour is not None and colour != "currentcolor" and tuple(colour.to("srgb").coordinates) == ink:
            yield source.span(*found.span())


def _spelled(colour: Colour) -> str:
    return "#" + "".join(f"{round(shade * 255):02x}" for shade in colour)
