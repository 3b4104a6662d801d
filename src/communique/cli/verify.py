"""`communique verify FILE|DIR ...`: whether files are those that were built, and keep to their standards."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import click

from communique.cli.options import report_option
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.severity import Severity
from communique.diagnostics.span import start_of


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: a file, how it stands to its manifest, what it was held against, what was found."""

    path: Path
    manifest: str
    standard: str
    findings: tuple[Diagnostic, ...]


@click.command
@click.argument("places", nargs=-1, required=True, metavar="FILE|DIR...", type=click.Path(path_type=Path, exists=True))
@click.option("--conformance", is_flag=True, help="Also hold PDFs against PDF/A and PDF/UA, Word files against OOXML.")
@report_option
def verify(places: tuple[Path, ...], report: str, *, conformance: bool) -> int:
    """Compare files with the manifest beside them; with --conformance, look whether they keep to their standards."""
    lines = list(examine(places, conformance=conformance))
    if report == "json":
        click.echo(as_json(lines))
    elif report == "text":
        _show(lines)
    else:
        from communique.cli.say import tell

        tell((_placed(finding, line.path) for line in lines for finding in line.findings), report)
    return 1 if any(finding.is_error for line in lines for finding in line.findings) else 0


def examine(places: Iterable[Path], *, conformance: bool) -> Iterable[Line]:
    """Each file, looked at as far as was asked."""
    from communique.deliver.verification import verify as against_manifests
    from communique.diagnostics.codes.verification import UNSEALED_FILE

    if conformance:
        from communique.write.conformance import need_validators

        need_validators()
    for one in against_manifests(places):
        standard, breaches = _held_against(one.path) if conformance else ("", ())
        found = (
            replace(finding, regraded=Severity.NOTE) if conformance and finding.code is UNSEALED_FILE else finding
            for finding in one.findings
        )
        yield Line(one.path, one.word, standard, (*found, *breaches))


def _held_against(path: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    """The standards of a paper and what breaks them, each finding with the name of the file."""
    from communique.deliver.verification import PAPERS
    from communique.write.conformance import conformance

    if path.suffix.lower() not in PAPERS or not path.is_file():
        return "", ()
    standard, found = conformance(path)
    return standard, tuple(replace(finding, message=f"{path}: {finding.message}") for finding in found)


def _placed(finding: Diagnostic, path: Path) -> Diagnostic:
    """The finding at the file it is about, which its words then need not name."""
    return replace(finding, span=start_of(str(path)), message=finding.message.removeprefix(f"{path}: "))


def _show(lines: list[Line]) -> None:
    """The findings, then the table."""
    from communique.cli.say import show
    from communique.cli.table import show_table

    show(finding for line in lines for finding in line.findings)
    rows = [(str(line.path), line.manifest, line.standard, _verdict(line)) for line in lines]
    show_table(("file", "manifest", "held against", "result"), rows)


def _verdict(line: Line) -> str:
    errors = sum(finding.is_error for finding in line.findings)
    return f"{errors} error{'s' if errors > 1 else ''}" if errors else "ok"


def as_json(lines: Iterable[Line]) -> str:
    """The same as one JSON document."""
    import json

    files = [
        {
            "file": str(line.path),
            "manifest": line.manifest,
            "held_against": line.standard,
            "findings": [_entry(finding) for finding in line.findings],
        }
        for line in lines
    ]
    return json.dumps({"version": 1, "files": files}, ensure_ascii=False, indent=2)


def _entry(finding: Diagnostic) -> dict[str, str]:
    return {
        "code": finding.code.number,
        "name": finding.code.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
    }
