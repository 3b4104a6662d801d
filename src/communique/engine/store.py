"""What was made before: finished bytes by their own digest, and small notes by the key of what they are about.

    .communique/bytes/ab/ab12...     the bytes of a paper
    .communique/notes/cd/cd34....json   what came of a key

It may be deleted at any time, in whole or in part: what is missing, torn or altered counts as never
made. Every file is written beside and moved into place, so builds side by side and builds that are
killed cannot tear one. All of it is its owner's alone, for internal papers lie in it.
"""

import json
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

Note = dict[str, Any]
VERSION = 3
"""To be raised when notes are written otherwise: those of before are then none."""
BYTES, NOTES = "bytes", "notes"
LARGEST = 500_000_000
"""Bytes of papers that are kept beside those that lie in build/: about 5,000 papers of an example's size."""
DRAFT_AGE = 3600
"""Seconds after which a half-written file has lost whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Store:
    """The store below a folder; reading never fails, writing raises what the system refuses (OSError)."""

    folder: Path

    def note(self, key: str) -> Note | None:
        """What was noted under a key; None when nothing was, or it is no longer as it was written."""
        place = self._place(NOTES, f"{key}.json")
        try:
            digest, _, text = place.read_bytes().partition(b"\n")
            os.utime(place)
        except OSError:
            return None
        if sha256(text).hexdigest().encode() != digest:
            return None
        told: Note = json.loads(text)
        return told if told["version"] == VERSION else None

    def keep_note(self, key: str, note: Note) -> None:
        """Note something under a key; its first line is the digest of the rest."""
        text = json.dumps({"version": VERSION, **note}, ensure_ascii=False).encode("utf-8", "surrogatepass")
        _write(self._place(NOTES, f"{key}.json"), b"%s\n%s" % (sha256(text).hexdigest().encode(), text))

    def holds(self, digest: str) -> bool:
        """True when bytes of that digest are there, unless they were altered."""
        return self._place(BYTES, digest).is_file()

    def data(self, digest: str) -> bytes | None:
        """The bytes of a digest; None when they are not there, or are no longer those."""
        place = self._place(BYTES, digest)
        try:
            data = place.read_bytes()
            os.utime(place)
        except OSError:
            return None
        if sha256(data).hexdigest() == digest:
            return data
        place.unlink(missing_ok=True)
        return None

    def keep_bytes(self, data: bytes) -> str:
        """Keep bytes; their digest."""
        digest = sha256(data).hexdigest()
        place = self._place(BYTES, digest)
        if not place.is_file() or place.stat().st_size != len(data):
            _write(place, data)
        return digest

    def prune(self, in_use: Iterable[str], largest: int = LARGEST) -> None:
        """Throw away what is longest unused: papers beyond `largest` bytes, notes beyond a tenth of that.

        `in_use` are the digests of papers that lie in build/; they stay.
        """
        self._keep_within(BYTES, largest, frozenset(in_use))
        self._keep_within(NOTES, largest // 10, frozenset())

    def _keep_within(self, what: str, room: int, kept: frozenset[str]) -> None:
        for _, size, place in sorted(self._files(what), reverse=True):
            if place.name not in kept:
                room -= size
                if room < 0:
                    place.unlink(missing_ok=True)

    def _files(self, what: str) -> Iterator[tuple[float, int, Path]]:
        """When each file was last used, its size and place; drafts that nobody finishes go."""
        for place in (self.folder / what).glob("??/*"):
            try:
                seen = place.stat()
            except OSError:
                continue
            if "." not in place.name.removesuffix(".json"):
                yield seen.st_mtime, seen.st_size, place
            elif seen.st_mtime < time.time() - DRAFT_AGE:
                place.unlink(missing_ok=True)

    def _place(self, what: str, name: str) -> Path:
        return self.folder / what / name[:2] / name


def _write(place: Path, data: bytes) -> None:
    """Beside, then into place: whole or not at all."""
    place.parent.parent.mkdir(mode=0o700, exist_ok=True)
    place.parent.mkdir(mode=0o700, exist_ok=True)
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_bytes(data)
    draft.replace(place)
