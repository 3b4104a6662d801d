"""A finding as plain data, and back again: for reports and for what is remembered."""

from collections.abc import Iterable
from typing import Any

from communique.diagnostics.diagnostic import Code, Diagnostic, Related
from communique.diagnostics.severity import Severity
from communique.diagnostics.span import Span

Plain = dict[str, Any]


def stored(finding: Diagnostic) -> Plain:
    """A finding as JSON can hold it."""
    return {
        "code": finding.code.number,
        "name": finding.code.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        "place": _place(finding.span),
        "related": [{"place": _place(near.span), "message": near.message} for near in finding.related],
    }


def restored(told: Iterable[Plain], codes: Iterable[Code]) -> tuple[Diagnostic, ...]:
    """The findings that were stored; one whose code is gone is left out."""
    known = {code.number: code for code in codes}
    return tuple(_restored(one, known[one["code"]]) for one in told if one["code"] in known)


def _restored(told: Plain, code: Code) -> Diagnostic:
    related = tuple(Related(Span(**near["place"]), near["message"]) for near in told["related"])
    span = Span(**told["place"]) if told["place"] else None
    severity = Severity(told["severity"])
    return Diagnostic(
        code, told["message"], span, told["help"], related, None if severity is code.severity else severity
    )


def _place(span: Span | None) -> Plain | None:
    """Lines and columns count from 1, columns in code points; the end is just behind the last character."""
    if span is None:
        return None
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
