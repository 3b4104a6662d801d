"""Papers are written beside, and moved into place when all of the pack is on the disk.

The moves are noted down first. A delivery that is killed before that note leaves nothing; one that is
killed after it is finished by the next build. Either way no new PDF stays beside an old Word file.
"""

import errno
import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

from communique.deliver.folders import open_audience, open_build, open_private, refuse_link, refusing
from communique.deliver.manifest import FILE_NAME, Entry, entry, read_manifest, write_manifest
from communique.deliver.pack import Pack, Paper
from communique.deliver.turns import turn
from communique.diagnostics.codes.deliver import ALTERED_LEFTOVER
from communique.diagnostics.diagnostic import Diagnostic
from communique.model.audience import AUDIENCES, Audience

BESIDE = ".incoming"
NOTE = "moves.json"


def deliver(pack: Pack, build: Path, store: Path) -> tuple[Diagnostic, ...]:
    """Put every paper of a pack into its place with the manifests, and clear away what has none; or Refused."""
    with turn(store):
        open_build(build)
        _settle(build)
        delivery, findings = _planned(pack, build)
        if delivery.files or delivery.removals:
            _stage(delivery, build)
            _settle(build)
    return tuple(findings)


def settle(build: Path, store: Path) -> None:
    """Finish, or clear away, what a killed build left; nothing to do costs one look."""
    if (build / BESIDE).exists():
        with turn(store):
            _settle(build)


@dataclass(slots=True)
class _Delivery:
    """What will be written (place, bytes, for whom; manifests last) and what will be removed."""

    files: list[tuple[str, bytes, Audience]] = field(default_factory=list)
    removals: list[str] = field(default_factory=list)


def _planned(pack: Pack, build: Path) -> tuple[_Delivery, list[Diagnostic]]:
    """What this pack changes on the disk: a file that is already there, byte for byte, is left alone."""
    delivery = _Delivery()
    findings: list[Diagnostic] = []
    manifests: list[tuple[str, bytes, Audience]] = []
    for word, audience in AUDIENCES.items():
        folder = f"{pack.folder}/{word}"
        papers = [paper for paper in pack.papers if PurePosixPath(paper.place).parent.as_posix() == folder]
        recorded = {old.name: old for old in read_manifest(build / folder)}
        for place, altered in _leftovers(recorded, folder, pack, build):
            if altered:
                findings.append(_left_alone(build / place))
            else:
                delivery.removals.append(place)
        entries = [*_kept(recorded, folder, papers, pack, build), *map(entry, papers)]
        delivery.files += [(paper.place, paper.artefact.data, audience) for paper in papers]
        if entries:
            manifests.append((f"{folder}/{FILE_NAME}", write_manifest(entries), audience))
        elif recorded:
            delivery.removals.append(f"{folder}/{FILE_NAME}")
    delivery.files = [file for file in [*delivery.files, *manifests] if not _holds(build / file[0], file[1])]
    return delivery, findings


def _kept(recorded: dict[str, Entry], folder: str, papers: list[Paper], pack: Pack, build: Path) -> Iterator[Entry]:
    """The files of earlier builds that this pack does not renew and that are still what was recorded."""
    renewed = {PurePosixPath(paper.place).name for paper in papers}
    for name, old in recorded.items():
        place = f"{folder}/{name}"
        if name not in renewed and place in pack.expected and _digest(build / place) == old.sha256:
            yield old


def _leftovers(recorded: dict[str, Entry], folder: str, pack: Pack, build: Path) -> Iterator[tuple[str, bool]]:
    """The files that were ours and have no place any more, and whether somebody edited them."""
    for name, old in recorded.items():
        place = f"{folder}/{name}"
        if place not in pack.expected and PurePosixPath(name).name == name and (build / place).is_file():
            yield place, _digest(build / place) != old.sha256


def _left_alone(path: Path) -> Diagnostic:
    message = f"{path} is no longer made, but was changed by hand; it was left alone"
    return ALTERED_LEFTOVER.at(None, message, "move it out of build/ to keep it, or delete it")


def _stage(delivery: _Delivery, build: Path) -> None:
    """Write everything beside, make every folder, and only then note down the moves; or leave nothing."""
    beside = build / BESIDE
    with ExitStack() as undo:
        undo.callback(shutil.rmtree, beside, ignore_errors=True)
        open_private(beside)
        moves = [[_staged(beside / str(number), *file, build), file[0]] for number, file in enumerate(delivery.files)]
        with refusing(beside / NOTE):
            (beside / "note").write_text(json.dumps({"moves": moves, "removals": delivery.removals}), encoding="utf-8")
            (beside / "note").rename(beside / NOTE)
        undo.pop_all()


def _staged(beside: Path, place: str, data: bytes, audience: Audience, build: Path) -> str:
    """Write one file beside, after looking that it can be moved to its place."""
    target = open_audience(build, str(PurePosixPath(place).parent), audience) / PurePosixPath(place).name
    with refusing(target):
        if target.is_dir() and not target.is_symlink():
            raise IsADirectoryError(errno.EISDIR, "a folder stands where a paper should go")
        beside.touch(mode=0o644 if audience is Audience.PUBLIC else 0o600)
        beside.write_bytes(data)
    return beside.name


def _settle(build: Path) -> None:
    """Carry out the moves that were noted down, and clear the place beside; again and again gives the same."""
    beside = build / BESIDE
    note = beside / NOTE
    if note.is_file():
        planned = json.loads(note.read_bytes())
        for name, place in planned["moves"]:
            if (beside / name).is_file():
                with refusing(build / place):
                    (beside / name).replace(_own(build, place))
        for place in planned["removals"]:
            with refusing(build / place):
                _own(build, place).unlink(missing_ok=True)
            _remove_empty(build, PurePosixPath(place).parent)
    if beside.exists():
        with refusing(beside):
            shutil.rmtree(beside)


def _own(build: Path, place: str) -> Path:
    """The path of a place below `build`, no folder of which leads elsewhere."""
    folder = build
    for step in PurePosixPath(place).parts[:-1]:
        folder /= step
        refuse_link(folder)
    return folder / PurePosixPath(place).name


def _remove_empty(build: Path, folder: PurePosixPath) -> None:
    """Take away folders in which nothing is left."""
    while folder.parts and (build / folder).is_dir() and not any((build / folder).iterdir()):
        (build / folder).rmdir()
        folder = folder.parent


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _holds(path: Path, data: bytes) -> bool:
    """True when that very file is there."""
    return path.is_file() and not path.is_symlink() and path.stat().st_size == len(data) and path.read_bytes() == data
