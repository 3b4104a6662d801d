"""A place in a source file."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z|(?:\A|(?<=[\r\n]))\Z")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file, from its first character to just behind its last.

    `path` is relative to the workspace, with forward slashes. Lines and columns count from 1,
    columns in Unicode code points; a tab is one column.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


def start_of(path: str) -> Span:
    """The beginning of a file, for what concerns all of it."""
    return Span(path, 1, 1, 1, 1)


@dataclass(frozen=True)
class Source:
    """The text of one file as it was read: line ends kept, a byte order mark taken off."""

    path: str
    text: str = field(repr=False)

    def span(self, start: int, end: int) -> Span:
        """The place of `text[start:end]`; offsets count code points."""
        return Span(self.path, *self._place(start), *self._place(end))

    def line_span(self, line: int) -> Span:
        """The whole of a line, counted from 1, without its end."""
        text = self.lines[line - 1].rstrip("\r\n") if 0 < line <= len(self.lines) else ""
        return Span(self.path, line, 1, line, len(text) + 1)

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, both counted from 1."""
        return self._starts[line - 1] + column - 1

    def at(self, span: Span) -> str:
        """The words that stand at a place."""
        start = self.offset(span.line, span.column)
        return self.text[start : self.offset(span.end_line, span.end_column)]

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines with their ends; LF, CR LF and CR end a line (CommonMark 0.31, 2.1)."""
        return tuple(LINE.findall(self.text))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(accumulate((len(line) for line in self.lines), initial=0))

    def _place(self, offset: int) -> tuple[int, int]:
        line = min(bisect_right(self._starts, offset), len(self.lines))
        return line, offset - self._starts[line - 1] + 1
