"""Numbering joined: our lists behind the letterhead's, under numbers of their own (ECMA-376-1, 17.9)."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from communique.write.letterhead.package import Element, W
from communique.write.letterhead.styles import JoinedStyles, by_identifier, said


@dataclass(frozen=True, slots=True)
class JoinedNumbering:
    """The numbering of both.

    `root`: the joined part. `nums`: our lists to those in it. `on_paragraphs`: the list and level that
    our style has and theirs has not, by our style, to be said on each paragraph. `restarts`: our list in
    a style that counts by itself in the letterhead, to a list and level of theirs with the same start.
    """

    root: Element
    nums: Mapping[str, str]
    on_paragraphs: Mapping[str, Element]
    restarts: Mapping[tuple[str, str], tuple[str, str]]


def join_numbering(theirs: Element, ours: Element, styles: JoinedStyles, our_styles: Element) -> JoinedNumbering:
    """Their part with our definitions and lists; `theirs` and the added styles are changed."""
    definitions = _shift(theirs, "abstractNum", "abstractNumId")
    lists = _shift(theirs, "num", "numId")
    nums = {num.get(f"{W}numId"): str(int(num.get(f"{W}numId")) + lists) for num in ours.iter(f"{W}num")}
    counting = _counting(styles)
    at = sum(1 for one in theirs if one.tag in {f"{W}numPicBullet", f"{W}abstractNum"})
    for number, definition in enumerate(ours.iter(f"{W}abstractNum")):
        theirs.insert(at + number, _definition(deepcopy(definition), definitions, styles, theirs))
    behind = sum(1 for one in theirs if one.tag != f"{W}numIdMacAtCleanup")
    for number, num in enumerate(ours.iter(f"{W}num")):
        theirs.insert(behind + number, _list(deepcopy(num), definitions, nums))
    for style in styles.added:
        for ident in style.iter(f"{W}numId"):
            ident.set(f"{W}val", nums.get(ident.get(f"{W}val"), ident.get(f"{W}val")))
    on_paragraphs = {}
    for style in our_styles.iter(f"{W}style"):
        own, known = style.find(f"{W}pPr/{W}numPr"), style.get(f"{W}styleId")
        if own is not None and known in styles.kept and known not in counting:
            on_paragraphs[known] = own
    restarts = _restarts(theirs, ours, counting)
    return JoinedNumbering(theirs, nums, on_paragraphs, restarts)


def _shift(root: Element, name: str, attribute: str) -> int:
    """One more than the greatest identity that is taken."""
    return 1 + max((int(one.get(W + attribute)) for one in root.iter(W + name)), default=0)


def _counting(styles: JoinedStyles) -> dict[str, tuple[str, str]]:
    """The kept styles that count by themselves, by our identifier: their list and level."""
    found, named = {}, by_identifier(styles.root)
    for ident, style in styles.kept.items():
        number = said(style, named, "pPr/numPr/numId")
        if number is not None and number.get(f"{W}val") != "0":
            level = said(style, named, "pPr/numPr/ilvl")
            found[ident] = (number.get(f"{W}val"), level.get(f"{W}val") if level is not None else "0")
    return found


def _definition(definition: Element, shift: int, styles: JoinedStyles, theirs: Element) -> Element:
    """One of our definitions under its number here; it leaves alone styles that are theirs."""
    definition.set(f"{W}abstractNumId", str(int(definition.get(f"{W}abstractNumId")) + shift))
    taken = {one.get(f"{W}val") for one in theirs.iter(f"{W}nsid")}
    nsid = definition.find(f"{W}nsid")
    while nsid is not None and nsid.get(f"{W}val") in taken:
        nsid.set(f"{W}val", f"{int(nsid.get(f'{W}val'), 16) + 0x1000:08X}")
    for level in definition.iter(f"{W}lvl"):
        style = level.find(f"{W}pStyle")
        if style is not None and style.get(f"{W}val") in styles.kept:
            level.remove(style)
        elif style is not None:
            style.set(f"{W}val", styles.ids.get(style.get(f"{W}val"), style.get(f"{W}val")))
    return definition


def _list(num: Element, shift: int, nums: Mapping[str, str]) -> Element:
    num.set(f"{W}numId", nums[num.get(f"{W}numId")])
    definition = num.find(f"{W}abstractNumId")
    definition.set(f"{W}val", str(int(definition.get(f"{W}val")) + shift))
    return num


def _restarts(
    theirs: Element, ours: Element, counting: Mapping[str, tuple[str, str]]
) -> dict[tuple[str, str], tuple[str, str]]:
    """For each of our lists that begins anew, one of theirs that does, in the look of their style."""
    definition_of = {
        num.get(f"{W}numId"): num.find(f"{W}abstractNumId").get(f"{W}val") for num in theirs.iter(f"{W}num")
    }
    made: dict[tuple[str, str], tuple[str, str]] = {}
    styled = {
        (definition.get(f"{W}abstractNumId"), style.get(f"{W}val"))
        for definition in ours.iter(f"{W}abstractNum")
        for style in definition.iter(f"{W}pStyle")
    }
    for num in ours.iter(f"{W}num"):
        start = num.find(f"{W}lvlOverride/{W}startOverride")
        definition = num.find(f"{W}abstractNumId").get(f"{W}val")
        for ident, (their_list, level) in counting.items():
            if start is None or their_list not in definition_of or (definition, ident) not in styled:
                continue
            new = theirs.makeelement(f"{W}num")
            new.set(f"{W}numId", str(_shift(theirs, "num", "numId")))
            _child(new, "abstractNumId", val=definition_of[their_list])
            _child(_child(new, "lvlOverride", ilvl=level), "startOverride", val=start.get(f"{W}val"))
            theirs.insert(sum(1 for one in theirs if one.tag != f"{W}numIdMacAtCleanup"), new)
            made[num.get(f"{W}numId"), ident] = (new.get(f"{W}numId"), level)
    return made


def _child(parent: Element, name: str, **attributes: str) -> Element:
    child = parent.makeelement(W + name)
    for key, value in attributes.items():
        child.set(W + key, value)
    parent.append(child)
    return child
