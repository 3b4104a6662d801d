"""What communique needs of the machine beside Python packages: its names, whether it is there, how to get it.

`make` runs this file by itself, before anything is installed (`python3 -I system_parts.py build|test`);
`communique doctor` shows the same table. It therefore knows the standard library alone.
A new need is one more line in `PARTS`.
"""

import ctypes
import ctypes.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol


def prepare(stage: "Stage", *, may_install: bool) -> int:
    """See that all that a stage needs is there, and install it where that is allowed; 0, or 1 and a message."""
    lacking = missing(stage)
    if lacking and may_install:
        install(lacking)
        lacking = missing(stage)
    if lacking:
        sys.stderr.write(advice(lacking))
    return 1 if lacking else 0


def missing(stage: "Stage") -> "list[Part]":
    """The parts that are needed up to a stage and are not there."""
    return [part for part in PARTS if part.stage <= stage and not part.what.is_there()]


class Stage(IntEnum):
    """What a part is needed for; each stage needs what the ones before it need."""

    SET_UP = 0
    BUILD = 1
    TEST = 2


# --- how a need is looked for ---------------------------------------------------------------------


class Need(Protocol):
    """Something that is looked for by what it does, not by the package it came in."""

    @property
    def title(self) -> str:
        """What a person calls it."""

    def is_there(self) -> bool:
        """True when it can be used."""

    def version(self) -> str:
        """Its own word about its version, or nothing when it has none."""


@dataclass(frozen=True)
class Library:
    """A shared library, by the names WeasyPrint opens; `asks` is its function that tells the version."""

    title: str
    name: str
    asks: str = ""

    def is_there(self) -> bool:
        """True when it can be loaded."""
        return self._loaded() is not None

    def version(self) -> str:
        """The version the library itself gives."""
        library = self._loaded()
        if library is None or not self.asks:
            return ""
        ask = getattr(library, self.asks)
        ask.restype = ctypes.c_char_p
        return str(ask().decode())

    def _loaded(self) -> ctypes.CDLL | None:
        stem = f"lib{self.name}"
        usual = [f"{stem}.so.0", f"{stem}.0.dylib", f"{stem}.dylib", f"{stem}-0.dll"]
        for name in usual:
            try:
                return ctypes.CDLL(name)
            except OSError:
                continue
        elsewhere = ctypes.util.find_library(self.name) if sys.platform == "darwin" else None
        return ctypes.CDLL(elsewhere) if elsewhere else None


@dataclass(frozen=True)
class Font:
    """A font family, as fontconfig lists it; where fc-list is missing, its files are looked for."""

    title: str

    def is_there(self) -> bool:
        """True when a face of the family is installed."""
        return bool(self._listed()) if shutil.which("fc-list") else any(self._files())

    def version(self) -> str:
        """The highest version of its faces, as fontconfig reads it."""
        return f"{max(self._listed()) / 65536:.3f}" if shutil.which("fc-list") and self._listed() else ""

    def _listed(self) -> list[int]:
        """The versions of the family's faces, in fontconfig's fixed-point numbers."""
        asked = ["fc-list", ":", "family", "fontversion"]
        listing = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
        lines = (line.partition(":fontversion=") for line in listing.splitlines())
        return [int(number or 0) for names, _, number in lines if self.title in _families(names)]

    def _files(self) -> Iterable[Path]:
        stem = self.title.replace(" ", "")
        for folder in FONT_FOLDERS:
            yield from Path(folder).expanduser().rglob(f"{stem}-*.[to]tf")


def _families(names: str) -> list[str]:
    """The names of a face; fontconfig escapes hyphens and parts several names by commas."""
    return names.replace("\\", "").split(",")


FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/Library/Fonts")


@dataclass(frozen=True)
class Command:
    """A program on the PATH; `asks` is the argument that makes it tell its version."""

    title: str
    name: str
    asks: str = "--version"

    def is_there(self) -> bool:
        """True when it can be started."""
        return shutil.which(self.name) is not None

    def version(self) -> str:
        """The first word of its own answer that holds a number."""
        if not self.is_there():
            return ""
        told = subprocess.run([self.name, self.asks], capture_output=True, text=True, check=False, timeout=60)
        words = (told.stdout + told.stderr).split()
        return next((word for word in words if word[0].isdigit()), "")


@dataclass(frozen=True)
class Module:
    """A module of the standard library that Debian packs apart."""

    title: str
    name: str

    def is_there(self) -> bool:
        """True when it can be imported."""
        return find_spec(self.name) is not None

    def version(self) -> str:
        """That of the Python it belongs to."""
        return ".".join(map(str, sys.version_info[:3]))


# --- the needs ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Part:
    """One part of the machine: what it is, what needs it, and the packages that bring it."""

    what: Need
    stage: Stage
    debian: str
    fedora: str
    homebrew: str


PANGO = Library("Pango", "pango-1.0", "pango_version_string")
HARFBUZZ = Library("HarfBuzz", "harfbuzz", "hb_version_string")
SUBSETTER = Library("HarfBuzz subsetter", "harfbuzz-subset", "hb_version_string")
"""The libraries whose versions can change the bytes of a PDF."""

NASKH = Font("Noto Naskh Arabic")

SET_UP, BUILD, TEST = Stage

PARTS = (
    Part(Module("Python's venv", "ensurepip"), SET_UP, "python3-venv", "python3", "python"),
    Part(PANGO, BUILD, "libpango-1.0-0", "pango", "pango"),
    Part(Library("PangoFT2", "pangoft2-1.0"), BUILD, "libpangoft2-1.0-0", "pango", "pango"),
    Part(HARFBUZZ, BUILD, "libharfbuzz0b", "harfbuzz", "harfbuzz"),
    Part(SUBSETTER, BUILD, "libharfbuzz-subset0", "harfbuzz", "harfbuzz"),
    Part(Font("Liberation Serif"), BUILD, "fonts-liberation2", "liberation-fonts", "font-liberation"),
    Part(Font("Liberation Sans"), BUILD, "fonts-liberation2", "liberation-fonts", "font-liberation"),
    Part(Font("Carlito"), BUILD, "fonts-crosextra-carlito", "google-carlito-fonts", "font-carlito"),
    Part(NASKH, TEST, "fonts-noto-core", "google-noto-naskh-arabic-fonts", "font-noto-naskh-arabic"),
    Part(Command("LibreOffice Writer", "lowriter"), TEST, "libreoffice-writer", "libreoffice-writer", "libreoffice"),
    Part(Command("qpdf", "qpdf"), TEST, "qpdf", "qpdf", "qpdf"),
    Part(Command("pdftotext", "pdftotext", "-v"), TEST, "poppler-utils", "poppler-utils", "poppler"),
    Part(Command("pdftoppm", "pdftoppm", "-v"), TEST, "poppler-utils", "poppler-utils", "poppler"),
    Part(Command("Chromium", "chromium"), TEST, "chromium", "chromium", "chromium"),
)
"""Every part, in the order in which it is looked for. One line each, so that a new one is one line."""


# --- how to get what is missing -------------------------------------------------------------------


def advice(parts: Iterable[Part]) -> str:
    """The one message that says what is missing and how it is installed, system by system."""
    parts = list(parts)
    packages = zip(*((part.debian, part.fedora, part.homebrew) for part in parts), strict=True)
    debian, fedora, homebrew = (" ".join(dict.fromkeys(names)) for names in packages)
    return (
        f"communique needs what this machine does not have: {', '.join(part.what.title for part in parts)}.\n"
        "Install it, then type the same again:\n"
        f"  Debian, Ubuntu   sudo apt-get install --no-install-recommends {debian}\n"
        f"  Fedora           sudo dnf install {fedora}   (untested)\n"
        f"  macOS            brew install {homebrew}   (untested)\n"
        "  Windows          inside WSL, as on Debian   (untested)\n"
    )


def install(parts: Iterable[Part]) -> None:
    """Install what is missing with apt; when its lists are absent or too old, they are renewed first."""
    packages = list(dict.fromkeys(part.debian for part in parts))
    sys.stderr.write(f"Installing with apt-get: {' '.join(packages)} ...\n")
    known = any(Path("/var/lib/apt/lists").glob("*Packages*"))
    told = _apt("install", *packages) if known else "its lists of packages are empty"
    if told:
        told = _apt("update") or _apt("install", *packages)
    if told:
        sys.stderr.write(f"apt-get could not install them:\n{told}\n")


def _apt(*arguments: str) -> str:
    """Run apt-get without a question or a word; what it said when it failed."""
    quiet = ["-qq", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"]
    done = subprocess.run(
        ["apt-get", *quiet, *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return (done.stdout.strip() or f"exit code {done.returncode}") if done.returncode else ""


def can_install(os_release: str, user: int) -> bool:
    """True for root on Debian, Ubuntu, or a system that says it is like them, where apt-get is at hand."""
    told = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line)
    names = " ".join(told.get(key, "").strip("\"'") for key in ("ID", "ID_LIKE")).split()
    return user == 0 and not {"debian", "ubuntu"}.isdisjoint(names) and shutil.which("apt-get") is not None


def main(stage: str) -> int:
    """Prepare this machine for `build` or `test`."""
    release = Path("/etc/os-release")
    text = release.read_text(encoding="utf-8") if release.is_file() else ""
    user = os.geteuid() if hasattr(os, "geteuid") else 1
    return prepare(Stage[stage.upper()], may_install=can_install(text, user))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
