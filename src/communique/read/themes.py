"""Folders of a theme to Theme: the cascade, and the files that it may name.

Of two files of one name the workspace's own wins, file by file, so that one may replace `base.css` or
a picture alone. A theme may inherit from another: `:root { --extends: plain }` in its theme.css.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from communique.diagnostics.codes import read as codes
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused, refuse_errors
from communique.diagnostics.span import Source, Span, start_of
from communique.model.theme import Asset, Theme
from communique.model.workspace import Workspace
from communique.read.brackets import refuse_deep_brackets
from communique.read.picture_bytes import plain_picture
from communique.read.pictures import SIGNATURES, faults_in_picture
from communique.read.sources import read_bytes, read_source
from communique.read.workspace import SETTINGS, place_of_setting

NAME = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
STYLE = "theme.css"
LETTERHEADS = ("letterhead.docx", "letterhead.dotx", "letterhead.dotm")
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
EXTENDS = re.compile(r"(?<![\w-])--extends\s*:\s*([^;}]*[^;}\s])")


@dataclass(frozen=True, slots=True)
class Generation:
    """One theme of a line of themes: its style, and its files, each with the folder of themes it came from."""

    name: str
    style: Source
    files: dict[str, tuple[Path, Path]]


def read_theme(workspace: Workspace, name: str) -> Theme:
    """base.css, the themes it inherits from, its own theme.css, the page size; the other files are assets.

    Of what it inherits, a theme's own files win by name, and its own letterhead over any other.
    """
    roots = theme_roots(workspace)
    line = tuple(_line(workspace, roots, name))
    base = [root for root in roots if (root / "base.css").is_file()][:1]
    sheets = [read_source(root / "base.css", "templates/themes/base.css", root.parent) for root in base]
    sheets += [generation.style for generation in reversed(line)]
    for sheet in sheets:
        refuse_deep_brackets(sheet)
    sheets.append(Source(SETTINGS, f"@page {{ size: {workspace.settings.page.value} }}\n"))
    assets: dict[str, Asset] = {}
    for generation in line:
        own = {file for file in generation.files if file != STYLE} - set(assets)
        if any(file in assets for file in LETTERHEADS):
            own -= set(LETTERHEADS)
        assets |= {file: _asset(file, generation.name, *generation.files[file]) for file in own}
    letterhead = next((assets[file] for file in LETTERHEADS if file in assets), None)
    others = tuple(assets[file] for file in sorted(assets) if file not in LETTERHEADS)
    return Theme(name, tuple(sheets), others, letterhead)


def theme_roots(workspace: Workspace) -> list[Path]:
    """The folders of themes that there are, the workspace's own first."""
    return [folder / "themes" for folder in workspace.templates if (folder / "themes").is_dir()]


def theme_files(roots: list[Path], name: str) -> dict[str, tuple[Path, Path]]:
    """The files of a theme by their name below its folder, each with the folder of themes it came from."""
    files: dict[str, tuple[Path, Path]] = {}
    for root in roots:
        folder = root / name
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder)
            if path.is_file() and not any(part.startswith(".") for part in inside.parts):
                files.setdefault(inside.as_posix(), (path, root))
    return files


def theme_names(roots: list[Path]) -> list[str]:
    """The themes that there are."""
    return sorted({style.parent.name for root in roots for style in root.glob(f"*/{STYLE}")})


def _line(workspace: Workspace, roots: list[Path], name: str) -> Iterator[Generation]:
    """A theme, the one that it inherits from, and so on."""
    seen: list[str] = []
    place = place_of_setting(workspace, "theme") if name == workspace.settings.theme else None
    while True:
        if name in seen:
            circle = " inherits from ".join((*seen[seen.index(name) :], name))
            raise Refused(codes.CIRCULAR_THEME.at(place, circle, "take one of the --extends away"))
        seen.append(name)
        files = theme_files(roots, name) if NAME.fullmatch(name) else {}
        if STYLE not in files:
            _refuse(roots, name, place)
        path, root = files[STYLE]
        style = read_source(path, f"templates/themes/{name}/{STYLE}", root.parent)
        yield Generation(name, style, files)
        parent = _extends(style)
        if parent is None:
            return
        name, place = parent


def _extends(style: Source) -> tuple[str, Span] | None:
    """The theme that a stylesheet inherits from, and where it says so."""
    said = EXTENDS.search(COMMENT.sub(lambda comment: " " * len(comment[0]), style.text))
    return (said[1].strip("\"'"), style.span(*said.span(1))) if said else None


def _asset(file: str, theme: str, path: Path, root: Path) -> Asset:
    shown = f"templates/themes/{theme}/{file}"
    data = read_bytes(path, shown, root.parent)
    if path.suffix.lower() in SIGNATURES:
        refuse_errors(faults_in_picture(data, shown, start_of(shown)))
        data = plain_picture(data)  # a logo tells nobody who drew it
    return Asset(file, data)


def _refuse(roots: list[Path], name: str, place: Span | None) -> NoReturn:
    known = theme_names(roots)
    advice = did_you_mean(name, known) or f"known here: {', '.join(known)}"
    raise Refused(codes.UNKNOWN_THEME.at(place, f'there is no theme "{name}" with a {STYLE}', advice))
