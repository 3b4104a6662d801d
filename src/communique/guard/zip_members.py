"""The members of a ZIP container, read within bounds: a bomb is named, not unpacked."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from communique.model.damaged import DAMAGED

MOST_MEMBERS = 20_000
LARGEST_MEMBER = 64 * 1024 * 1024
LARGEST_TOTAL = 400 * 1024 * 1024
CHUNK = 1024 * 1024


class Unreadable(Exception):
    """A file cannot be looked into; the message says why, in a person's words."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a container."""

    name: str
    data: bytes = field(repr=False)
    remark: str = ""


def members(data: bytes) -> Iterator[Member]:
    """Every member with its bytes; the remark of the container itself comes last, under no name."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as opened:
            listed = opened.infolist()
            if len(listed) > MOST_MEMBERS:
                raise Unreadable(f"it says it holds {len(listed)} files; more than {MOST_MEMBERS} are not looked into")
            left = LARGEST_TOTAL
            for info in listed:
                body = _read(opened, info, min(left, LARGEST_MEMBER))
                left -= len(body)
                yield Member(info.filename, body, info.comment.decode("utf-8", "replace"))
            yield Member("", b"", opened.comment.decode("utf-8", "replace"))
    except DAMAGED as fault:
        raise Unreadable(f"the container is damaged or locked: {fault}") from fault


def _read(opened: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    """The bytes of a member, never more than the limit: what its header says is not believed."""
    if info.is_dir():
        return b""
    parts, size = [], 0
    with opened.open(info) as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            if size > limit:
                raise Unreadable(f"{info.filename} unpacks to more than {limit // CHUNK} MB")
            parts.append(chunk)
    return b"".join(parts)
