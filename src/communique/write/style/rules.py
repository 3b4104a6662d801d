"""Rules: what a stylesheet says for Word, with the place where it is said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import tinycss2
from cssselect2 import SelectorError, compile_selector_list
from cssselect2 import parser as selector_parser

from communique.diagnostics.span import Source, Span

MEDIA = frozenset({"docx", "all"})
"""The media that mean us; a rule for `print` is meant for paper alone."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """One `name: value` of a rule; the value as tinycss2's tokens, and as text without its quotes."""

    name: str
    tokens: tuple[Any, ...]
    span: Span

    @property
    def text(self) -> str:
        """The value as text: strings without quotation marks, spaces as written."""
        return "".join(t.value if t.type in {"string", "ident"} else t.serialize() for t in self.tokens).strip()


@dataclass(frozen=True, slots=True)
class Rule:
    """A style rule: its selectors as cssselect2 parses them, and its declarations. `layered`: it yields."""

    prelude: tuple[Any, ...]
    selectors: tuple[Any, ...]
    declarations: tuple[Declaration, ...]
    layered: bool

    def compiled(self) -> tuple[Any, ...]:
        """The selectors in the form that elements can be held against."""
        return tuple(compile_selector_list(self.prelude)) if self.selectors else ()

    def value(self, name: str) -> str | None:
        """The text of a declaration, when the rule has it."""
        return next((declared.text for declared in self.declarations if declared.name == name), None)


def rules(sources: Sequence[Source]) -> Iterator[Rule]:
    """Every style rule that holds for Word, in the order of the stylesheets."""
    for source in sources:
        yield from _rules_of(source)


@lru_cache(maxsize=64)
def _rules_of(source: Source) -> tuple[Rule, ...]:
    """The rules of one stylesheet, read once for all papers of its theme."""
    parsed = tinycss2.parse_stylesheet(source.text, skip_comments=True, skip_whitespace=True)
    return tuple(_rules(parsed, source, layered=False))


def page_boxes(sources: Sequence[Source]) -> Iterator[tuple[str, Span]]:
    """Every margin box that a rule for pages fills (css-page-3, 5), by its name and place."""
    for source in sources:
        yield from _page_boxes_of(source)


@lru_cache(maxsize=64)
def _page_boxes_of(source: Source) -> tuple[tuple[str, Span], ...]:
    parsed = tinycss2.parse_stylesheet(source.text, skip_comments=True, skip_whitespace=True)
    return tuple(_filled_boxes(parsed, source))


def _filled_boxes(parsed: Sequence[Any], source: Source) -> Iterator[tuple[str, Span]]:
    for rule in _page_rules(parsed):
        for box in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
            if box.type == "at-rule" and box.content is not None:
                said = {d.name: d.text for d in _declarations(box.content, source)}
                if said.get("content", "none") not in {"none", "normal"}:
                    start = source.offset(box.source_line, box.source_column)
                    yield box.lower_at_keyword, source.span(start, start + 1 + len(box.at_keyword))


def _page_rules(nodes: Sequence[Any]) -> Iterator[Any]:
    for node in nodes:
        if node.type != "at-rule" or node.content is None:
            continue
        if node.lower_at_keyword == "page":
            yield node
        elif _holds(node):
            yield from _page_rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))


def _rules(nodes: Sequence[Any], source: Source, *, layered: bool) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "at-rule" and node.content is not None and _holds(node):
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from _rules(inner, source, layered=layered or node.lower_at_keyword == "layer")
        elif node.type == "qualified-rule":
            yield Rule(
                tuple(node.prelude), _selectors(node.prelude), tuple(_declarations(node.content, source)), layered
            )


def _holds(rule: Any) -> bool:  # noqa: ANN401 - tinycss2 ships no types
    """True for a layer, and for media that mean Word."""
    if rule.lower_at_keyword != "media":
        return bool(rule.lower_at_keyword == "layer")
    return any(token.type == "ident" and token.lower_value in MEDIA for token in rule.prelude)


def _selectors(prelude: Sequence[Any]) -> tuple[Any, ...]:
    try:
        return tuple(selector_parser.parse(prelude))
    except SelectorError:
        return ()  # WeasyPrint has said so already


def _declarations(content: Sequence[Any], source: Source) -> Iterator[Declaration]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            start = source.offset(node.source_line, node.source_column)
            value = "".join(token.serialize() for token in node.value)
            end = start + len(node.name) + 1 + len(value)
            name = node.name if node.name.startswith("--") else node.lower_name
            yield Declaration(name, tuple(node.value), source.span(start, min(end, len(source.text))))
