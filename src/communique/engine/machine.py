"""What of this machine decides the bytes of a paper, told without loading what is heavy.

Nothing is imported here but what Python has loaded anyway: a build with nothing to do asks it.
"""

import os
import sys
from collections.abc import Iterable, Iterator

from communique.engine.walk import files_below
from communique.write.font_folders import FOLDERS

LIBRARIES = {
    "Pango": ("libpango-1.0", "pango_version_string"),
    "HarfBuzz": ("libharfbuzz", "hb_version_string"),
    "HarfBuzz subsetter": ("libharfbuzz-subset", "hb_version_string"),
}
ENDINGS = ("so.0", "0.dylib", "dylib")
INDEX = "/etc/ld.so.cache"
"""Where Linux lists its libraries; written anew whenever one is installed or replaced (ld.so(8), ldconfig(8))."""


def machine() -> Iterator[str]:
    """Every circumstance in one line each: Python, its packages, the libraries, the fonts."""
    yield from _around((f"{title} {version}" for title, version in libraries().items()))


def glimpse() -> Iterator[str]:
    """The same, but of the libraries only a sign that one may have changed: to load them takes a while."""
    try:
        yield from _around((f"libraries {_sign(INDEX)} {os.environ.get('LD_LIBRARY_PATH', '')}",))
    except OSError:
        yield from machine()


def packages() -> Iterator[str]:
    """The installed packages, by the folders that name them with their versions."""
    for place in sys.path:
        if place.endswith(("site-packages", "dist-packages")) and os.path.isdir(place):
            yield from (name for name in os.listdir(place) if name.endswith(".dist-info"))


def libraries() -> dict[str, str]:
    """The versions of the libraries that set and subset type; "absent" where there is none."""
    return {title: _version(*names) for title, names in LIBRARIES.items()}


def stamps(folders: Iterable[str]) -> Iterator[str]:
    """Every file below some folders with its size and time: enough for what is not written by hand."""
    return (f"{file} {_sign(file)}" for folder in folders for file in files_below(os.path.expanduser(folder)))


def _around(libraries: Iterable[str]) -> Iterator[str]:
    yield f"python {sys.version} {sys.platform}"
    yield from sorted(packages())
    yield from libraries
    yield from stamps(FOLDERS)


def _sign(file: str) -> str:
    seen = os.lstat(file)
    return f"{seen.st_size} {seen.st_mtime_ns}"


def _version(stem: str, asks: str) -> str:
    import ctypes  # noqa: PLC0415  only who makes papers, or looks at the machine, asks for versions

    for ending in ENDINGS:
        try:
            ask = getattr(ctypes.CDLL(f"{stem}.{ending}"), asks)
        except (OSError, AttributeError):
            continue
        ask.restype = ctypes.c_char_p
        return str(ask().decode())
    return "absent"
