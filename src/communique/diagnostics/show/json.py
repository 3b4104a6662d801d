"""Findings for programs: one JSON document, the same for the same findings."""

import json as notation
from collections import Counter
from collections.abc import Iterable

from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.severity import Severity
from communique.diagnostics.show.text import in_order
from communique.diagnostics.stored import stored


def json(diagnostics: Iterable[Diagnostic]) -> str:
    """All findings, sorted by place, and how many there are of each severity."""
    findings = in_order(diagnostics)
    counted = Counter(finding.severity for finding in findings)
    report = {
        "version": 1,
        "counts": {severity.value: counted[severity] for severity in Severity},
        "findings": [stored(finding) for finding in findings],
    }
    return notation.dumps(report, ensure_ascii=False, indent=2)
