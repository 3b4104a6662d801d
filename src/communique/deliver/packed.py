"""A parcel on the side of whoever receives it: a ZIP, and the list of its files by which it is checked."""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

from communique.model.damaged import DAMAGED

SUMS = "SHA256SUMS"
LINE = re.compile(r"([0-9a-f]{64}) [ *]([^/\\\n]+)")
"""A line of `sha256sum`; a name with a path in it is none of ours."""
LARGEST = 400 * 1024 * 1024
"""Bytes that a pack may unpack to; larger ones are not opened."""


class UnreadablePack(Exception):
    """A ZIP is no parcel; the message says why, in a person's words."""


def is_pack(path: Path) -> bool:
    """True for a ZIP that says which files it holds."""
    if path.suffix.lower() != ".zip" or not path.is_file():
        return False
    try:
        with ZipFile(path) as opened:
            return SUMS in opened.namelist()
    except DAMAGED:
        return False


def read_sums(data: bytes) -> dict[str, str]:
    """The digests by name; what is no line of `sha256sum` is left aside."""
    lines = data.decode("utf-8", "replace").splitlines()
    return {found[2]: found[1] for line in lines if (found := LINE.fullmatch(line))}


def sealed_members(pack: Path) -> Iterator[tuple[str, str | None, str | None]]:
    """Every file that is in a pack or in its list: its name, its digest as it is, and as it is listed."""
    try:
        with ZipFile(pack) as opened:
            if sum(info.file_size for info in opened.infolist()) > LARGEST:
                raise UnreadablePack(f"it unpacks to more than {LARGEST // 1024**2} MB")
            names = opened.namelist()
            if len(names) != len(set(names)):
                raise UnreadablePack("it holds two files of one name")
            if SUMS not in names:
                raise UnreadablePack(f"it holds no {SUMS}")
            listed = read_sums(opened.read(SUMS))
            there = {name: sha256(opened.read(name)).hexdigest() for name in names if name != SUMS}
    except DAMAGED as fault:
        raise UnreadablePack(f"it cannot be opened: {fault}") from fault
    return ((name, there.get(name), listed.get(name)) for name in sorted({*there, *listed}))
