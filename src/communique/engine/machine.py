"""What of this machine decides the bytes of a paper, told without loading what is heavy."""

import ctypes
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from communique.write.font_folders import FOLDERS

PACKAGE = Path(__file__).resolve().parents[1]
LIBRARIES = {
    "Pango": ("libpango-1.0", "pango_version_string"),
    "HarfBuzz": ("libharfbuzz", "hb_version_string"),
    "HarfBuzz subsetter": ("libharfbuzz-subset", "hb_version_string"),
}
ENDINGS = ("so.0", "0.dylib", "dylib")


def machine() -> Iterator[str]:
    """Every circumstance in one line each: Python, its packages, the libraries, the fonts."""
    yield f"python {sys.version} {sys.platform}"
    yield from sorted(packages())
    for title, version in libraries().items():
        yield f"{title} {version}"
    yield from font_folders()


def packages() -> Iterator[str]:
    """The installed packages, by the folders that name them with their versions."""
    for place in map(Path, sys.path):
        if place.name in {"site-packages", "dist-packages"} and place.is_dir():
            yield from (entry.name for entry in place.iterdir() if entry.suffix == ".dist-info")


def libraries() -> dict[str, str]:
    """The versions of the libraries that set and subset type; "absent" where there is none."""
    return {title: _version(*names) for title, names in LIBRARIES.items()}


def font_folders() -> Iterator[str]:
    """Every file in the folders of fonts with its size and time: a cheap sign that one changed."""
    for folder in FOLDERS:
        for path, folders, names in os.walk(Path(folder).expanduser()):
            folders.sort()
            for file in (Path(path, name) for name in sorted(names)):
                seen = file.lstat()
                yield f"{file} {seen.st_size} {seen.st_mtime_ns}"


def _version(stem: str, asks: str) -> str:
    for ending in ENDINGS:
        try:
            ask = getattr(ctypes.CDLL(f"{stem}.{ending}"), asks)
        except (OSError, AttributeError):
            continue
        ask.restype = ctypes.c_char_p
        return str(ask().decode())
    return "absent"
