"""How findings count: for a desk that writes, or for handing out."""

from collections.abc import Iterable
from dataclasses import replace

from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.severity import Severity


def in_force(findings: Iterable[Diagnostic], *, final: bool) -> tuple[Diagnostic, ...]:
    """The findings as they count: for a final print, warnings that stop the presses are errors."""
    return tuple(
        replace(finding, regraded=Severity.ERROR)
        if final and finding.code.stops_print and finding.severity is Severity.WARNING
        else finding
        for finding in findings
    )
