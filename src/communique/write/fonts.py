"""The fonts that may stand on a page: our own fontconfig file lists them, and nothing else leaks in.

Static TrueType only: a variable font or one keyed by CID breaks PDF/A or the extraction of text.
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from communique.write.font_folders import FOLDERS

FILE, CACHE = "fonts.conf", "fontconfig"
"""What is written below the folder that `configure` is given."""

SYSTEMS_CACHE = "/var/cache/fontconfig"
"""Where Linux systems keep what they know of the installed fonts: read, where ours is still empty."""


@dataclass(frozen=True, slots=True)
class Family:
    """A family that we know: the files it consists of, and the names it stands for.

    `stands_for` are families of Word with the same widths, so that lines break alike in both formats.
    """

    name: str
    files: tuple[str, ...]
    stands_for: tuple[str, ...] = ()


FAMILIES = (
    Family("Liberation Serif", ("LiberationSerif-*.ttf",), ("Times New Roman",)),
    Family("Liberation Sans", ("LiberationSans-*.ttf",), ("Arial",)),
    Family("Liberation Mono", ("LiberationMono-*.ttf",), ("Courier New",)),
    Family("Carlito", ("Carlito-*.ttf",), ("Calibri",)),
    Family("Caladea", ("Caladea-*.ttf",), ("Cambria",)),
    Family("Noto Sans", ("NotoSans-*.ttf",)),
    Family("Noto Serif", ("NotoSerif-*.ttf",)),
    Family("Noto Naskh Arabic", ("NotoNaskhArabic-*.ttf",)),
    Family("Noto Sans Arabic", ("NotoSansArabic-*.ttf",)),
    Family("Noto Sans Hebrew", ("NotoSansHebrew-*.ttf",)),
    Family("Noto Serif Hebrew", ("NotoSerifHebrew-*.ttf",)),
    Family("Noto Sans CJK SC", ("NotoSansCJK-*.ttc", "NotoSansSC-*.ttf")),
    Family("Noto Serif CJK SC", ("NotoSerifCJK-*.ttc", "NotoSerifSC-*.ttf")),
)
"""The families of the shipped themes, and what fills their gaps."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """One font file of this machine, as the manifest names it: no folder, so that it may travel."""

    family: str
    name: str
    sha256: str


def configure(folder: Path, paths: Iterable[Path] | None = None) -> Path:
    """Write the fontconfig file below `folder` and have this process, and its children, obey it.

    `paths` are the files that may stand on a page; without, all of the known families that are installed.
    To be called before WeasyPrint is loaded, for fontconfig reads its file once; later it only makes
    sure that the same fonts are in force (RuntimeError: others are). Returns the file in force.
    LibreOffice obeys it too.
    """
    file, fonts = folder.absolute() / FILE, installed() if paths is None else sorted(paths)
    text = _configuration(folder.absolute() / CACHE, fonts)
    if "weasyprint" in sys.modules:
        in_force = Path(os.environ.get("FONTCONFIG_FILE", ""))
        if not _is_ours(in_force, fonts):
            raise RuntimeError("the fonts must be configured before WeasyPrint is loaded")
        return in_force
    os.environ["FONTCONFIG_FILE"] = str(file)
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f".{os.getpid()}")  # whole or not at all: a worker may be reading
        draft.write_text(text, encoding="utf-8")
        draft.replace(file)
    return file


def font_files(asked: Iterable[str]) -> tuple[FontFile, ...]:
    """The files of this machine that serve the families a theme asks for, by family and name."""
    names = {name.casefold() for name in asked}
    return tuple(
        FontFile(family.name, path.name, _sha256(path))
        for family in FAMILIES
        if names.intersection(name.casefold() for name in (family.name, *family.stands_for))
        for path in _installed(family)
    )


def installed() -> list[Path]:
    """Every file of the known families on this machine."""
    return sorted(path for family in FAMILIES for path in _installed(family))


def _is_ours(file: Path, fonts: Iterable[Path]) -> bool:
    """True of a file that we wrote, in whatever folder, for these fonts."""
    ours = _configuration(file.parent / CACHE, fonts)
    return file.name == FILE and file.is_file() and file.read_text(encoding="utf-8") == ours


def _configuration(cache_folder: Path, fonts: Iterable[Path]) -> str:
    """A fontconfig file that accepts these files and rejects all others."""
    paths = list(fonts)
    folders = sorted({path.parent for path in paths})
    return "\n".join(
        (
            '<?xml version="1.0"?>',
            '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
            "<fontconfig>",
            *(f"  <dir>{escape(str(folder))}</dir>" for folder in folders),
            f"  <cachedir>{escape(str(cache_folder))}</cachedir>",
            f"  <cachedir>{SYSTEMS_CACHE}</cachedir>",
            "  <selectfont>",
            "    <rejectfont><glob>*</glob></rejectfont>",
            *(f"    <acceptfont><glob>{escape(str(path))}</glob></acceptfont>" for path in paths),
            "  </selectfont>",
            *_aliases(),
            *_last_resorts(),
            "</fontconfig>",
            "",
        )
    )


def _aliases() -> Iterator[str]:
    """The rules that print Word's families with their twins of the same widths."""
    for family in FAMILIES:
        for name in family.stands_for:
            yield (
                f'  <match target="pattern"><test name="family"><string>{escape(name)}</string></test>'
                f'<edit name="family" mode="assign" binding="same"><string>{escape(family.name)}</string></edit>'
                "</match>"
            )


def _last_resorts() -> Iterator[str]:
    """The rules for generic families, and for a family that is not there: never by chance."""
    for generic, name in (
        ("sans-serif", "Liberation Sans"),
        ("sans", "Liberation Sans"),
        ("monospace", "Liberation Mono"),
    ):
        yield (
            f'  <match target="pattern"><test name="family"><string>{generic}</string></test>'
            f'<edit name="family" mode="append" binding="strong"><string>{name}</string></edit></match>'
        )
    yield (
        '  <match target="pattern"><edit name="family" mode="append_last" binding="strong">'
        "<string>Liberation Serif</string></edit></match>"
    )


@cache
def _installed(family: Family) -> tuple[Path, ...]:
    """The files of a family on this machine; of two copies the one in the first folder counts."""
    roots = (Path(folder).expanduser() for folder in FOLDERS)
    found = (path for root in roots for pattern in family.files for path in sorted(root.rglob(pattern)))
    by_name: dict[str, Path] = {}
    for path in found:
        by_name.setdefault(path.name, path)
    return tuple(by_name[name] for name in sorted(by_name) if not _is_variable(name))


def _is_variable(name: str) -> bool:
    """True of a variable font, by the custom of naming its axes in brackets or its kind at the end."""
    return "[" in name or name.rpartition(".")[0].endswith(("-VF", "-Variable", "VariableFont_wght"))


@cache
def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
