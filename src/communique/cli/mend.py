"""Writing the safe repairs of `communique check --fix` into the sources, each shown as a difference."""

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

import click

from communique.diagnostics.diagnostic import Diagnostic
from communique.model.dossier import Dossier

MARK = "\ufeff"


def mend(root: Path, read: Iterable[tuple[Dossier, Iterable[Diagnostic]]], *, pin: bool, fix: bool, err: bool) -> int:
    """Repair the files of the dossiers, show what changed, and say how many did.

    `fix`: what the findings name and cannot be wrong; `pin`: the id of each paragraph behind it.
    """
    from communique.check.fixes import difference, fixes

    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for dossier, findings in read:
        before |= {source.path: source.text for source in dossier.sources}
        after |= fixes(dossier, findings if fix else (), pin=pin)
    for path, words in sorted(after.items()):
        click.echo(difference(path, before[path], words), nl=False, err=err)
        _write(root / path, words)
    return len(after)


def _write(path: Path, words: str) -> None:
    """All of the file or nothing of it, with the byte order mark and the rights that it had."""
    marked = path.read_bytes().startswith(MARK.encode())
    target = path.resolve()  # a link stays a link
    with NamedTemporaryFile("w", encoding="utf-8", newline="", dir=target.parent, delete=False) as file:
        file.write((MARK if marked else "") + words)
    Path(file.name).chmod(target.stat().st_mode)
    os.replace(file.name, target)  # noqa: PTH105  atomic, and says so
