"""A Markdown text to its blocks: cut at the fences, parsed part by part, then read.

Two passes: a note may be called before it is written, so all parts are parsed before any is read.
"""

import re
from dataclasses import dataclass

from communique.diagnostics.codes import markup as codes
from communique.diagnostics.codes.read import FRONT_MATTER
from communique.diagnostics.span import Source
from communique.model.audience import Audience
from communique.model.block import Block, Question
from communique.read.forms import FrontMatter
from communique.read.markdown import notes
from communique.read.markdown.blocks import Frame, read_blocks
from communique.read.markdown.columns import LINE_END
from communique.read.markdown.fences import LIKE_FENCE, Segment, segments
from communique.read.markdown.marked_blocks import (
    SORTS,
    UNKNOWN,
    attributes_of,
    audience_of,
    block_of,
    head_of,
    with_pressed,
)
from communique.read.markdown.parser import Tree, parse_blocks
from communique.read.markdown.reading import Reading

KEY_LINE = re.compile(rf"(?:{'|'.join(FrontMatter.model_fields)}):(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Part:
    """A segment, parsed; `number` counts marked blocks from 1 and is 0 for the text between them."""

    segment: Segment
    trees: tuple[Tree, ...]
    number: int


def read_speech(reading: Reading, first_line: int) -> tuple[Block, ...]:
    """The blocks of a speech, from a line on."""
    _stray_front_matter(reading, first_line)
    return _read(reading, first_line, brief=False)


def read_brief(reading: Reading, first_line: int) -> tuple[Block, ...]:
    """The blocks of a brief, which holds marked blocks only."""
    return _read(reading, first_line, brief=True)


def _read(reading: Reading, first_line: int, *, brief: bool) -> tuple[Block, ...]:
    parts = _parsed(reading, first_line)
    blocks: list[Block] = []
    previous: Segment | None = None
    for part in parts:
        opener = part.segment.opener
        if opener is None:
            if brief:
                _refuse_unmarked(reading, part)
            else:
                blocks += read_blocks(reading, part.trees, Frame(part.segment.begin))
            if part.trees:
                previous = None
            continue
        _check_place(reading, part, previous, brief=brief)
        _add(reading, blocks, part, follows=previous is not None and previous.opener is not None)
        previous = part.segment
    notes.unused(reading)
    return tuple(blocks)


def _parsed(reading: Reading, first_line: int) -> list[Part]:
    parts = []
    for number, segment in enumerate(segments(reading.source, first_line, reading.found), 1):
        block = number if segment.opener else 0
        trees = parse_blocks(_text_of(reading.source, segment))
        trees = notes.take_up(reading, trees, segment.begin, block)
        parts.append(Part(segment, trees, block))
    return parts


def _text_of(source: Source, segment: Segment) -> str:
    """The lines of a segment as the parser wants them; fences inside it are reported already."""
    lines = [line.rstrip(LINE_END) for line in source.lines[segment.begin - 1 : segment.end - 1]]
    return "\n".join("" if LIKE_FENCE.match(line) else line for line in lines)


def _add(reading: Reading, blocks: list[Block], part: Part, *, follows: bool) -> None:
    """Read a marked block and add it; what is to be said if pressed goes to its question."""
    opener = part.segment.opener
    if opener is None:
        return
    given = attributes_of(reading, opener)
    audience = audience_of(reading, opener, given)
    with reading.inside(max(audience, Audience.PUBLIC), part.number):
        head = head_of(reading, opener, given, audience)
        inner = read_blocks(reading, part.trees, Frame(part.segment.begin))
        block = block_of(reading, head, inner)
    last = blocks[-1] if blocks else None
    if opener.name == "pressed" and follows and isinstance(last, Question) and not last.pressed:
        blocks[-1] = with_pressed(last, inner, audience)
    elif block is not None:
        blocks.append(block)


def _check_place(reading: Reading, part: Part, previous: Segment | None, *, brief: bool) -> None:
    opener = part.segment.opener
    if opener is None:
        return
    before = previous.opener.name if previous and previous.opener else ""
    if opener.name == "pressed" and before != "question":
        message = "what to say if pressed stands right behind its question"
        reading.found.append(codes.MISPLACED_BLOCK.at(opener.span, message, "move it there"))
    if brief and not SORTS.get(opener.name, UNKNOWN).in_brief:
        message = f'the block "{opener.name}" has no place in a brief'
        advice = "move it into the speech; a brief takes objective, question, pressed and background"
        reading.found.append(codes.MISPLACED_BLOCK.at(opener.span, message, advice))


def _refuse_unmarked(reading: Reading, part: Part) -> None:
    for number in range(part.segment.begin, part.segment.end):
        line = reading.source.lines[number - 1]
        if line.strip() and not LIKE_FENCE.match(line):
            advice = "put it into a block, such as ::: background"
            place = reading.source.line_span(number)
            reading.found.append(codes.UNMARKED_BRIEF.at(place, "a brief holds marked blocks only", advice))
            return


def _stray_front_matter(reading: Reading, first_line: int) -> None:
    """Keys at the top that no line of dashes makes a front matter would be printed."""
    if first_line > 1:
        return
    for number, line in enumerate(reading.source.lines, 1):
        if not line.strip():
            continue
        if line.rstrip() == "---" or KEY_LINE.match(line):
            message = "this looks like a front matter and would be printed"
            advice = r"write --- in line 1 and --- below the keys; for words, write \:"
            reading.found.append(FRONT_MATTER.at(reading.source.line_span(number), message, advice))
        return
