"""Words inside a line to tokens that know their place, with the marks of our own.

markdown-it gives inline tokens no position. Here each rule's new tokens get the stretch that the rule
read, `token.meta["at"]`; text that waits to become a token remembers where it began.
"""

import re
from collections.abc import Callable
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

LOOKUP = re.compile(r"\{\{[ \t]*([A-Za-z_][A-Za-z0-9_]*)[ \t]*\}\}")
BROKEN_LOOKUP = re.compile(r"\{\{[^{}\n]*(?:\}\}?)?")
TEMPLATE_CODE = re.compile(r"\{%[^%\n]*(?:%\})?|\{#(?![A-Za-z])[^#\n]*(?:#\})?|\{#[^#}\n]*#\}")
NOTE = re.compile(r"\[\^([^\]\[\s^]+)\]")
BRACES = re.compile(r"\{[^{}]*\}")
PLACED = ("newline", "escape", "backticks", "emphasis", "link", "image", "autolink", "entity")
Rule = Callable[[StateInline, bool], bool]
At = tuple[int, int]


class PlacedState(StateInline):
    """The state of the parser, with the place of all that it has read."""

    began = 0

    def append_pending(self, text: str) -> None:
        """Remember where waiting text begins."""
        if not self.pending:
            self.began = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - the parser's name
        """Place the text that waited."""
        token = super().pushPending()
        token.meta["at"] = (self.began, self.began + len(token.content))
        return token

    def mark(self, kind: str, start: int, end: int, nesting: Literal[-1, 0, 1] = 0, **meta: Any) -> None:  # noqa: ANN401 - as in markdown-it
        """Push a token of our own."""
        self.push(kind, "", nesting).meta.update(meta, at=(start, end))


class PlacedInline(ParserInline):
    """The rules for a line, each giving its tokens their place."""

    def __init__(self) -> None:
        super().__init__()
        for name in PLACED:
            self.ruler.at(name, _placed(_rule_named(self, name)))
        for name, rule in (("note", _note), ("span", _span)):
            self.ruler.before("link", name, rule)
        self.ruler.after("entity", "braces", _braces)
        self.ruler.enableOnly(["text", *PLACED, "note", "span", "braces"])
        self.ruler2.enableOnly(["balance_pairs", "emphasis"])

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:  # noqa: ANN401 - as in markdown-it
        """The tokens of a line."""
        state = PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _rule_named(parser: ParserInline, name: str) -> Rule:
    return next(rule.fn for rule in parser.ruler.__rules__ if rule.name == name)


def _placed(rule: Rule) -> Rule:
    def run(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        fresh = [token for token in state.tokens[count:] if "at" not in token.meta]
        singles = [token for token in fresh if token.type == "text" and token.content in {"*", "_"}]
        for order, token in enumerate(fresh):
            if singles == fresh:
                token.meta["at"] = (start + order, start + order + 1)
            else:
                inner = 1 if token.type == "text" else 0  # an address between < and >
                token.meta["at"] = (start + inner, state.pos - inner)
        return True

    return run


def _note(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    """`[^label]`: the call of a note."""
    match = NOTE.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        _state(state).mark("note", match.start(), match.end(), label=match[1])
    state.pos = match.end()
    return True


def _span(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    """`[words]{attributes}`."""
    start, most = state.pos, state.posMax
    if state.src[start] != "[":
        return False
    label_end = state.md.helpers.parseLinkLabel(state, start)
    braces = BRACES.match(state.src, label_end + 1, most) if label_end >= 0 else None
    if not braces:
        return False
    if not silent:
        end = braces.end()
        state.pos, state.posMax = start + 1, label_end
        _state(state).mark("span_open", start, end, 1, braces=braces.span())
        state.md.inline.tokenize(state)
        _state(state).mark("span_close", start, end, -1)
        state.posMax = most
    state.pos = braces.end()
    return True


def _braces(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    """`{{ name }}`, attributes right behind a picture, and braces that no content may hold."""
    start, most = state.pos, state.posMax
    if state.src[start] != "{":
        return False
    for kind, pattern in (("fact", LOOKUP), ("broken_lookup", BROKEN_LOOKUP), ("template_code", TEMPLATE_CODE)):
        if match := pattern.match(state.src, start, most):
            if not silent:
                name = match[1] if kind == "fact" else match[0]
                _state(state).mark(kind, start, match.end(), name=name)
            state.pos = match.end()
            return True
    last = state.tokens[-1] if state.tokens and not state.pending else None
    match = BRACES.match(state.src, start, most)
    if silent or not match or last is None or last.type != "image" or last.meta["at"][1] != start:
        return False
    last.meta["braces"] = match.span()
    last.meta["at"] = (last.meta["at"][0], match.end())
    state.pos = match.end()
    return True


def _state(state: StateInline) -> PlacedState:
    assert isinstance(state, PlacedState)  # noqa: S101 - PlacedInline makes no other
    return state
