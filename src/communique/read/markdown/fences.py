"""Fences of colons: where a marked block begins and ends.

    ::: name "title" {attributes}
    words
    :::

They are found before anything else is read, line by line and by a stack of openers, so that no list,
quotation or listing can swallow one, and none can close another. A fence stands at the beginning of
its line and has three colons; whatever is nearly one is an error.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.diagnostics.codes import markup as codes
from communique.diagnostics.diagnostic import Diagnostic, Related
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.span import Source, Span
from communique.read.markdown.columns import LINE_END, Stretch

BLOCKS = (
    "point",
    "question",
    "pressed",
    "background",
    "objective",
    "cue",
    "written",
    "passage",
    "salutation",
    "closing",
)
COLONS = ":\uff1a\u2236\ufe30\ufe55\ua789\u02d0\u0589"
"""The colon and what looks like one."""
LIKE_FENCE = re.compile(rf"(?P<lead>(?:[ \t>]|[-+*][ \t]|\d{{1,9}}[.)][ \t])*)(?P<colons>[{COLONS}]{{2,}})(?P<rest>.*)")
OPENING = re.compile(
    r"""[ \t]+(?P<name>[^\s"{}]+)
        (?:[ \t]+"(?P<title>(?:[^"\\]|\\.)*)")?
        (?:[ \t]+(?P<braces>\{[^{}]*\}))?[ \t]*""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Opener:
    """The opening line of a marked block."""

    name: str
    span: Span
    title: Stretch | None = None
    braces: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines that belong together: a marked block's, or those between two. Counted from 1, `end` excluded."""

    begin: int
    end: int
    opener: Opener | None = None


def segments(source: Source, first: int, found: list[Diagnostic]) -> Iterator[Segment]:
    """The text from line `first` on, cut at its fences; what is wrong with them goes to `found`."""
    stack: list[Opener] = []
    begin = first
    last = len(source.lines) + 1
    for number in range(first, last):
        fence = LIKE_FENCE.match(source.lines[number - 1].rstrip(LINE_END))
        if not fence:
            continue
        outermost = stack[0] if stack else None
        _turn(stack, fence, source, number, found)
        if (stack[0] if stack else None) is not outermost:
            yield Segment(begin, number, outermost)
            begin = number + 1
        elif outermost is None:
            yield Segment(begin, number)
            begin = number + 1
    for opener in stack:
        message = f'the block "{opener.name}" is not closed'
        found.append(codes.UNCLOSED_FENCE.at(opener.span, message, "close it with a line of three colons"))
    yield Segment(begin, last, stack[0] if stack else None)


def _turn(stack: list[Opener], fence: re.Match[str], source: Source, number: int, found: list[Diagnostic]) -> None:
    """Open or close a block; a fence that is nearly right counts as what it seems to be, and is reported."""
    offset = source.offset(number, 1)
    span = source.span(offset + fence.start("colons"), offset + len(fence[0].rstrip()))
    if fault := _fault(fence, span):
        found.append(fault)
    if fence["rest"].strip():
        opener = _opener(fence, source, offset, span, found if not fault else [])
        if stack:
            outer = Related(stack[-1].span, "inside this one")
            message = f'the block "{opener.name}" stands inside another'
            found.append(codes.NESTED_BLOCK.at(span, message, "close the outer block first", (outer,)))
        stack.append(opener)
    elif stack:
        stack.pop()
    elif not fault:
        found.append(codes.SURPLUS_FENCE.at(span, "this line closes nothing", "look for the line that should open it"))


def _fault(fence: re.Match[str], span: Span) -> Diagnostic | None:
    if fence["lead"]:
        return codes.INDENTED_FENCE.at(span, "a fence stands at the beginning of its line", "move it there")
    if fence["colons"] != ":::":
        advice = "write three of them, as on an English keyboard"
        return codes.MALFORMED_FENCE.at(span, "a fence has three plain colons", advice)
    if fence["rest"].strip() and not OPENING.fullmatch(fence["rest"]):
        return codes.MALFORMED_FENCE.at(span, "this opens no block", 'write ::: name "title" {attributes}')
    return None


def _opener(fence: re.Match[str], source: Source, offset: int, span: Span, found: list[Diagnostic]) -> Opener:
    match = OPENING.fullmatch(fence["rest"])
    if not match:
        words = fence["rest"].split()
        return Opener(words[0] if words else "", span)
    start = offset + fence.start("rest")
    if match["name"] not in BLOCKS:
        place = source.span(start + match.start("name"), start + match.end("name"))
        advice = did_you_mean(match["name"], BLOCKS) or f"known are {', '.join(BLOCKS)}"
        found.append(codes.UNKNOWN_BLOCK.at(place, f'unknown block "{match["name"]}"', advice))

    def part(name: str) -> Stretch | None:
        return None if match[name] is None else Stretch(source, match[name], ((0, start + match.start(name)),))

    return Opener(match["name"], span, part("title"), part("braces"))
