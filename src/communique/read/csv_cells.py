"""A table as text to cells with their places: commas, semicolons or tabs, quoted or not (RFC 4180).

Why not Python's csv: each complaint needs the line and column of its cell, which it does not keep.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.diagnostics.codes import recipients as codes
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source, Span

SEPARATORS = ";,\t"
LINE_END = re.compile(r"\r\n|\r|\n|\Z")
QUOTED = re.compile(r'[ ]*"((?:[^"]|"")*)"[ ]*')


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, without the spaces around it, and where."""

    text: str
    span: Span


Row = tuple[Cell, ...]


def csv_rows(source: Source) -> list[Row]:
    """The rows that hold anything; a line that begins with # is a remark. Refused, when a quotation is not closed."""
    separator = _separator(source.text)
    return [row for row in _rows(source, separator) if any(cell.text for cell in row) and row[0].text[:1] != "#"]


def _separator(text: str) -> str:
    """The sign that parts the cells: that of which the first line with words has most."""
    line = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    return max(SEPARATORS, key=re.sub(r'"[^"]*"', "", line).count) if any(s in line for s in SEPARATORS) else ","


def _rows(source: Source, separator: str) -> Iterator[Row]:
    text, at = source.text, 0
    plain = re.compile(rf"[^{separator}\r\n]*")
    while at < len(text):
        if text[at] == "#":
            at = _behind_line(text, at)
            continue
        cells = []
        while True:
            cell, at = _cell(source, at, plain)
            cells.append(cell)
            if text[at : at + 1] != separator:
                break
            at += 1
        yield tuple(cells)
        at = _behind_line(text, at)


def _behind_line(text: str, at: int) -> int:
    end = LINE_END.search(text, at)
    return end.end() if end else len(text)


def _cell(source: Source, at: int, plain: re.Pattern[str]) -> tuple[Cell, int]:
    """The cell that begins at an offset, and the offset behind it."""
    quoted = QUOTED.match(source.text, at)
    if quoted:
        rest = plain.match(source.text, quoted.end())
        if rest and rest[0]:
            where = source.span(*rest.span())
            advice = "a quotation mark inside a quoted cell is typed twice"
            raise Refused(codes.BROKEN_LIST.at(where, "words stand behind the closing quotation mark", advice))
        span = source.span(quoted.start(1), quoted.end(1))
        return Cell(quoted[1].replace('""', '"').strip(), span), quoted.end()
    found = plain.match(source.text, at)
    words = found[0] if found else ""
    if words.lstrip(" ").startswith('"'):
        where = source.span(at + words.index('"'), at + words.index('"') + 1)
        raise Refused(codes.BROKEN_LIST.at(where, "this quotation mark is not closed", "close it behind the cell"))
    start = at + len(words) - len(words.lstrip())
    return Cell(words.strip(), source.span(start, start + len(words.strip()))), at + len(words)
