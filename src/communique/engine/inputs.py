"""What a build depends on, file by file, found by walking the folders and known by its content.

Nothing is parsed: this is what a build with nothing to do costs.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from communique.engine.machine import PACKAGE, machine
from communique.shipped import folder

CONTENT = "content"
SHARED = ("communique.toml", "labels", "principals", "templates", "venues")
"""What all interventions of a workspace share, beside what communique brings along."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The digest of every file by its path below the workspace, and that of everything around it."""

    files: Mapping[str, str] = field(repr=False)
    around: str

    @property
    def digest(self) -> str:
        """That of all inputs of the workspace."""
        return _joined([self.around, *(f"{path} {self.files[path]}" for path in sorted(self.files))])

    def of(self, meeting: str, texts: Iterable[str]) -> str:
        """That of one intervention: its texts, its meeting, every picture, and what all share."""
        own = {*texts, f"{CONTENT}/{meeting}/meeting.yaml"}
        bears = (path for path in sorted(self.files) if path in own or not _is_of_another(path))
        return _joined([self.around, *(f"{path} {self.files[path]}" for path in bears)])


def take_inputs(root: Path, epoch: str = "") -> Inputs:
    """Everything that a build in this workspace depends on, as it is now; `epoch` is SOURCE_DATE_EPOCH."""
    own = [file for name in (CONTENT, *SHARED) for file in _files(root / name)]
    digests = {file.relative_to(root).as_posix(): digest_of(file) for file in own}
    brought = _code() if _is_checkout() else ()
    around = [epoch, *machine(), *brought]
    return Inputs(digests, _joined(around))


@cache
def circumstances() -> tuple[tuple[str, str], ...]:
    """What decides the bytes of a paper beside what stands in the workspace: two digests, each by its name.

    Looked at once a process: fonts, libraries and program are loaded only once, too.
    """
    brought = _code() if _is_checkout() else ()
    return (("the fonts or programs of this machine", _joined(machine())), ("communique itself", _joined(brought)))


def digest_of(file: Path) -> str:
    """SHA-256 of a file in hex; of one that cannot be read, nothing."""
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _is_of_another(path: str) -> bool:
    """True for the words of an intervention or the particulars of a meeting."""
    return path.startswith(f"{CONTENT}/") and path.endswith((".md", "/meeting.yaml"))


def _is_checkout() -> bool:
    """True where the program itself may be edited; an installed one is known by its version."""
    return not folder("templates").is_relative_to(PACKAGE)


def _code() -> Iterator[str]:
    """The program's own files, each in a line with its size and time: enough for whoever edits it."""
    for home in (PACKAGE, folder("templates")):
        for path, folders, names in os.walk(home):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for file in (os.path.join(path, name) for name in sorted(names)):  # noqa: PTH118  hundreds of them
                seen = os.stat(file)  # noqa: PTH116
                yield f"{file} {seen.st_size} {seen.st_mtime_ns}"


def _files(place: Path) -> Iterator[Path]:
    """The files at a place, in order, without hidden ones; a folder that leads back to itself is entered once."""
    if place.is_file():
        yield place
        return
    entered: set[str] = set()
    for path, folders, names in os.walk(place, followlinks=True):
        real = os.path.realpath(path)
        if real in entered:
            folders.clear()
            continue
        entered.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files = (Path(path, name) for name in sorted(names) if not name.startswith("."))
        yield from (file for file in files if file.is_file())


def _joined(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()
