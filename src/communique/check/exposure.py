"""What was perhaps not meant for the page: blocks public by their own mark, tags and fences that mark nothing."""

import re
from collections.abc import Iterator

from communique.check.line import Line
from communique.check.reading import Reading
from communique.diagnostics.codes.exposure import MARKUP_AS_WORDS, PUBLISHED_ASIDE
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Span
from communique.model.audience import Audience
from communique.model.block import ASIDES, CueBlock
from communique.model.inline import Code

TAGS = (
    "a|abbr|address|article|aside|b|big|blockquote|body|br|center|code|dd|del|div|dl|dt|em|figure|font|footer|h[1-6]|head"
    "|header|hr|html|i|iframe|img|ins|kbd|li|link|main|mark|meta|nav|o:p|object|ol|p|pre|q|s|script|section|small|span"
    "|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|title|tr|tt|u|ul|video"
)
"""The elements of HTML that people type or paste; other words between < and > are words."""

TAG = re.compile(rf"</?(?:{TAGS})(?:\s[^<>]{{0,500}})?/?>", re.IGNORECASE)
NEAR_FENCE = re.compile(r"(?<!\S):(?:[ \t\u00a0]{1,3}:){1,2}(?!\S)")


def published_asides(reading: Reading) -> Iterator[Diagnostic]:
    """A block for the delegation or the speaker that its own mark makes public."""
    for block in reading.blocks:
        if isinstance(block, (*ASIDES, CueBlock)) and block.audience is Audience.PUBLIC:
            what = "cue" if isinstance(block, CueBlock) else block.name
            message = f"this {what} is marked as public: papers for everybody may print it"
            yield PUBLISHED_ASIDE.at(block.span, message, "take audience=public away, if it was not meant")


def markup_as_words(reading: Reading) -> Iterator[Diagnostic]:
    """A tag of HTML, or a fence with spaces in it; what is escaped or between backticks is meant."""
    for line in reading.lines:
        for match in TAG.finditer(line.text):
            place = line.span(*match.span())
            if not _is_code(line, *match.span()) and _is_typed(reading, place):
                message = f"{match[0][:40]} is printed as it stands: HTML marks nothing here"
                yield MARKUP_AS_WORDS.at(place, message, r"use *words* and **words**; the sign itself is \<")
        for match in NEAR_FENCE.finditer(line.text):
            if not _is_code(line, *match.span()):
                message = f'"{match[0]}" opens and closes no block, and is printed'
                yield MARKUP_AS_WORDS.at(line.span(*match.span()), message, "a fence is ::: without spaces between")


def _is_code(line: Line, start: int, end: int) -> bool:
    return any(isinstance(piece.node, Code) for piece in line.pieces_of(start, end))


def _is_typed(reading: Reading, place: Span | None) -> bool:
    r"""True for a tag that stands so in the source: not as `\<b>`, and not as `&lt;b>`."""
    source = reading.sources.get(place.path) if place else None
    if place is None or source is None:
        return True
    at = source.offset(place.line, place.column)
    return source.text[at : at + 1] == "<" and source.text[max(at - 1, 0) : at] != "\\"
