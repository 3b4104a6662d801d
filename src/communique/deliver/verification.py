"""Whether files are those that were built: against the manifest beside them, in a parcel against its SHA256SUMS."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.deliver.manifest import FILE_NAME, read_manifest
from communique.deliver.packed import SUMS, UnreadablePack, is_pack, read_sums, sealed_members
from communique.diagnostics.codes import distribution as codes_of_packs
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
        if path.name in {FILE_NAME, SUMS}:
            yield from _of_manifest(path)
        elif is_pack(path):
            yield from _of_pack(path)
        elif path.suffix.lower() in PAPERS and path.is_file():
            yield _one(path)


def _beside(path: Path) -> Iterator[Verified]:
    if path.name in {FILE_NAME, SUMS}:
        yield from _of_manifest(path)
    elif path.suffix.lower() == ".zip":
        yield from _of_pack(path)
    else:
        yield _one(path)


def _of_manifest(manifest: Path) -> Iterator[Verified]:
    """The files that a manifest names, there or not."""
    sealed = _sealed(manifest.parent)
    if not sealed:
        yield _not_well(manifest, "unreadable", codes.UNREADABLE_MANIFEST, "this is no manifest of ours")
    for name in sealed:
        yield _one(manifest.parent / name)


def _of_pack(pack: Path) -> Iterator[Verified]:
    """The files in a ZIP, each against the list that lies in it; their paths are shown as if it were a folder."""
    try:
        members = sealed_members(pack)
    except UnreadablePack as fault:
        yield _not_well(pack, "unreadable", codes_of_packs.UNREADABLE_PACK, str(fault))
        return
    for name, there, digest in members:
        path = pack / name
        if digest is None:
            yield _not_well(path, "unlisted", codes.UNLISTED_FILE, f"{SUMS} in the pack does not name it")
        elif there is None:
            yield _not_well(path, "missing", codes.MISSING_FILE, f"{SUMS} names it, and it is not in the pack")
        elif there != digest:
            yield _not_well(path, "altered", codes.ALTERED_FILE, "its bytes are not those that were packed")
        else:
            yield Verified(path, "ok")


def _one(path: Path) -> Verified:
    sealed = _sealed(path.parent)
    if path.name not in sealed:
        if sealed or (path.parent / FILE_NAME).is_file():
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
    if not entries and (folder / SUMS).is_file():
        return read_sums((folder / SUMS).read_bytes())
    return {entry.name: entry.sha256 for entry in entries} if all(Path(e.name).name == e.name for e in entries) else {}
