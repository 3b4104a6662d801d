"""Findings as GitHub workflow commands: each appears beside the line it is about."""

from collections.abc import Iterable

from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.severity import Severity
from communique.diagnostics.show.text import in_order

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(diagnostics: Iterable[Diagnostic]) -> str:
    """One workflow command a finding, sorted by place."""
    return "\n".join(_command(finding) for finding in in_order(diagnostics))


def _command(finding: Diagnostic) -> str:
    told = "\n".join(filter(None, (finding.message, finding.help and f"help: {finding.help}")))
    properties = {"title": f"{finding.code.number} {finding.code.name}"}
    if span := finding.span:
        properties |= {"file": span.path, "line": str(span.line), "endLine": str(span.end_line)}
        if span.line == span.end_line:  # GitHub shows columns inside one line only
            properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {listed}::{_message(told)}"


def _message(words: str) -> str:
    """The escapes of the runner's own toolkit (@actions/core, command.ts)."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _message(words).replace(":", "%3A").replace(",", "%2C")
