"""A parcel: all that one recipient is given, as a folder and as a ZIP beside it.

Both hold the same files: the papers, a README.txt, and SHA256SUMS, by which anyone can see that none was changed. A ZIP
tells nothing of this machine: no path, no clock, no owner.
"""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from communique.deliver.folders import open_audience, open_build, refusing
from communique.deliver.packed import SUMS
from communique.deliver.single import put
from communique.model.audience import Audience

README = "README.txt"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every member: the earliest that a ZIP can say."""
UTF_8 = 0x800
"""The flag of a member whose name is UTF-8 (APPNOTE.TXT, 4.4.4), set for all, so that no name depends on another."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What lies in `place` below `build/`: each file by its name, README.txt among them; SHA256SUMS is written last."""

    place: str
    audience: Audience
    files: tuple[tuple[str, bytes], ...] = field(repr=False)

    @property
    def zip_place(self) -> str:
        """Where the ZIP lies."""
        return f"{self.place}.zip"

    @property
    def sums(self) -> bytes:
        """SHA256SUMS as `sha256sum -c` reads it (GNU coreutils, 6.2)."""
        lines = (f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(self.files))
        return "".join(lines).encode()

    @property
    def members(self) -> tuple[tuple[str, bytes], ...]:
        """Every file, by name."""
        return tuple(sorted((*self.files, (SUMS, self.sums))))

    def zipped(self) -> bytes:
        """The ZIP: the same files give the same bytes."""
        written = BytesIO()
        with ZipFile(written, "w") as target:
            for name, data in self.members:
                member = ZipInfo(name, EPOCH)
                member.compress_type, member.external_attr, member.create_system = ZIP_DEFLATED, 0o644 << 16, 3
                member.flag_bits |= UTF_8
                target.writestr(member, data)
        return written.getvalue()


def hand_over(parcel: Parcel, build: Path) -> str:
    """Put a parcel into its place, folder and ZIP, what lay there before giving way; the digest of the ZIP.

    The folder is filled beside and moved: whoever is killed in between leaves the old one, or none.
    """
    open_build(build)
    home = open_audience(build, parcel.place.rpartition("/")[0], parcel.audience)
    folder = home / parcel.place.rpartition("/")[2]
    beside, old = (home / f".{folder.name}.{word}" for word in ("new", "old"))
    with refusing(folder):
        for leftover in (beside, old):
            shutil.rmtree(leftover, ignore_errors=True)
        private = parcel.audience is not Audience.PUBLIC
        beside.mkdir(mode=0o700 if private else 0o755)
        for name, data in parcel.members:
            (beside / name).touch(mode=0o600 if private else 0o644)
            (beside / name).write_bytes(data)
        if folder.is_dir():
            folder.rename(old)
        beside.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    data = parcel.zipped()
    put(build, parcel.zip_place, data, parcel.audience)
    return sha256(data).hexdigest()


def lies_there(place: str, digests: Iterable[tuple[str, str]], zip_digest: str, build: Path) -> bool:
    """True when a parcel is in its place with those files, and no other, and with that ZIP."""
    folder, wanted = build / place, dict(digests)
    try:
        there = {path.name for path in folder.iterdir()}
        same = all(sha256((folder / name).read_bytes()).hexdigest() == digest for name, digest in wanted.items())
        zipped = sha256((build / f"{place}.zip").read_bytes()).hexdigest()
    except OSError:
        return False
    return there == set(wanted) and same and zipped == zip_digest
