"""Findings for a person: one line, the source line, a caret under the exact words."""

from collections.abc import Iterable, Mapping

from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Source, Span


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
    lines += _pointed(finding.span, sources)
    if finding.help:
        lines.append(f"  help: {finding.help}")
    for related in finding.related:
        lines.append(f"  {related.span}: note: {related.message}")
        lines += _pointed(related.span, sources)
    return "\n".join(lines)


def _pointed(span: Span | None, sources: Mapping[str, Source]) -> list[str]:
    """The source line and a caret line below it; control characters are shown as spaces."""
    source = sources.get(span.path) if span else None
    if span is None or source is None or not 0 < span.line <= len(source.lines):
        return []
    line = source.lines[span.line - 1].rstrip("\r\n")
    end = span.end_column if span.end_line == span.line else len(line) + 1
    shown, before, under = _window(line, span.column - 1, max(end - 1, span.column))
    number = f"{span.line:>5} | "
    return [number + shown, " " * (len(number) - 2) + "| " + " " * before + "^" * max(1, under)]


def _window(line: str, start: int, end: int, width: int = 100) -> tuple[str, int, int]:
    """At most `width` columns of a line around the place, and where the place is in them."""
    first = max(0, start - width // 2) if len(line) > width else 0
    piece = line[first : first + width]
    shown = "".join(char if char.isprintable() else " " for char in piece)
    head, tail = ("…" if first else ""), ("…" if first + width < len(line) else "")
    return head + shown + tail, len(head) + start - first, min(end, first + width) - start
