"""WeasyPrint, loaded when the first page is laid out and not before: it takes half a second."""

import ctypes.util
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from importlib import import_module

from communique.diagnostics.codes.write import MISSING_TYPESETTER
from communique.diagnostics.refused import Refused

REMEDY = (
    "Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "Fedora: dnf install pango; Alpine: apk add pango; macOS: brew install pango"
)


def load() -> None:
    """Load WeasyPrint; Refused, with the packages to install, when a library of the system is missing."""
    if "weasyprint" in sys.modules:
        return
    chatter = io.StringIO()  # WeasyPrint prints a page of advice before it raises
    try:
        with redirect_stdout(chatter):
            _load_fast()
    except OSError as error:
        library = str(error).partition(":")[0].removeprefix("cannot load library ").strip("'\"")
        raise Refused(MISSING_TYPESETTER.at(None, f"{library} cannot be loaded", help=REMEDY)) from error


def _load_fast() -> None:
    """Import without the searches for libraries, a third of its time; if that fails, with them."""
    if sys.platform == "linux":
        try:
            with _no_search():
                import_module("weasyprint")
        except OSError:
            for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
                del sys.modules[name]
        else:
            return
    import_module("weasyprint")


@contextmanager
def _no_search() -> Iterator[None]:
    """No `find_library` for a while: it starts ldconfig, gcc and ld for each name.

    WeasyPrint also names each library by its versioned file ("libpango-1.0.so.0"), which the
    loader of Linux finds without any search.
    """
    search = ctypes.util.find_library
    ctypes.util.find_library = _found_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _found_nothing(name: str) -> str | None:  # noqa: ARG001 - as find_library is called
    return None
