"""How findings reach whoever typed the command."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from communique.diagnostics.codes import every_code
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.severity import Severity
from communique.diagnostics.span import Source
from communique.diagnostics.stored import restored
from communique.engine.remember import Record, recall, remembered

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
HEAD = re.compile(rf"\b({'|'.join(COLOURS)}) ([A-Z]+\d+)(?=: )")


def tell(findings: Iterable[Diagnostic], report: str, *, err: bool = True) -> None:
    """All findings: for a person, or for a program on standard output."""
    if report == "text":
        show(findings, err=err)
        return
    click.echo(_reported(tuple(findings), report))


def tell_again(store: Path, report: str) -> None:
    """What was found when everything was made: its inputs are the same, so the places still hold."""
    records = (recall(store, folder) for folder in remembered(store))
    tell(remembered_in(record for record in records if record), report)


def remembered_in(records: Iterable[Record]) -> tuple[Diagnostic, ...]:
    """The findings that records hold."""
    codes = every_code()
    return tuple(finding for record in records for finding in restored(record.findings, codes))


def show(findings: Iterable[Diagnostic], *, err: bool = True) -> None:
    """All findings for a person, and how many there are; a terminal gets them in colours."""
    from communique.diagnostics.show.text import text

    findings = tuple(dict.fromkeys(findings))
    if findings:
        click.echo(HEAD.sub(_coloured, text(findings, Sources())), err=err)
        click.echo(counted(findings), err=err)


def counted(findings: Iterable[Diagnostic]) -> str:
    """How many there are of each severity: 2 errors, 1 warning."""
    numbers = Counter(finding.severity for finding in findings)
    told = ((numbers[severity], severity.value) for severity in Severity if numbers[severity])
    return ", ".join(f"{number} {word}{'s' if number > 1 else ''}" for number, word in told)


def _reported(findings: tuple[Diagnostic, ...], report: str) -> str:
    if report == "json":
        from communique.diagnostics.show.json import json

        return json(findings)
    if report == "github":
        from communique.diagnostics.show.github import github

        return github(findings)
    from importlib.metadata import version

    from communique.diagnostics.show.sarif import sarif

    return sarif(findings, version("communique"))


def _coloured(head: re.Match[str]) -> str:
    return click.style(f"{head[1]} {head[2]}", fg=COLOURS[Severity(head[1])], bold=True)


class Sources(Mapping[str, Source]):
    """The files that findings point into, read once when they are shown: the workspace's own, else the shipped ones.

    The words of a file that leads out of the workspace are never shown; a workbook has no lines to show.
    """

    def __init__(self) -> None:
        self._read: dict[str, Source] = {}

    def __getitem__(self, path: str) -> Source:
        if path not in self._read:
            self._read[path] = self._source(path)
        return self._read[path]

    def _source(self, path: str) -> Source:
        from communique import shipped

        package = Path(shipped.__file__).parent
        for home in (Path(), shipped.folder("templates").parent, package):
            file = home / path
            if file.is_file() and file.suffix != ".xlsx" and file.resolve().is_relative_to(home.resolve()):
                text = file.read_bytes().decode("utf-8", "replace")
                return Source(path, text.removeprefix("\ufeff"))
        raise KeyError(path)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0
