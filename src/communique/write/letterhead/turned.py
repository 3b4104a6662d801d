"""Headers on pages that lie: the stops in the middle and at the right of the text move with its edge (17.3.1.38)."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace

from communique.write.letterhead.fit import insert
from communique.write.letterhead.package import Element, Package, R, W, dump
from communique.write.letterhead.sections import lies, text_width
from communique.write.letterhead.styles import by_identifier, said

REFERENCES = (f"{W}headerReference", f"{W}footerReference")
MOVING = frozenset({"center", "right", "end"})


def turn_margins(package: Package, sections: Sequence[Element], styles: Element) -> Package:
    """Give lying sections headers and footers of their own, where they share some with upright ones.

    `sections`, in the document that is yet to be put into the package, get their new references.
    """
    upright = [section for section in sections if not lies(section)]
    if not upright:
        return package
    shared = {reference.get(f"{R}id") for section in upright for reference in section.iter(*REFERENCES)}
    named = by_identifier(styles)
    made: dict[tuple[str, int], str] = {}
    for section in sections:
        width = text_width(section)
        for reference in section.iter(*REFERENCES) if lies(section) else ():
            ident = reference.get(f"{R}id")
            if ident in shared:
                if (ident, width) not in made:
                    wider = width / text_width(upright[0])
                    package, made[ident, width] = _turned(package, ident, wider, named)
                reference.set(f"{R}id", made[ident, width])
    return package


def _turned(package: Package, ident: str, wider: float, styles: Mapping[str, Element]) -> tuple[Package, str]:
    """A header or footer for lying pages, and its relation; the same one when nothing in it moves."""
    relation = next(one for one in package.of(package.main) if one.id == ident)
    root = package.tree(relation.target)
    moved = [_move(paragraph, wider, styles) for paragraph in root.iter(f"{W}p")]
    if not any(moved):
        return package, ident
    name = package.free(relation.target)
    turned = package.with_part(name, dump(root), package.types[relation.target])
    turned = turned.relating(name, *package.of(relation.target))
    new = f"cqTurned{sum(one.id.startswith('cqTurned') for one in package.of(package.main))}"
    return turned.relating(package.main, replace(relation, id=new, target=name)), new


def _move(paragraph: Element, wider: float, styles: Mapping[str, Element]) -> bool:
    """Move the stops of a paragraph with tabs in it, those of its style by clearing them; True when some moved."""
    if paragraph.find(f"{W}r/{W}tab") is None:
        return False
    worn = paragraph.find(f"{W}pPr/{W}pStyle")
    style = styles.get(worn.get(f"{W}val")) if worn is not None else None
    inherited = said(style, styles, "pPr/tabs") if style is not None else None
    own = paragraph.find(f"{W}pPr/{W}tabs")
    stops = {place: kind for tabs in (inherited, own) if tabs is not None for place, kind in _stops(tabs).items()}
    moving = {place: kind for place, kind in stops.items() if kind.get(f"{W}val") in MOVING}
    if not moving:
        return False
    new = paragraph.makeelement(f"{W}tabs")
    known = {} if inherited is None else _stops(inherited)
    placed = {place: deepcopy(stop) for place, stop in stops.items() if place not in moving}
    placed |= {place: _stop(new, "clear", place) for place in moving if place in known}
    for place, stop in moving.items():
        there = round(place * wider)
        placed[there] = _stop(new, stop.get(f"{W}val"), there, stop)
    for place in sorted(placed):
        new.append(placed[place])
    if own is not None:
        own.getparent().remove(own)
    insert(paragraph, new)
    return True


def _stops(tabs: Element) -> dict[int, Element]:
    """The stops of a `w:tabs` by their place, in twips."""
    return {int(stop.get(f"{W}pos") or 0): stop for stop in tabs.iter(f"{W}tab")}


def _stop(tabs: Element, kind: str, place: int, like: Element | None = None) -> Element:
    stop = tabs.makeelement(f"{W}tab", dict(like.attrib) if like is not None else {})
    stop.set(f"{W}val", kind)
    stop.set(f"{W}pos", str(place))
    return stop
