"""Sections: the letterhead's own, once for each of ours; ours say no more than that a page lies on its side (17.6)."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from communique.write.letterhead.package import Element, W

BEFORE_TYPE = frozenset(f"{W}{name}" for name in ("headerReference", "footerReference", "footnotePr", "endnotePr"))
USUAL = {"w": 11906, "h": 16838, "left": 1417, "right": 1417, "gutter": 0}
"""Twips: a sheet of A4, for a letterhead that does not say (17.6.13)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The blocks of one of our sections, its properties, and those that it has on the letterhead."""

    blocks: tuple[Element, ...]
    ours: Element
    theirs: Element


def stretches(blocks: Sequence[Element], last: Element, model: Element) -> tuple[Stretch, ...]:
    """Our blocks by section; `last` closes our text, `model` is the letterhead's section at the place of the text."""
    found: list[Stretch] = []
    begun: list[Element] = []
    for block in blocks:
        begun.append(block)
        closing = block.find(f"{W}pPr/{W}sectPr")
        if closing is not None:
            theirs = on_letterhead(closing, model, first=not found)
            closing.getparent().replace(closing, theirs)
            found.append(Stretch(tuple(begun), closing, theirs))
            begun = []
    found.append(Stretch(tuple(begun), last, on_letterhead(last, model, first=not found)))
    return tuple(found)


def section_at(body: Element, block: Element) -> Element:
    """The `w:sectPr` of the section that a block of the letterhead stands in."""
    for one in (block, *block.itersiblings()):
        closing = one.find(f"{W}pPr/{W}sectPr") if one.tag == f"{W}p" else None
        if closing is not None:
            return closing
    return last_section(body)


def last_section(body: Element) -> Element:
    """The `w:sectPr` that closes the text; made where it is not there."""
    section = body.find(f"{W}sectPr")
    if section is None:
        section = body.makeelement(f"{W}sectPr")
        body.append(section)
    return section


def text_width(section: Element) -> int:
    """The width of the text on the pages of a section, in twips."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width = _twips(size, "w")
    return width - sum(_twips(margins, side) for side in ("left", "right", "gutter"))


def lies(section: Element) -> bool:
    """True for pages that are wider than high."""
    size = section.find(f"{W}pgSz")
    return _twips(size, "w") > _twips(size, "h")


def on_letterhead(ours: Element, model: Element, *, first: bool) -> Element:
    """The letterhead's section for one of ours: turned when ours lies, a first page only once."""
    section = deepcopy(model)
    if lies(ours) and not lies(section):
        _turn(section)
    if not first:
        _drop(section, "titlePg", "pgNumType", "type")
        place = sum(1 for one in section if one.tag in BEFORE_TYPE)
        kind = section.makeelement(f"{W}type")
        kind.set(f"{W}val", "nextPage")
        section.insert(place, kind)
    bidi = ours.find(f"{W}bidi")
    if bidi is not None and section.find(f"{W}bidi") is None:
        later = [one for one in section if one.tag in {f"{W}rtlGutter", f"{W}docGrid", f"{W}printerSettings"}]
        section.insert(section.index(later[0]) if later else len(section), deepcopy(bidi))
    return section


def _turn(section: Element) -> None:
    size = section.find(f"{W}pgSz")
    if size is None:
        size = section.makeelement(f"{W}pgSz")
        section.insert(sum(1 for one in section if one.tag in BEFORE_TYPE | {f"{W}type"}), size)
    width, height = _twips(size, "w"), _twips(size, "h")
    size.set(f"{W}w", str(height))
    size.set(f"{W}h", str(width))
    size.set(f"{W}orient", "landscape")
    size.attrib.pop(f"{W}code", None)


def _drop(section: Element, *names: str) -> None:
    for element in [one for one in section if one.tag in {W + name for name in names}]:
        section.remove(element)


def _twips(element: Element | None, name: str) -> int:
    said = element.get(W + name) if element is not None else None
    return int(float(said)) if said else USUAL[name]
