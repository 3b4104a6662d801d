"""Folders below `build/` and the store: who may read them, and what to say when one cannot be written."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.diagnostics.codes.deliver import FULL_DISK, LINKED_FOLDER, UNWRITABLE_PLACE
from communique.diagnostics.refused import Refused
from communique.model.audience import Audience

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
IGNORE_ALL = "*\n"


@contextmanager
def refusing(place: Path) -> Iterator[None]:
    """Whatever the system refuses at a place is told as a finding with its path."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            finding = FULL_DISK.at(None, f"{place}: no room left", "make room and build again; nothing was replaced")
        else:
            reason = (error.strerror or str(error)).lower()
            finding = UNWRITABLE_PLACE.at(None, f"{place}: {reason}", f"see who may write there: ls -ld {place.parent}")
        raise Refused(finding) from None


def open_build(build: Path) -> None:
    """Make `build/`, which git is told to leave alone."""
    with refusing(build):
        build.mkdir(parents=True, exist_ok=True)
        _ignore(build)
    _refuse_locked(build)


def open_private(folder: Path) -> None:
    """Make a folder that its owner alone may read, and that git leaves alone."""
    with refusing(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        folder.chmod(0o700)
        _ignore(folder)


def open_audience(build: Path, place: str, audience: Audience) -> Path:
    """Make the folder that `place` names, below `build`; above the public it is its owner's alone."""
    folder = build
    for step in Path(place).parts:
        folder /= step
        refuse_link(folder)
        with refusing(folder):
            folder.mkdir(mode=0o755, exist_ok=True)
    if audience is not Audience.PUBLIC:
        with refusing(folder):
            folder.chmod(0o700)
    _refuse_locked(folder)
    return folder


def refuse_link(folder: Path) -> None:
    """Refuse a folder of ours that leads elsewhere."""
    if folder.is_symlink():
        raise Refused(
            LINKED_FOLDER.at(None, f"{folder} is a link to {folder.readlink()}", "remove the link and build again")
        )


def _refuse_locked(folder: Path) -> None:
    """Refuse a folder in which nothing may be written, before anything is."""
    if not os.access(folder, os.W_OK | os.X_OK):
        with refusing(folder):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _ignore(folder: Path) -> None:
    note = folder / ".gitignore"
    if not note.is_file():
        note.write_text(IGNORE_ALL, encoding="utf-8")
