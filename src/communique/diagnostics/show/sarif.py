"""Findings as SARIF 2.1.0 (OASIS), for code scanning and editors."""

import json as notation
from collections.abc import Iterable
from urllib.parse import quote

from communique.diagnostics.diagnostic import Code, Diagnostic
from communique.diagnostics.show.text import in_order
from communique.diagnostics.span import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(diagnostics: Iterable[Diagnostic], version: str) -> str:
    """One run of communique, of that version, with its findings sorted by place."""
    findings = in_order(diagnostics)
    codes = sorted({finding.code.number: finding.code for finding in findings}.items())
    index = {number: position for position, (number, _) in enumerate(codes)}
    driver = {"name": "communique", "version": version, "rules": [_rule(code) for _, code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index[finding.code.number]) for finding in findings],
    }
    return notation.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: Code) -> dict[str, object]:
    return {
        "id": code.number,
        "name": "".join(word.capitalize() for word in code.name.split("-")),
        "shortDescription": {"text": code.what},
        "fullDescription": {"text": " ".join(filter(None, (code.what, code.why)))},
        "defaultConfiguration": {"level": code.severity.value},
    }


def _result(finding: Diagnostic, rule: int) -> dict[str, object]:
    told = "\n".join(filter(None, (finding.message, finding.help)))
    result: dict[str, object] = {
        "ruleId": finding.code.number,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": told},
    }
    if finding.span:
        result["locations"] = [_location(finding.span)]
    if finding.related:
        result["relatedLocations"] = [
            {**_location(near.span), "id": number, "message": {"text": near.message}}
            for number, near in enumerate(finding.related, start=1)
        ]
    return result


def _location(span: Span) -> dict[str, object]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"physicalLocation": {"artifactLocation": _artifact(span.path), "region": region}}


def _artifact(path: str) -> dict[str, str]:
    """The address of a file: inside the workspace below its root, elsewhere whole (SARIF 2.1.0, 3.4.3 and 3.4.4)."""
    if path.startswith("/"):
        return {"uri": f"file://{quote(path)}"}
    return {"uri": quote(path), "uriBaseId": "%SRCROOT%"}
