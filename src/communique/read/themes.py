"""Folders of a theme to Theme: the cascade, and the files that it may name.

Of two files of one name the workspace's own wins, file by file, so that one may replace `base.css` or
a picture alone.
"""

import re
from pathlib import Path
from typing import NoReturn

from communique.diagnostics.codes import read as codes
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source
from communique.model.theme import Asset, Theme
from communique.model.workspace import Workspace
from communique.read.sources import read_bytes, read_source
from communique.read.workspace import SETTINGS, place_of_setting

NAME = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
STYLE = "theme.css"
LETTERHEADS = ("letterhead.docx", "letterhead.dotx", "letterhead.dotm")


def read_theme(workspace: Workspace, name: str) -> Theme:
    """base.css, theme.css, then the page size of the settings; everything else of the folder is an asset."""
    roots = [folder / "themes" for folder in workspace.templates if (folder / "themes").is_dir()]
    files = _files(roots, name) if NAME.fullmatch(name) else {}
    if STYLE not in files:
        _refuse(workspace, roots, name)
    base = [root for root in roots if (root / "base.css").is_file()][:1]
    sheets = [read_source(root / "base.css", "templates/themes/base.css", root.parent) for root in base]
    style, root = files[STYLE]
    sheets.append(read_source(style, f"templates/themes/{name}/{STYLE}", root.parent))
    sheets.append(Source(SETTINGS, f"@page {{ size: {workspace.settings.page.value} }}\n"))
    assets = {file: _asset(file, name, *files[file]) for file in sorted(files) if file != STYLE}
    letterhead = next((assets[file] for file in LETTERHEADS if file in assets), None)
    others = tuple(asset for file, asset in assets.items() if file not in LETTERHEADS)
    return Theme(name, tuple(sheets), others, letterhead)


def _files(roots: list[Path], name: str) -> dict[str, tuple[Path, Path]]:
    """The files of a theme by their name below its folder, each with the folder of themes it came from."""
    files: dict[str, tuple[Path, Path]] = {}
    for root in roots:
        folder = root / name
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder)
            if path.is_file() and not any(part.startswith(".") for part in inside.parts):
                files.setdefault(inside.as_posix(), (path, root))
    return files


def _asset(file: str, theme: str, path: Path, root: Path) -> Asset:
    return Asset(file, read_bytes(path, f"templates/themes/{theme}/{file}", root.parent))


def _refuse(workspace: Workspace, roots: list[Path], name: str) -> NoReturn:
    known = sorted({style.parent.name for root in roots for style in root.glob(f"*/{STYLE}")})
    advice = did_you_mean(name, known) or f"known here: {', '.join(known)}"
    place = place_of_setting(workspace, "theme") if name == workspace.settings.theme else None
    raise Refused(codes.UNKNOWN_THEME.at(place, f'there is no theme "{name}" with a {STYLE}', advice))
