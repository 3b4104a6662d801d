"""One glance at a workspace tells whether everything is as the last build left it.

What a build with nothing to do costs, so it is told without any library, from one file of plain lines:
the digest of all that was built from, and a line for each file that lies in build/.
"""

import os
from collections.abc import Iterable, Sequence

from communique.engine.inputs import digest_of, take_inputs

FILE = "glance"
HEAD = "communique glance 1"
NEVER = "-"
"""The digest of a paper that could be made and was not: no file has it."""

Line = tuple[str, str, str, str, str, str]
"""Digest, "final" or "", kind, language, format (these three empty for a manifest), place below build/."""


def is_as_it_was(root: str, build: str, store: str, epoch: str) -> bool:
    """True when nothing changed since the last build, and all its papers lie there unaltered."""
    told = _read(store)
    if told is None or take_inputs(root, epoch).digest != told[0]:
        return False
    return bool(told[1]) and all(_lies_there(line, build) for line in told[1])


def lines_for(store: str, inputs: str) -> list[Line]:
    """What lies in build/, if it was built from these very inputs."""
    told = _read(store)
    return told[1] if told and told[0] == inputs else []


def lie_there(lines: Iterable[Line], build: str) -> bool:
    """True when all these files lie in build/, unaltered."""
    return all(_lies_there(line, build) for line in lines)


def remember(store: str, inputs: str, lines: Sequence[Line]) -> None:
    """Remember a workspace as it is now; beside first, then into place."""
    file = os.path.join(store, FILE)
    draft = f"{file}.{os.getpid()}"
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
        out.write("\n".join((HEAD, inputs, *("\t".join(line) for line in lines), "")))
    os.replace(draft, file)


def _lies_there(line: Line, build: str) -> bool:
    return digest_of(os.path.join(build, line[-1])) == line[0]


def _read(store: str) -> tuple[str, list[Line]] | None:
    """The inputs and the lines; None when they cannot be read, or are of another version."""
    try:
        with open(os.path.join(store, FILE), encoding="utf-8") as file:
            head, inputs, *lines = file.read().split("\n")[:-1]
    except (OSError, ValueError):
        return None
    rows = [tuple(line.split("\t")) for line in lines]
    return (inputs, rows) if head == HEAD and all(len(row) == 6 for row in rows) else None  # type: ignore[return-value]
