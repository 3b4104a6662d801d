"""Setting our text down on the letterhead: at `{{ body }}`, else after its fixed words."""

from collections.abc import Sequence
from copy import deepcopy

from communique.write.letterhead.package import Element, W
from communique.write.letterhead.placeholders import BODY, PLACEHOLDER, SHOWN, place_of, words_of
from communique.write.letterhead.sections import Stretch, last_section, lies, on_letterhead, section_at, stretches

BLOCKS = frozenset({f"{W}p", f"{W}tbl", f"{W}sdt"})


def set_down(body: Element, blocks: Sequence[Element], last: Element) -> tuple[Stretch, ...]:
    """Put our blocks into the letterhead's body, which is changed; the sections that they stand in there."""
    mark = _mark(body)
    if mark is None:
        _drop_empty_end(body)
        section = last_section(body)
        found = stretches(blocks, last, section)
        at = body.index(section)
        body[at:at] = list(blocks)
        section.getparent().replace(section, found[-1].theirs)
        return found
    section = section_at(body, mark)
    found = stretches(blocks, last, section)
    follows = any(one.tag in BLOCKS for one in _behind(mark, section))
    at = body.index(mark)
    holds_section = section in list(mark.iter(f"{W}sectPr"))
    body[at : at + 1] = list(blocks)
    if holds_section:
        _close(blocks[-1], found[-1].theirs)
    elif follows and lies(found[-1].theirs) != lies(section):
        _close(blocks[-1], found[-1].theirs)
        section.getparent().replace(section, on_letterhead(section, section, first=False))
    else:
        section.getparent().replace(section, found[-1].theirs)
    return found


def _mark(body: Element) -> Element | None:
    """The block that our text stands for."""
    for paragraph in body.iter(f"{W}p"):
        if any(name.strip() == BODY for name in PLACEHOLDER.findall(words_of(paragraph))):
            return place_of(paragraph)
    return None


def _behind(mark: Element, section: Element) -> list[Element]:
    """What stands behind the mark in its section."""
    found = []
    for one in mark.itersiblings():
        found.append(one)
        if one is section or section in list(one.iter(f"{W}sectPr")):
            break
    return found


def _close(paragraph: Element, section: Element) -> None:
    """End a section with a paragraph."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = paragraph.makeelement(f"{W}pPr")
        paragraph.insert(0, properties)
    properties.append(section if section.getparent() is None else deepcopy(section))


def _drop_empty_end(body: Element) -> None:
    """Take away the empty lines at the end of the letterhead, which would be a gap above our text."""
    for block in reversed([one for one in body if one.tag != f"{W}sectPr"]):
        shows = next(block.iter(*SHOWN, f"{W}sectPr", f"{W}br", f"{W}tbl"), None) is not None
        if block.tag != f"{W}p" or shows or words_of(block).strip():
            return
        body.remove(block)
