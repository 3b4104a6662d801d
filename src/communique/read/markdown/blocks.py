"""Trees of tokens to blocks, each with its place: one small function a kind of block."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from communique.diagnostics.codes import markup as codes
from communique.diagnostics.codes.read import TOO_DEEP
from communique.diagnostics.span import Span
from communique.model.block import (
    Alignment,
    Block,
    BulletList,
    Definitions,
    Heading,
    Listing,
    NumberedList,
    Paragraph,
    Quotation,
    Rule,
    Table,
)
from communique.model.inline import Inline
from communique.read.fields import LANGUAGE_TAG
from communique.read.markdown.attributes import ID, Attributes, language, read_attributes
from communique.read.markdown.columns import LINE_END, Stretch, cells_of_row, lines_of_content
from communique.read.markdown.leftovers import leftovers_in_code
from communique.read.markdown.lines import read_line
from communique.read.markdown.parser import Tree
from communique.read.markdown.reading import DEEPEST, Anchor, Reading

TRAILING = re.compile(r"(?:^|[ \t\n])[ \t]*(\{[^{}\n]*\})$")
AUTHOR_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,31}")
LARGEST_START = 999
ALIGNMENTS = {
    "text-align:left": Alignment.START,
    "text-align:center": Alignment.CENTRE,
    "text-align:right": Alignment.END,
}


@dataclass(frozen=True, slots=True)
class Frame:
    """Where blocks are read: the line of the file that the parsed text began with, and how deep it is."""

    first_line: int
    depth: int = 1

    def inside(self) -> "Frame":
        """One container deeper."""
        return Frame(self.first_line, self.depth + 1)


def read_blocks(reading: Reading, trees: tuple[Tree, ...], frame: Frame) -> tuple[Block, ...]:
    """The blocks of a run of trees; those with faults are left out and reported."""
    if frame.depth > DEEPEST:
        if trees:
            place = _lines(reading, trees[0], frame)
            message = f"this is nested more than {DEEPEST} deep"
            reading.found.append(TOO_DEEP.at(place, message, "take some lists or quotations away"))
        return ()
    blocks = (BLOCKS[tree.name](reading, tree, frame) for tree in trees)
    return tuple(block for block in blocks if block is not None)


def _lines(reading: Reading, tree: Tree, frame: Frame) -> Span:
    """The lines of a block, from its first sign to its last."""
    lines = reading.source.lines
    first, last = tree.lines()
    begin, end = frame.first_line + first, min(frame.first_line + last - 1, len(lines))
    while end > begin and not lines[end - 1].strip(LINE_END + " \t>"):
        end -= 1
    column = len(lines[begin - 1]) - len(lines[begin - 1].lstrip(" \t")) + 1
    return Span(reading.source.path, begin, column, end, len(lines[end - 1].rstrip(LINE_END + " \t")) + 1)


def _content(reading: Reading, tree: Tree, frame: Frame) -> Stretch:
    inline = tree.children[0]
    return lines_of_content(reading.source, inline.token.content, frame.first_line + inline.lines()[0])


def _empty(reading: Reading, tree: Tree, frame: Frame, what: str) -> None:
    place = _lines(reading, tree, frame)
    reading.found.append(codes.EMPTY_BLOCK.at(place, f"{what} has no words", "write them, or take it away"))


def _line_with_id(
    reading: Reading, tree: Tree, frame: Frame, what: str
) -> tuple[tuple[Inline, ...], str, str | None, Span]:
    """The words of a paragraph or heading, its id, its language and its place."""
    content = _content(reading, tree, frame)
    given = Attributes()
    if match := TRAILING.search(content.text):
        braces = content.part(*match.span(1))
        given = read_attributes(braces, (ID, "lang"), f"at the end of a {what}", reading.found)
        content = content.part(0, match.start())
    if not content.text.strip():
        _empty(reading, tree, frame, f"a {what}")
        return (), "", None, content.whole
    return read_line(reading, content), _id(reading, given), language(given, reading.found), content.whole


def _id(reading: Reading, given: Attributes) -> str:
    item = given.get(ID)
    if item is None or item.value is None:
        return ""
    if not AUTHOR_ID.fullmatch(item.value):
        advice = "use a letter, then letters, digits, - or _, at most 32"
        if LANGUAGE_TAG.fullmatch(item.value):
            advice += "; a language is written lang=..."
        reading.found.append(codes.BAD_ID.at(item.span, f'"{item.value}" cannot be an id', advice))
        return ""
    reading.anchors.append(Anchor(item.value, item.span, reading.audience))
    return item.value


def _paragraph(reading: Reading, tree: Tree, frame: Frame) -> Block | None:
    children, name, tag, span = _line_with_id(reading, tree, frame, "paragraph")
    return Paragraph(children, name, None, tag, span) if children else None


def _heading(reading: Reading, tree: Tree, frame: Frame) -> Block | None:
    children, name, tag, span = _line_with_id(reading, tree, frame, "heading")
    return Heading(children, int(tree.token.tag[1:]), name, tag, span) if children else None


def _items(reading: Reading, tree: Tree, frame: Frame) -> tuple[tuple[Block, ...], ...]:
    items = []
    for item in tree.children:
        if not item.children:
            _empty(reading, item, frame, "an item of a list")
        items.append(read_blocks(reading, item.children, frame.inside()))
    return tuple(item for item in items if item)


def _bullets(reading: Reading, tree: Tree, frame: Frame) -> Block | None:
    return BulletList(_items(reading, tree, frame), _lines(reading, tree, frame))


def _numbered(reading: Reading, tree: Tree, frame: Frame) -> Block | None:
    start = int(tree.token.attrs.get("start", 1))
    span = _lines(reading, tree, frame)
    if start > LARGEST_START:
        place = Span(span.path, span.line, span.column, span.line, span.column + len(str(start)) + 1)
        advice = rf"write {start}\. when it is a year, or begin the line with another word"
        reading.found.append(codes.YEAR_AS_LIST.at(place, f"{start}. is read as the number of an item", advice))
    return NumberedList(_items(reading, tree, frame), start, span)


def _quotation(reading: Reading, tree: Tree, frame: Frame) -> Block | None:
    if not tree.children:
        _empty(reading, tree, frame, "a quotation")
    return Quotation(read_blocks(reading, tree.children, frame.inside()), _lines(reading, tree, frame))


def _definitions(reading: Reading, tree: Tree, frame: Frame) -> Block | None:
    entries: list[tuple[tuple[Inline, ...], tuple[tuple[Block, ...], ...]]] = []
    for part in tree.children:
        if part.name == "dt":
            entries.append((read_line(reading, _content(reading, part, frame)), ()))
        else:
            term, told = entries[-1]
            entries[-1] = term, (*told, read_blocks(reading, part.children, frame.inside()))
    return Definitions(tuple(entries), _lines(reading, tree, frame))


def _table(reading: Reading, tree: Tree, frame: Frame) -> Block | None:
    rows = [row for part in tree.children for row in part.children]
    cells = [_cells(reading, row, frame) for row in rows]
    for row, found in zip(rows, cells, strict=True):
        if len(found) != len(cells[0]):
            message = f"this row has {len(found)} cells, the header {len(cells[0])}"
            place = _lines(reading, row, frame)
            reading.found.append(codes.RAGGED_TABLE.at(place, message, r"give each its cells; a bar in a cell is \|"))
    header, *others = [tuple(read_line(reading, cell) for cell in row) for row in cells]
    styles = [str(cell.token.attrs.get("style", "")) for cell in rows[0].children]
    alignments = tuple(ALIGNMENTS.get(style, Alignment.START) for style in styles)
    return Table(header, tuple(others), alignments, _lines(reading, tree, frame))


def _cells(reading: Reading, row: Tree, frame: Frame) -> list[Stretch]:
    line = frame.first_line + row.children[0].children[0].lines()[0]
    return cells_of_row(reading.source, line)


def _rule(reading: Reading, tree: Tree, frame: Frame) -> Block | None:
    span = _lines(reading, tree, frame)
    above = reading.source.lines[span.line - 2].strip(" \t\r\n>") if span.line > frame.first_line else ""
    if above and tree.token.markup.startswith("-"):
        message = "a line of dashes stands right under words"
        advice = "write # before a heading, or a blank line before a rule"
        reading.found.append(codes.UNDERLINED_HEADING.at(span, message, advice))
    return Rule(span)


def _listing(reading: Reading, tree: Tree, frame: Frame) -> Block | None:
    span, content = _lines(reading, tree, frame), tree.token.content
    opening = reading.source.line_span(span.line)
    if name := tree.token.info.strip():
        message = f'a listing is called "{name}"'
        reading.found.append(codes.WRONG_CONTENT.at(opening, message, "take the name away: it would not be printed"))
    last = reading.source.lines[frame.first_line + tree.lines()[1] - 2].strip(" \t\r\n>")
    if tree.lines()[1] - tree.lines()[0] < 2 or not last.startswith(tree.token.markup):
        advice = f"close it with {tree.token.markup}, or take the signs away"
        reading.found.append(codes.UNCLOSED_FENCE.at(opening, "this listing is not closed", advice))
    elif not content.strip():
        _empty(reading, tree, frame, "a listing")
    for left in leftovers_in_code(content):
        message = f"a mark ({content[left.start : left.end]}) stands in a listing, where it marks nothing"
        reading.found.append(left.code.at(opening, message, left.suspect.advice))
    return Listing(content.rstrip("\n"), span)


def _misplaced_note(reading: Reading, tree: Tree, frame: Frame) -> Block | None:
    label = tree.token.meta["label"]
    message = f"the note [^{label}] is written inside a list or quotation"
    reading.found.append(
        codes.WRONG_CONTENT.at(_lines(reading, tree, frame), message, "write it as a paragraph of its own")
    )
    return None


BLOCKS: dict[str, Callable[[Reading, Tree, Frame], Block | None]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "bullet_list": _bullets,
    "ordered_list": _numbered,
    "blockquote": _quotation,
    "dl": _definitions,
    "table": _table,
    "hr": _rule,
    "fence": _listing,
    "footnote_reference": _misplaced_note,
}
