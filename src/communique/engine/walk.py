"""Walking through folders, in the same order on every machine, and without any library."""

import os
from collections.abc import Iterator


def files_below(folder: str) -> Iterator[str]:
    """The files below a folder, links not followed, what Python compiled left out; none where there is no folder."""
    folders = []
    for entry in _entries(folder):
        if entry.is_dir(follow_symlinks=False):
            folders.append(entry.path)
        else:
            yield entry.path
    for inner in folders:
        if not inner.endswith("__pycache__"):
            yield from files_below(inner)


def visible_files(place: str) -> Iterator[str]:
    """The file at a place, or those below it, without hidden ones; each folder is entered once."""
    if os.path.isfile(place):
        yield place
    else:
        yield from _visible_below(place, set())


def _visible_below(folder: str, entered: set[str]) -> Iterator[str]:
    real = os.path.realpath(folder)
    if real in entered:
        return
    entered.add(real)
    for entry in _entries(folder):
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():  # a link that leads round in a circle is neither; only `os.path` says so quietly
            is_folder, is_file = os.path.isdir(entry.path), os.path.isfile(entry.path)
        else:
            is_folder, is_file = entry.is_dir(), entry.is_file()
        if is_folder:
            yield from _visible_below(entry.path, entered)
        elif is_file:
            yield entry.path


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name; nothing where it cannot be looked into."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []
