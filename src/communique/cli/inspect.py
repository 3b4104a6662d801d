"""`communique inspect FILE...`: what a PDF, a Word file or a ZIP holds that nobody sees on the page."""

from pathlib import Path

import click

from communique.cli.options import report_option
from communique.diagnostics.codes.guard import UNREADABLE_FILE
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.severity import Severity
from communique.diagnostics.span import start_of
from communique.guard.finding import Finding

LARGEST = 400 * 1024 * 1024
"""The longest file that is looked into, in bytes."""


@click.command
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@report_option
def inspect(files: tuple[Path, ...], report: str) -> None:
    """Show the properties, hidden words, comments, changes, markings, cues and paths in files of anybody's."""
    looked_at = [(str(file), examine(file)) for file in files]
    found = [finding for _, findings in looked_at for finding in findings]
    if report in WRITTEN_HERE:
        click.echo(WRITTEN_HERE[report](looked_at))
    else:
        from communique.cli.say import tell

        tell(map(as_diagnostic, found), report)
    raise SystemExit(1 if any(finding.code.severity is Severity.ERROR for finding in found) else 0)


def examine(file: Path) -> tuple[Finding, ...]:
    """The findings of one file; one that cannot be opened is a finding too."""
    from communique.guard import inspection

    try:
        if file.stat().st_size > LARGEST:
            reason = f"it is larger than {LARGEST // 1024 // 1024} MB"
        else:
            return inspection.inspect(str(file), file.read_bytes())
    except OSError as fault:
        reason = fault.strerror or "it cannot be read"
    return (Finding(UNREADABLE_FILE, str(file), "file", "unreadable", reason),)


def as_text(looked_at: list[tuple[str, tuple[Finding, ...]]]) -> str:
    """A line a finding, file by file."""
    lines = []
    for file, findings in looked_at:
        if not findings:
            lines.append(f"{file}: nothing hidden, no marking, no cue")
        lines += [_line(finding) for finding in findings]
    return "\n".join(lines)


def _line(finding: Finding) -> str:
    severity, number = finding.code.severity, finding.code.number
    return f"{finding.file}: {finding.place}: {severity} {number}: {finding.what}: {_said(finding)}"


def _said(finding: Finding) -> str:
    """What a finding says, as a line of at most 160 characters."""
    flat = " ".join("".join(char if char.isprintable() else " " for char in finding.text).split())
    return flat if len(flat) <= 160 else flat[:159].rstrip() + "…"


def as_diagnostic(finding: Finding) -> Diagnostic:
    """The finding as those of the text are: its place is the file, for the bytes of a paper have no lines."""
    return finding.code.at(start_of(finding.file), f"{finding.place}: {finding.what}: {_said(finding)}")


def as_json(looked_at: list[tuple[str, tuple[Finding, ...]]]) -> str:
    """All findings as one JSON document; what they say is given whole."""
    import json

    files = [{"file": file, "findings": [_entry(finding) for finding in findings]} for file, findings in looked_at]
    return json.dumps({"version": 1, "files": files}, ensure_ascii=False, indent=2)


def _entry(finding: Finding) -> dict[str, str]:
    return {
        "file": finding.file,
        "place": finding.place,
        "code": finding.code.number,
        "name": finding.code.name,
        "severity": finding.code.severity.value,
        "what": finding.what,
        "text": finding.text,
    }


WRITTEN_HERE = {"text": as_text, "json": as_json}
"""What is told file by file; the other reports are those of every finding."""
