"""The manifest of an audience folder: what lies in it, and what it was made with.

It travels with the folder, so it tells of that folder's files alone: no time, no path, nothing of
the sources, which would confirm a guess at them.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from communique.deliver.pack import Paper

FILE_NAME = "manifest.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: its name, digest and extent, the digest of its edition, and what made it."""

    name: str
    sha256: str
    bytes: int
    pages: int
    words: int
    edition: str
    versions: dict[str, str]
    fonts: dict[str, str]


def entry(paper: Paper) -> Entry:
    """What the manifest says of a paper."""
    return Entry(
        name=PurePosixPath(paper.place).name,
        sha256=paper.sha256,
        bytes=len(paper.artefact.data),
        pages=paper.artefact.pages,
        words=paper.artefact.words,
        edition=paper.edition,
        versions=dict(paper.provenance.versions),
        fonts=dict(paper.provenance.fonts),
    )


def write_manifest(entries: Iterable[Entry]) -> bytes:
    """The manifest of a folder with these files, sorted by name."""
    files = [asdict(entry) for entry in sorted(entries, key=lambda entry: entry.name)]
    text = json.dumps({"manifest": VERSION, "files": files}, ensure_ascii=False, indent=2, sort_keys=True)
    return f"{text}\n".encode()


def read_manifest(folder: Path) -> tuple[Entry, ...]:
    """The files a folder is said to hold; none when it has no manifest of ours that can be read."""
    try:
        told = json.loads((folder / FILE_NAME).read_bytes())
        return tuple(Entry(**file) for file in told["files"]) if told["manifest"] == VERSION else ()
    except (OSError, ValueError, TypeError, KeyError):
        return ()
