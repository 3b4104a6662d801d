"""markdown-it, set up for the source dialect, and its tokens as a tree."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

from communique.read.markdown.inline import PlacedInline

DEEPEST_LEVEL = 60
"""Levels of tokens (a list makes two) after which nothing is parsed; blocks complain at 20 containers."""
DEEPEST_MARKS = 40
DEEPEST_TREE = 2 * DEEPEST_LEVEL
"""Levels after which a tree is cut off: deeper than all that is read, for `***...` the parser nests without end."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A token with what it encloses."""

    token: Token
    children: tuple["Tree", ...] = field(default=())

    @property
    def name(self) -> str:
        """What it is: "paragraph", "list_item", "inline" ..."""
        return self.token.type.removesuffix("_open")

    def lines(self) -> tuple[int, int]:
        """Its lines, counted from 0 in the text that was parsed, the last excluded."""
        first, last = self.token.map or [0, 0]
        return first, max(last, first + 1)


def parse_blocks(text: str) -> tuple[Tree, ...]:
    """The blocks of a text; the words inside are not yet looked at."""
    md = _block_parser()
    tokens = md.block.parse(text, md, {}, []) or []
    return tuple(_grown(iter(tokens)))


def parse_line(text: str) -> tuple[Tree, ...]:
    """The words and marks of a line."""
    md = _line_parser()
    return tuple(_grown(iter(md.inline.parse(text, md, {}, []))))


@cache
def _line_parser() -> MarkdownIt:
    """The marks inside a line; beyond the depth given here brackets count as text, which is an error."""
    md = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST_MARKS})
    md.inline = PlacedInline()
    return md


@cache
def _block_parser() -> MarkdownIt:
    """CommonMark less what fails open, with tables, definition lists and notes."""
    md = MarkdownIt("commonmark", {"html": False, "maxNesting": 10 * DEEPEST_LEVEL})
    md.enable("table")
    md.disable(["code", "lheading", "reference", "html_block", "html_inline"])
    md.use(deflist_plugin)
    md.block.ruler.before("reference", "footnote_def", _note, {"alt": ["paragraph"]})
    md.block.ruler.before("table", "depth", _stop_at_depth, {"alt": ["paragraph"]})
    return md


def _grown(tokens: Iterator[Token], depth: int = 1) -> Iterator[Tree]:
    for token in tokens:
        if token.nesting < 0:
            return
        yield Tree(token, _enclosed(tokens, depth) if token.nesting > 0 else ())


def _enclosed(tokens: Iterator[Token], depth: int) -> tuple[Tree, ...]:
    """What stands before the closing token; nothing of it where the tree is deep enough for the complaint."""
    if depth < DEEPEST_TREE:
        return tuple(_grown(tokens, depth + 1))
    opened = 1
    while opened:
        opened += next(tokens).nesting
    return ()


def _stop_at_depth(state: StateBlock, _start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    """Ends what is nested too deep; the tree stays deep enough for the complaint to be made."""
    if silent or state.level < DEEPEST_LEVEL:
        return False
    state.line = end
    return True


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    """The plugin's rule for a note as it is written, which leaves its lines unsaid."""
    count = len(state.tokens)
    if not footnote_def(state, start, end, silent):
        return False
    if not silent:
        state.tokens[count].map = [start, state.line]
    return True
