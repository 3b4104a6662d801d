"""Findings for programs: one JSON document, the same for the same findings."""

import json as notation
from collections import Counter
from collections.abc import Iterable

from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.severity import Severity
from communique.diagnostics.show.text import in_order
from communique.diagnostics.span import Span


def json(diagnostics: Iterable[Diagnostic]) -> str:
    """All findings, sorted by place, and how many there are of each severity."""
    findings = in_order(diagnostics)
    counted = Counter(finding.severity for finding in findings)
    report = {
        "version": 1,
        "counts": {severity.value: counted[severity] for severity in Severity},
        "findings": [_finding(finding) for finding in findings],
    }
    return notation.dumps(report, ensure_ascii=False, indent=2)


def _finding(finding: Diagnostic) -> dict[str, object]:
    return {
        "code": finding.code.number,
        "name": finding.code.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        "place": _place(finding.span),
        "related": [{"place": _place(near.span), "message": near.message} for near in finding.related],
    }


def _place(span: Span | None) -> dict[str, object] | None:
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
