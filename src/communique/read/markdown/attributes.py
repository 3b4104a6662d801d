"""Attributes in braces: a closed list, each at its place, each once.

{#id .mark key=value key="some words" decorative}
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from communique.diagnostics.codes import markup as codes
from communique.diagnostics.codes.read import BAD_LANGUAGE
from communique.diagnostics.diagnostic import Diagnostic, Related
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.span import Span
from communique.read.fields import LANGUAGE_TAG, tag
from communique.read.markdown.columns import Stretch

KNOWN = ("audience", "use", "for", "seen", "lang", "say", "abbr", "decorative")
ID, MARK = "#", "."
ITEM = re.compile(
    r"""(?P<sign>[#.])(?P<word>[^\s{}="#]+)
      | (?P<key>[A-Za-z][A-Za-z0-9_-]*)(?:=(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s"{}=]+)))?""",
    re.VERBOSE,
)
SPACE = re.compile(r"\s*")
CURLY = "“”„‟«»‘’'"


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute; `name` is "#" for an id and "." for a mark. `value` is None for a bare word."""

    name: str
    value: str | None
    span: Span

    def __str__(self) -> str:
        return f"{self.name}{self.value}" if self.name in {ID, MARK} else self.name


@dataclass(frozen=True, slots=True)
class Attributes:
    """The attributes of one pair of braces, in order."""

    items: tuple[Attribute, ...] = ()

    def get(self, name: str) -> Attribute | None:
        """The attribute of a name."""
        return next((item for item in self.items if item.name == name), None)

    def value(self, name: str) -> str | None:
        """The value of an attribute, if it is there."""
        item = self.get(name)
        return item.value if item else None


def read_attributes(braces: Stretch, allowed: Iterable[str], where: str, found: list[Diagnostic]) -> Attributes:
    """What stands between braces, those included; `where` says what the attributes belong to."""
    items = _items(braces, found)
    kept: dict[str, Attribute] = {}
    for item in items:
        if fault := _fault(item, tuple(allowed), where):
            found.append(fault)
        elif item.name in kept:
            first = Related(kept[item.name].span, "it stands here first")
            message = f"{item} stands twice" if item.name == MARK else f"{item.name} stands twice"
            found.append(codes.DOUBLED_ATTRIBUTE.at(item.span, message, "keep one of the two", (first,)))
        else:
            kept[item.name] = item
    return Attributes(tuple(kept.values()))


def language(attributes: Attributes, found: list[Diagnostic]) -> str | None:
    """The tag in `lang`."""
    item = attributes.get("lang")
    if item is None or item.value is None:
        return None
    if not LANGUAGE_TAG.fullmatch(item.value):
        found.append(
            BAD_LANGUAGE.at(item.span, f'"{item.value}" is not a language tag', "write en, fr, pt-BR, zh-Hant")
        )
        return None
    return tag(item.value)


def _items(braces: Stretch, found: list[Diagnostic]) -> list[Attribute]:
    text = braces.text
    items: list[Attribute] = []
    at, end = 1, len(text) - 1
    while (at := SPACE.match(text, at).end()) < end:  # type: ignore[union-attr] # it always matches
        match = ITEM.match(text, at, end)
        if not match or not (match.end() == end or text[match.end()].isspace()):
            found.append(_malformed(braces, at, end))
            return items
        if (match["bare"] or "")[:1] in CURLY and match["bare"]:
            found.append(_curly(braces, match))
        items.append(_attribute(braces, match))
        at = match.end()
    if not items:
        place = braces.span(0, len(text))
        found.append(codes.MALFORMED_ATTRIBUTES.at(place, "these braces are empty", r"take them away, or write \{ \}"))
    return items


def _attribute(braces: Stretch, match: re.Match[str]) -> Attribute:
    span = braces.span(*match.span())
    if match["sign"]:
        return Attribute(match["sign"], match["word"], span)
    quoted = match["quoted"]
    value = match["bare"] if quoted is None else " ".join(re.sub(r"\\(.)", r"\1", quoted, flags=re.DOTALL).split())
    return Attribute(match["key"], value, span)


def _malformed(braces: Stretch, at: int, end: int) -> Diagnostic:
    stop = next((i for i in range(at, end) if braces.text[i].isspace()), end)
    message = f'"{braces.text[at:stop]}" is not an attribute'
    advice = 'write key=value or key="several words", parted by spaces'
    return codes.MALFORMED_ATTRIBUTES.at(braces.span(at, stop), message, advice)


def _curly(braces: Stretch, match: re.Match[str]) -> Diagnostic:
    message = "the quotation marks of this value are not straight"
    return codes.MALFORMED_ATTRIBUTES.at(braces.span(*match.span("bare")), message, 'write key="several words"')


def _fault(item: Attribute, allowed: tuple[str, ...], where: str) -> Diagnostic | None:
    if item.name not in {ID, MARK, *KNOWN}:
        advice = did_you_mean(item.name, KNOWN) or f"known are {', '.join(KNOWN)}"
        return codes.UNKNOWN_ATTRIBUTE.at(item.span, f'unknown attribute "{item.name}"', advice)
    if item.name not in allowed:
        return codes.MISPLACED_ATTRIBUTE.at(item.span, f'"{item}" has no place {where}', _place_for(item, allowed))
    bare = item.name == "decorative"
    if bare != (item.value is None) or item.value == "":
        message = f'"{item.name}" takes no value' if bare else f'"{item.name}" has no value'
        return codes.MALFORMED_ATTRIBUTES.at(item.span, message, f"write {item.name if bare else item.name + '=...'}")
    return None


def _place_for(item: Attribute, allowed: tuple[str, ...]) -> str:
    if item.name == "audience":
        return "put what is not for the public into a block of its own: ::: passage {audience=delegation}"
    if item.name == ID:
        return "an id stands at the end of a paragraph or heading, a space before it"
    names = [name for name in allowed if name not in {ID, MARK}]
    return f"what may stand here: {', '.join(names)}" if names else "take it away"
