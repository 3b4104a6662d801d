"""The font families that stylesheets ask for, read from their declarations without laying anything out."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, product
from typing import Any

import tinycss2

Token = Any
"""A node of tinycss2, which ships no types."""

GENERIC = frozenset({
    "serif", "sans-serif", "monospace", "cursive", "fantasy", "math", "emoji", "fangsong",
    "system-ui", "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded",
    "inherit", "initial", "unset", "revert", "revert-layer",
})  # fmt: skip
SIZES = frozenset({
    "xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large", "smaller", "larger",
})  # fmt: skip
GROUPS = frozenset({"media", "supports", "layer", "container", "scope"})
"""At-rules that hold rules; all others hold declarations."""


def families(css: str) -> tuple[str, ...]:
    """Every family the machine is asked for, each once, in the order of the stylesheet."""
    return tuple(dict.fromkeys(family for stack in stacks(css) for family in stack))


def stacks(css: str) -> tuple[tuple[str, ...], ...]:
    """Each list of families that stands for one another, without the generic ones.

    Left out are families that the stylesheet brings itself (`@font-face`) and what is said for Word
    alone (`@media docx`): Word looks for those on the reader's machine.
    """
    declarations = list(_declarations(tinycss2.parse_stylesheet(css, skip_comments=True)))
    variables: dict[str, list[list[Token]]] = {}
    for _, declaration in declarations:
        if declaration.name.startswith("--"):
            variables.setdefault(declaration.name, []).append(declaration.value)
    brought = {
        name
        for rule, declaration in declarations
        if rule == "font-face" and declaration.lower_name == "font-family"
        for name in _names(declaration.value)
    }
    asked = (
        tuple(name for name in _names(_after_size(value) if declaration.lower_name == "font" else value))
        for rule, declaration in declarations
        if rule != "font-face" and declaration.lower_name in {"font", "font-family"}
        for value in _filled(declaration.value, variables)
    )
    wanted = (tuple(n for n in names if n not in brought and n.lower() not in GENERIC) for names in asked)
    return tuple(dict.fromkeys(stack for stack in wanted if stack))


def _declarations(nodes: Sequence[Token], rule: str = "") -> Iterator[tuple[str, Token]]:
    """Every declaration with the name of the at-rule it stands in, however deep."""
    for node in nodes:
        if node.type == "declaration":
            yield rule, node
        elif node.type == "qualified-rule":
            yield from _declarations(tinycss2.parse_blocks_contents(node.content), rule)
        elif node.type == "at-rule" and node.content is not None and not _for_word_alone(node):
            held = node.lower_at_keyword
            parse = tinycss2.parse_rule_list if held in GROUPS else tinycss2.parse_blocks_contents
            yield from _declarations(parse(node.content), held)


def _for_word_alone(rule: Token) -> bool:
    """True for `@media docx`."""
    words = [token.lower_value for token in rule.prelude if token.type == "ident"]
    return rule.lower_at_keyword == "media" and words == ["docx"]


def _filled(
    value: Sequence[Token], variables: Mapping[str, list[list[Token]]], within: frozenset[str] = frozenset()
) -> list[list[Token]]:
    """The value with its `var()` filled in: once for each way its variables are set anywhere."""
    ways: list[list[list[Token]]] = []
    for token in value:
        if token.type == "function" and token.lower_name == "var":
            name, fallback = _parted(token.arguments)
            known = [] if name in within else variables.get(name, [])
            inner = within | {name}
            ways.append([way for tokens in known or [fallback] for way in _filled(tokens, variables, inner)])
        else:
            ways.append([[token]])
    return [[token for piece in way for token in piece] for way in product(*ways)]


def _parted(arguments: Sequence[Token]) -> tuple[str, list[Token]]:
    """The name in `var(--name, fallback)`, and the fallback."""
    name = next((token.value for token in arguments if token.type == "ident"), "")
    comma = next((at for at, node in enumerate(arguments) if node == ","), None)
    return name, [] if comma is None else list(arguments[comma + 1 :])


def _after_size(value: Sequence[Token]) -> list[Token]:
    """What stands behind size and line height in the shorthand `font`: the families; none in `font: caption`."""
    last = max((at for at, token in enumerate(value) if _measures(token)), default=len(value))
    return list(value[last + 1 :])


def _measures(token: Token) -> bool:
    if token.type == "ident":
        return token.lower_value in SIZES
    return token.type in {"dimension", "percentage", "number", "function"}


def _names(value: Sequence[Token]) -> list[str]:
    """The family names between the commas: a string, or words joined by one space."""
    pieces = [list(tokens) for comma, tokens in groupby(value, lambda node: node == ",") if not comma]
    words = ([token.value for token in piece if token.type in {"ident", "string"}] for piece in pieces)
    return [" ".join(piece) for piece in words if piece]
