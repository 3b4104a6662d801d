"""Styles joined: the letterhead's own win by name, ours come where it has none (ECMA-376-1, 17.7)."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from communique.write.letterhead.package import Element, W
from communique.write.letterhead.style_names import exact, usual

Key = tuple[str, str]
"""What a style is (paragraph, character, table, numbering), and its name in small letters."""

LATER = frozenset(f"{W}{name}" for name in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
"""What stands behind `w:pPr` in a style (17.7.4.17)."""

REFERENCES = ("basedOn", "next", "link")


@dataclass(frozen=True, slots=True)
class JoinedStyles:
    """The styles of both.

    `root`: the joined part. `ids`: our identifiers to those in it. `kept`: ours whose place theirs
    took, by our identifier, each with their definition. `added`: ours that were put in.
    """

    root: Element
    ids: Mapping[str, str]
    kept: Mapping[str, Element] = field(default_factory=dict)
    added: tuple[Element, ...] = ()


def join_styles(theirs: Element, ours: Element) -> JoinedStyles:
    """Their part with what of ours it lacks; `theirs` is changed."""
    known = _by_name(theirs)
    taken = {style.get(f"{W}styleId") for style in theirs.iter(f"{W}style")}
    defaults = {
        kind_of(style): style for style in theirs.iter(f"{W}style") if style.get(f"{W}default") in {"1", "true", "on"}
    }
    ids: dict[str, str] = {}
    kept: dict[str, Element] = {}
    added: list[Element] = []
    for style in ours.iter(f"{W}style"):
        ident, kind = style.get(f"{W}styleId"), kind_of(style)
        names = ((kind, exact(name_of(style))), (kind, usual(name_of(style))))
        found = next((known[name] for name in names if name in known), None)
        if found is None and style.get(f"{W}default"):
            found = defaults.get(kind)
        if found is not None:
            kept[ident], ids[ident] = found, found.get(f"{W}styleId")
            _known_to_word(found, style)
        else:
            ids[ident] = _free(ident, taken)
            taken.add(ids[ident])
            added.append(deepcopy(style))
    for style in added:
        _point_anew(style, ids)
        theirs.append(style)
    _take_language(theirs, ours)
    return JoinedStyles(theirs, ids, kept, tuple(added))


def name_of(style: Element) -> str:
    """The name of a style."""
    name = style.find(f"{W}name")
    return (name.get(f"{W}val") if name is not None else None) or ""


def kind_of(style: Element) -> str:
    """What a style is for: paragraph unless it says otherwise (17.7.4.17)."""
    return style.get(f"{W}type") or "paragraph"


def by_identifier(root: Element) -> dict[str, Element]:
    """The styles of a part by their identifiers."""
    return {style.get(f"{W}styleId") or "": style for style in root.iter(f"{W}style")}


def line_of(style: Element, named: Mapping[str, Element]) -> Iterator[Element]:
    """A style and those that it is based on, the nearest first."""
    seen: set[str] = set()
    current: Element | None = style
    while current is not None and current.get(f"{W}styleId") not in seen:
        seen.add(current.get(f"{W}styleId"))
        yield current
        based = current.find(f"{W}basedOn")
        current = named.get(based.get(f"{W}val")) if based is not None else None


def said(style: Element, named: Mapping[str, Element], path: str) -> Element | None:
    """What a style says at a path, or the nearest it is based on."""
    steps = "/".join(W + step for step in path.split("/"))
    return next((found for one in line_of(style, named) if (found := one.find(steps)) is not None), None)


def _by_name(styles: Element) -> dict[Key, Element]:
    """The styles by exact name, then by alias, then by the name that another language or program gives them."""
    known: dict[Key, Element] = {}
    every = list(styles.iter(f"{W}style"))
    for style in every:
        known.setdefault((kind_of(style), exact(name_of(style))), style)
    for style in every:
        aliases = style.find(f"{W}aliases")
        for alias in (aliases.get(f"{W}val") or "").split(",") if aliases is not None else ():
            known.setdefault((kind_of(style), exact(alias)), style)
    for style in every:
        known.setdefault((kind_of(style), usual(name_of(style))), style)
    return known


def _known_to_word(theirs: Element, ours: Element) -> None:
    """Let Word know a style of its own: by the name that its format has, or a heading by its outline level."""
    name = name_of(ours)
    if ours.get(f"{W}customStyle") is None and usual(name_of(theirs)) == exact(name):
        theirs.find(f"{W}name").set(f"{W}val", name)
        theirs.attrib.pop(f"{W}customStyle", None)
    elif re.fullmatch(r"heading [1-9]", exact(name)) and theirs.find(f"{W}pPr/{W}outlineLvl") is None:
        properties = theirs.find(f"{W}pPr")
        if properties is None:
            properties = theirs.makeelement(f"{W}pPr")
            theirs.insert(sum(1 for one in theirs if one.tag not in LATER), properties)
        level = properties.makeelement(f"{W}outlineLvl")
        level.set(f"{W}val", str(int(name[-1]) - 1))
        properties.append(level)


def _free(ident: str, taken: set[str]) -> str:
    names = (ident, *(f"{ident}{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def _point_anew(style: Element, ids: Mapping[str, str]) -> None:
    """Give an added style its identifier here, and what it refers to."""
    style.set(f"{W}styleId", ids[style.get(f"{W}styleId")])
    style.attrib.pop(f"{W}default", None)
    for reference in (style.find(W + name) for name in REFERENCES):
        if reference is not None:
            reference.set(f"{W}val", ids.get(reference.get(f"{W}val"), reference.get(f"{W}val")))


def _take_language(theirs: Element, ours: Element) -> None:
    """The language of the document is that of our words; their styles do not say another."""
    for language in list(theirs.iterfind(f"{W}style/{W}rPr/{W}lang")):
        language.getparent().remove(language)
    wanted = ours.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if wanted is None:
        return
    properties = _default_run(theirs)
    for old in properties.findall(f"{W}lang"):
        properties.remove(old)
    later = [one for one in properties if one.tag in {f"{W}eastAsianLayout", f"{W}specVanish", f"{W}oMath"}]
    properties.insert(properties.index(later[0]) if later else len(properties), deepcopy(wanted))


def _default_run(styles: Element) -> Element:
    """`w:docDefaults/w:rPrDefault/w:rPr`, made where it is not there."""
    element = styles
    for at, name in ((0, "docDefaults"), (0, "rPrDefault"), (0, "rPr")):
        found = element.find(W + name)
        if found is None:
            found = element.makeelement(W + name)
            element.insert(at, found)
        element = found
    return element
