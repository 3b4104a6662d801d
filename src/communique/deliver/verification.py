"""Whether the files of a folder are still those that were built: each against the manifest beside it."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.deliver.manifest import FILE_NAME, read_manifest
from communique.diagnostics.codes import verification as codes
from communique.diagnostics.diagnostic import Code, Diagnostic

PAPERS = (".pdf", ".docx")
"""The endings of what is built, and so looked for in folders."""


@dataclass(frozen=True, slots=True)
class Verified:
    """One file, how it stands to its manifest in a word, and the finding where that is not well."""

    path: Path
    word: str
    findings: tuple[Diagnostic, ...] = ()


def verify(places: Iterable[Path]) -> Iterator[Verified]:
    """Every file that is named, and in folders every paper and every file of a manifest, each once."""
    seen: dict[Path, Verified] = {}
    for place in places:
        found = list(_in_folder(place) if place.is_dir() else _beside(place))
        if not found:
            nothing = codes.NOTHING_TO_VERIFY.at(None, f"{place}: no manifest and no paper", help="name build/")
            found = [Verified(place, "empty", (nothing,))]
        for one in found:
            seen.setdefault(one.path, one)
    yield from seen.values()


def _in_folder(folder: Path) -> Iterator[Verified]:
    """The folder and all below it; what is hidden is nobody's paper."""
    for path in sorted(folder.rglob("*")):
        if any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        if path.name == FILE_NAME:
            yield from _of_manifest(path)
        elif path.suffix.lower() in PAPERS and path.is_file():
            yield _one(path)


def _beside(path: Path) -> Iterator[Verified]:
    yield from _of_manifest(path) if path.name == FILE_NAME else [_one(path)]


def _of_manifest(manifest: Path) -> Iterator[Verified]:
    """The files that a manifest names, there or not."""
    sealed = _sealed(manifest.parent)
    if not sealed:
        yield _not_well(manifest, "unreadable", codes.UNREADABLE_MANIFEST, "this is no manifest of ours")
    for name in sealed:
        yield _one(manifest.parent / name)


def _one(path: Path) -> Verified:
    sealed = _sealed(path.parent)
    if path.name not in sealed:
        if (path.parent / FILE_NAME).is_file():
            return _not_well(path, "unlisted", codes.UNLISTED_FILE, "the manifest beside it does not name it")
        return _not_well(path, "none", codes.UNSEALED_FILE, "no manifest lies beside it")
    if not path.is_file():
        return _not_well(path, "missing", codes.MISSING_FILE, "the manifest names it, and it is not there")
    if hashlib.sha256(path.read_bytes()).hexdigest() != sealed[path.name]:
        return _not_well(path, "altered", codes.ALTERED_FILE, "its bytes are not those that were built")
    return Verified(path, "ok")


def _not_well(path: Path, word: str, code: Code, what: str) -> Verified:
    return Verified(path, word, (code.at(None, f"{path}: {what}", help=code.right),))


def _sealed(folder: Path) -> dict[str, str]:
    """The digests by file name that the manifest of a folder gives; a name with a path in it is none."""
    entries = read_manifest(folder)
    return {entry.name: entry.sha256 for entry in entries} if all(Path(e.name).name == e.name for e in entries) else {}
