"""The shelf: every template file there is, from which folder each comes, and which hides which."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from communique.diagnostics.codes import read as codes
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused
from communique.model.workspace import Workspace
from communique.read.themes import STYLE, theme_files, theme_names, theme_roots

COPIED = re.compile(
    r"Copied from communique (?P<version>\S+): templates/(?P<name>\S+), sha256 (?P<digest>[0-9a-f]{64})"
)
"""The line that a copy begins with."""


class Sort(StrEnum):
    """What a template file is for."""

    KIND = "kind"
    THEME = "theme"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A kind, a theme or a part; `files`: each place below templates/, with its folders, of which the first counts."""

    name: str
    sort: Sort
    files: tuple[tuple[str, tuple[Path, ...]], ...]

    def hides(self, workspace: Workspace) -> bool:
        """True when a file of the workspace stands before a shipped one of the same name."""
        return any(len(folders) > 1 and _is_own(folders[0], workspace) for _, folders in self.files)

    def is_own(self, workspace: Workspace) -> bool:
        """True when the workspace has at least one file of it."""
        return any(_is_own(folders[0], workspace) for _, folders in self.files)


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy says of its origin: which communique, which file, and the digest that it had."""

    version: str
    name: str
    digest: str


def shelf(workspace: Workspace) -> tuple[Shelved, ...]:
    """Everything on it: kinds, then themes, then parts, each by name."""
    return (*_pages(workspace), *_themes(workspace), *_parts(workspace))


def shelved(workspace: Workspace, name: str) -> Shelved:
    """The thing of that name: `statement`, `modern`, `_partials/page.html`. Refused when there is none."""
    known = {one.name: one for one in shelf(workspace)}
    if name not in known:
        advice = did_you_mean(name, known) or f"there are {', '.join(known)}"
        raise Refused(codes.UNKNOWN_TEMPLATE.at(None, f'there is no kind, theme or part "{name}"', advice))
    return known[name]


def copied_from(text: str) -> Copied | None:
    """What the first lines of a copy say of where it came from."""
    found = COPIED.search(text[:2000])
    return Copied(found["version"], found["name"], found["digest"]) if found else None


def with_origin(text: str, version: str, name: str) -> str:
    """The text of a copy: the same, and one line that says what it was copied from."""
    line = f"Copied from communique {version}: templates/{name}, sha256 {digest_of(text)}"
    if name.endswith(".css"):
        return f"/* {line} */\n{text}"
    if text.startswith("---\n"):
        return f"---\n# {line}\n{text.removeprefix('---' + chr(10))}"
    return f"{{# {line} #}}\n{text}"


def without_origin(text: str) -> str:
    """The text of a copy without that line."""
    lines = text.splitlines(keepends=True)
    return "".join(line for number, line in enumerate(lines) if number > 2 or not COPIED.search(line))


def digest_of(text: str) -> str:
    """The digest by which a shipped file is known again after an upgrade."""
    return sha256(text.encode()).hexdigest()


def _pages(workspace: Workspace) -> Iterator[Shelved]:
    names = {page.name for folder in workspace.templates for page in folder.glob("[!_.]*.html")}
    for name in sorted(names):
        yield Shelved(name.removesuffix(".html"), Sort.KIND, (_file(workspace, name),))


def _themes(workspace: Workspace) -> Iterator[Shelved]:
    roots = theme_roots(workspace)
    for name in theme_names(roots):
        places = (f"themes/{name}/{file}" for file in sorted(theme_files(roots, name), key=lambda file: file != STYLE))
        yield Shelved(name, Sort.THEME, tuple(_file(workspace, place) for place in places))


def _parts(workspace: Workspace) -> Iterator[Shelved]:
    found = {path.relative_to(folder).as_posix() for folder in workspace.templates for path in folder.glob("_*/*.html")}
    for name in (*sorted(found), "themes/base.css"):
        yield Shelved(name, Sort.PART, (_file(workspace, name),))


def _file(workspace: Workspace, place: str) -> tuple[str, tuple[Path, ...]]:
    return place, tuple(folder for folder in workspace.templates if (folder / place).is_file())


def _is_own(folder: Path, workspace: Workspace) -> bool:
    return folder == workspace.root / "templates"
