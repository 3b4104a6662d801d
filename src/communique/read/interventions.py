"""The interventions on disk: what lies where in `content/`.

    content/<meeting>/<intervention>/speech.md, speech.<lang>.md, brief.md, brief.<lang>.md
    content/<name>.md, content/<name>.<lang>.md      a lone text

Left aside: names that begin with a full stop or an underscore, and README files.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.diagnostics.codes import read as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import start_of
from communique.model.workspace import Workspace
from communique.read.languages import split_language
from communique.read.names import fault_in_name
from communique.read.sources import outside


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where an intervention stands: its meeting ("" for a lone text), its name, its Markdown files."""

    meeting: str
    name: str
    files: tuple[Path, ...]

    @property
    def shown(self) -> str:
        """The names a person gives it."""
        return f"{self.meeting}/{self.name}" if self.meeting else self.name


def find(workspace: Workspace, paths: Iterable[Path] = ()) -> tuple[Place, ...]:
    """Every intervention, in order of its names; with `paths`, those that they name."""
    if not workspace.content.is_dir():
        message = "there is no folder content/ here"
        raise Refused(codes.UNKNOWN_PATH.at(None, message, "write content/hello.md, or type communique new DIR"))
    search = _Search(workspace)
    places = tuple(sorted(search.places()))
    wanted = [_wanted(workspace, path, places) for path in paths]
    chosen = tuple(place for place in places if not wanted or any(place in some for some in wanted))
    if search.found:
        raise Refused(*search.found)
    return chosen


def _wanted(workspace: Workspace, path: Path, places: tuple[Place, ...]) -> set[Place]:
    """The interventions that a path names: a meeting's folder, an intervention's, or a file of one."""
    for candidate in (path, workspace.root / path, workspace.content / path):
        if not candidate.exists():
            continue
        real = _real(candidate)
        if some := {place for place in places if any(_lies_in(file, real, workspace) for file in place.files)}:
            return some
    known = [name for place in places for name in (place.shown, f"content/{place.shown}", place.meeting) if name]
    message = f"{path.as_posix()} is no meeting, intervention or text of this workspace"
    advice = did_you_mean(path.as_posix().rstrip("/"), known) or "communique list shows all there are"
    raise Refused(codes.UNKNOWN_PATH.at(None, message, advice))


def _lies_in(file: Path, real: Path, workspace: Workspace) -> bool:
    """True for a file that is, or lies in, a place; so does a brief for its speech, a meeting.yaml for all."""
    if real.is_dir():
        return _real(file).is_relative_to(real)
    if real.parent == workspace.content.resolve():
        return _real(file) == real
    return _real(file).is_relative_to(real.parent)


def _real(path: Path) -> Path:
    """Where a path leads; one that leads round in a circle stays as it is, and cannot be read."""
    return Path(os.path.realpath(path))


class _Search:
    """One walk through `content/`; what lies wrong gathers in `found`."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.found: list[Diagnostic] = []

    def places(self) -> Iterator[Place]:
        """Lone texts, then meetings."""
        lone: dict[str, list[Path]] = {}
        for entry in self._entries(self.workspace.content):
            if entry.is_dir():
                yield from self._meeting(entry)
            elif entry.suffix == ".md":
                lone.setdefault(split_language(entry.stem)[0], []).append(entry)
        for name, files in lone.items():
            if (self.workspace.content / name).is_dir():
                self._misplaced(files[0], f"{name} is a meeting and a text at once", "give the text another name")
            elif self._is_well_named(name, files[0]):
                yield Place("", name, tuple(files))

    def _meeting(self, folder: Path) -> Iterator[Place]:
        inside = list(self._entries(folder))
        for entry in inside:
            if entry.is_dir():
                yield from self._intervention(folder, entry)
            elif entry.suffix == ".md":
                advice = f"move it into a folder of its own: {folder.name}/{split_language(entry.stem)[0]}/speech.md"
                self._misplaced(entry, f"{entry.name} stands in the folder of a meeting, where no text is read", advice)
            elif entry.stem == "meeting" and entry.suffix in {".yml", ".json", ".toml"}:
                self._misplaced(entry, f"{entry.name} is not read", "call it meeting.yaml")

    def _intervention(self, meeting: Path, folder: Path) -> Iterator[Place]:
        inside = list(self._entries(folder))
        files = tuple(entry for entry in inside if entry.suffix == ".md" and not entry.is_dir())
        for deep in (entry for entry in inside if entry.is_dir()):
            for lost in (entry for entry in self._entries(deep) if entry.suffix == ".md"):
                self._misplaced(lost, f"{lost.name} stands too deep to be read", "move it up into its intervention")
        named = self._is_well_named(meeting.name, meeting) and self._is_well_named(folder.name, folder)
        if files and named:
            yield Place(meeting.name, folder.name, files)

    def _entries(self, folder: Path) -> Iterator[Path]:
        """What lies in a folder, in order; links that lead out of the workspace are reported."""
        try:
            entries = sorted(folder.iterdir())
        except OSError as error:
            message = f"{self._shown(folder)} cannot be read: {(error.strerror or 'it is locked').lower()}"
            self.found.append(codes.UNREADABLE_FILE.at(start_of(self._shown(folder)), message, "look at its rights"))
            return
        for entry in entries:
            if entry.name.startswith((".", "_")) or entry.stem.upper() == "README":
                continue
            if entry.is_symlink() and not _real(entry).is_relative_to(self.workspace.root.resolve()):
                self.found.append(outside(self._shown(entry)))
                continue
            yield entry

    def _is_well_named(self, name: str, at: Path) -> bool:
        fault = fault_in_name(name)
        if fault:
            shown = name.encode("utf-8", "replace").decode()
            diagnostic = codes.UNSAFE_NAME.at(
                start_of(self._shown(at)), f'"{shown}" cannot be a name: {fault}', "rename it"
            )
            if diagnostic not in self.found:
                self.found.append(diagnostic)
        return not fault

    def _misplaced(self, path: Path, message: str, advice: str) -> None:
        self.found.append(codes.MISPLACED_FILE.at(start_of(self._shown(path)), message, advice))

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.workspace.root).as_posix().encode("utf-8", "replace").decode()
