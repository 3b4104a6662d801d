"""Findings for a person: one line, the source line, a caret under the exact words."""

from collections.abc import Iterable, Mapping
from unicodedata import category, east_asian_width

from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Source, Span

TAB = 4
WIDTH = 100
AROUND = 5 * WIDTH
"""As many characters before and behind the beginning of a place are looked at; a line may have a million."""


def text(diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source]) -> str:
    """All findings, sorted by place, as lines of text; `sources` by path, for the carets."""
    return "\n".join(_one(finding, sources) for finding in in_order(diagnostics))


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings by file, line, column and code, each once; those without a place come first."""
    unique = dict.fromkeys(diagnostics)
    return sorted(unique, key=lambda d: (d.span is not None, d.span or (), d.code.number, d.message))


def _one(finding: Diagnostic, sources: Mapping[str, Source]) -> str:
    place = f"{finding.span}: " if finding.span else ""
    lines = [f"{place}{finding.severity} {finding.code.number}: {finding.message}"]
    lines += pointed(finding.span, sources)
    if finding.help:
        lines.append(f"  help: {finding.help}")
    for related in finding.related:
        lines.append(f"  {related.span}: note: {related.message}")
        lines += pointed(related.span, sources)
    return "\n".join(lines)


def pointed(span: Span | None, sources: Mapping[str, Source]) -> list[str]:
    """The source line, and below it carets under the exact words."""
    source = sources.get(span.path) if span else None
    if span is None or source is None or not 0 < span.line <= len(source.lines):
        return []
    line = source.lines[span.line - 1].rstrip("\r\n")
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    begin = max(start - AROUND, 0)
    cut = (begin > 0, start + AROUND < len(line))
    shown, before, under = _window(_cells(line[begin : start + AROUND]), start - begin, max(end, start) - begin, cut)
    number = f"{span.line:>5} | "
    return [number + shown, " " * (len(number) - 2) + "| " + " " * before + "^" * max(1, under)]


def _cells(line: str) -> list[str]:
    """Each character as it is shown: tabs reach to their stop, what cannot be printed is a space."""
    cells: list[str] = []
    reached = 0
    for char in line:
        cell = " " * (TAB - reached % TAB) if char == "\t" else char if char.isprintable() else " "
        reached += _width(cell)
        cells.append(cell)
    return cells


def _width(cell: str) -> int:
    """The columns a terminal gives it: none for a combining mark, two for a wide character (UAX 11)."""
    if len(cell) != 1:
        return len(cell)
    if category(cell) in {"Mn", "Me"}:
        return 0
    return 2 if east_asian_width(cell) in {"W", "F"} else 1


def _window(cells: list[str], start: int, end: int, cut: tuple[bool, bool]) -> tuple[str, int, int]:
    """At most `WIDTH` columns around `cells[start:end]`, with the columns before and under them.

    `cut`: whether the line goes on before the cells, and behind them.
    """
    first, last = 0, len(cells)
    if sum(map(_width, cells)) > WIDTH:
        first = _reach(cells[:start][::-1], start, WIDTH // 2, step=-1)
        last = _reach(cells[first:], first, WIDTH, step=1)
    head, tail = ("…" if first or cut[0] else ""), ("…" if last < len(cells) or cut[1] else "")
    before = len(head) + sum(map(_width, cells[first:start]))
    return head + "".join(cells[first:last]) + tail, before, sum(map(_width, cells[start : min(end, last)]))


def _reach(cells: list[str], start: int, columns: int, *, step: int) -> int:
    """How far one comes from `start` within that many columns."""
    for cell in cells:
        columns -= _width(cell)
        if columns < 0:
            break
        start += step
    return start
