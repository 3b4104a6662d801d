"""Selectors: the smallest piece of HTML that a selector fits."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any, TypeAlias

from cssselect2.parser import CombinedSelector

from communique.write.style.rules import Rule

Tree: TypeAlias = Any
"""A selector as cssselect2 parses it; it ships no types."""

INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
})  # fmt: skip
CHILD_OF = {
    "ol": "li",
    "ul": "li",
    "dl": "dt",
    "tr": "td",
    "tbody": "tr",
    "thead": "tr",
    "tfoot": "tr",
    "figure": "figcaption",
}
"""What an element without a tag is, by the element around it."""

PARENTS = {
    "li": ("ul",),
    "dt": ("dl",),
    "dd": ("dl",),
    "td": ("table", "tbody", "tr"),
    "th": ("table", "tbody", "tr"),
    "tr": ("table", "tbody"),
    "tbody": ("table",),
    "thead": ("table",),
    "tfoot": ("table",),
    "caption": ("table",),
    "figcaption": ("figure",),
}
"""The elements that must stand around an element, outermost first, for HTML to keep it where it is."""

SIBLINGS = frozenset({"+", "~"})


@dataclass(frozen=True, slots=True)
class Tag:
    """One element to be made: its name and its attributes."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)

    def opened(self, extra: str = "") -> str:
        """The start tag; `extra` is markup for further attributes."""
        written = "".join(f' {name}="{escape(value)}"' for name, value in self.attributes.items())
        return f"<{self.name}{written}{extra}>"


def usual_tags(rules: Iterable[Rule]) -> dict[str, str]:
    """The tag that the stylesheets themselves name beside a class: `h3.question`.

    A class that makes a character style or a note is a span; so is none of those around it.
    """
    tags: dict[str, str] = {}
    for rule in rules:
        inline = rule.value("--docx-type") == "character" or rule.value("float") == "footnote"
        for selector in rule.selectors:
            for place, compound in enumerate(_compounds(selector.parsed_tree)):
                tag, attributes = _simple(compound)
                for name in attributes.get("class", "").split():
                    if tag or (inline and place == 0):
                        tags.setdefault(name, tag or "span")
    return tags


def synthesise(selector: Tree, tags: Mapping[str, str]) -> tuple[Tag, ...]:
    """Elements, outermost first, that the selector fits; of sibling combinators the subject alone."""
    chain: list[Tag] = []
    for compound in _line(selector):
        name, attributes = _simple(compound)
        around = chain[-1].name if chain else ""
        hinted = (tags[word] for word in attributes.get("class", "").split() if word in tags)
        chain.append(Tag(name or next(hinted, "") or CHILD_OF.get(around, ""), attributes))
    named = [Tag(tag.name or ("div" if tag is not chain[-1] else "p"), tag.attributes) for tag in chain]
    return tuple(_placed(named))


def _line(tree: Tree) -> list[Tree]:
    """The compounds from the outermost ancestor to the subject."""
    line = []
    while isinstance(tree, CombinedSelector):
        line.append(tree.right)
        left = tree.left
        if tree.combinator in SIBLINGS:
            left = left.left if isinstance(left, CombinedSelector) else None
        tree = left
    return [compound for compound in (tree, *line[::-1]) if compound is not None]


def _placed(chain: list[Tag]) -> Iterator[Tag]:
    """The chain with the elements that HTML demands between and around its own."""
    around = "body"
    for tag in chain:
        needed = PARENTS.get(tag.name, ())
        kept = needed[needed.index(around) + 1 :] if around in needed else needed
        if around in {"ol", "ul"} and tag.name == "li":
            kept = ()
        if around in {"thead", "tfoot"} and tag.name in {"td", "th"}:
            kept = ("tr",)
        if tag.name in INLINE and around not in INLINE and around not in {"p", "td", "th", "li", *HEADINGS}:
            kept = ("p",)
        yield from map(Tag, kept)
        yield tag
        around = tag.name


HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def _simple(compound: Tree) -> tuple[str, dict[str, str]]:
    """The tag and the attributes that a compound selector asks for."""
    tag, attributes = "", dict[str, str]()
    for simple in compound.simple_selectors:
        match type(simple).__name__:
            case "LocalNameSelector":
                tag = simple.lower_local_name
            case "ClassSelector":
                attributes["class"] = f"{attributes.get('class', '')} {simple.class_name}".strip()
            case "IDSelector":
                attributes["id"] = simple.ident
            case "AttributeSelector" if simple.operator in {None, "=", "|=", "~=", "^=", "$=", "*="}:
                attributes[simple.name] = "#" if simple.operator is None else simple.value
            case "MatchesAnySelector" | "SpecificityAdjustmentSelector":
                inner_tag, inner = _simple(_line(simple.selector_list[0].parsed_tree)[-1])
                tag, attributes = tag or inner_tag, {**inner, **attributes}
    return tag, attributes


def _compounds(tree: Tree) -> Iterator[Tree]:
    """Every compound of a selector, the subject first, those of its siblings too."""
    while isinstance(tree, CombinedSelector):
        yield tree.right
        tree = tree.left
    yield tree
