"""What a picture file says of itself: camera, owner, place, remarks; the pixels are left alone."""

import re
import zlib
from collections.abc import Iterator
from struct import unpack_from

from communique.guard.reading import Hidden, Voice

LARGEST = 4 * 1024 * 1024
PNG = b"\x89PNG\r\n\x1a\n"
PRINTABLE = re.compile(rb"[\x20-\x7e\x80-\xff]{4,}|(?:[\x20-\x7e]\x00){4,}|(?:\x00[\x20-\x7e]){4,}")
"""Text in a block of bytes: ASCII with UTF-8 or Latin-1, or UTF-16 of either order."""
TEXT_CHUNKS = {b"tEXt", b"zTXt", b"iTXt", b"eXIf"}
COLOUR_CHUNKS = {
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"tRNS",
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"pHYs",
    b"bKGD",
    b"sBIT",
    b"hIST",
    b"iCCP",
    b"tIME",
    b"sPLT",
    b"acTL",
    b"fcTL",
    b"fdAT",
}
"""Chunks that are about colours and time (PNG, 11.2 and 11.3)."""
ICC, ADOBE, JFIF = b"ICC_PROFILE", b"Adobe", b"JFIF"
ELEMENT = re.compile(r"<[^>]*>")


def picture_inside(data: bytes, where: str) -> Iterator[Hidden]:
    """The remarks in a PNG, a JPEG, an SVG or any other picture."""
    if data.startswith(PNG):
        chunks = _png(data)
    elif data.startswith(b"\xff\xd8"):
        chunks = _jpeg(data)
    elif b"<svg" in data[:4096]:
        yield Hidden("text of a drawing", where, data.decode("utf-8", "replace"), Voice.MACHINE)
        return
    else:
        yield Hidden("picture data", where, legible(data[:LARGEST]), Voice.BYTES)
        return
    for what, body in chunks:
        text = legible(body[:LARGEST])
        if any(char.isalpha() for char in text):
            yield Hidden(f"metadata of a picture ({what})", where, ELEMENT.sub(" ", text), Voice.NAME)


def _png(data: bytes) -> Iterator[tuple[str, bytes]]:
    at = len(PNG)
    while at + 8 <= len(data):
        length, kind = unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        at += 12 + length
        if kind in TEXT_CHUNKS:
            yield kind.decode("latin-1"), _unpacked(kind, body)
        elif kind not in COLOUR_CHUNKS:
            yield kind.decode("latin-1"), body
        if kind == b"IEND":
            break
    if at < len(data):
        yield "behind the picture", data[at:]


def _unpacked(kind: bytes, body: bytes) -> bytes:
    """The text of a chunk, decompressed where it says so (PNG, 11.3.4)."""
    keyword, _, rest = body.partition(b"\0")
    packed = (
        rest[1:] if kind == b"zTXt" else rest[2:].split(b"\0", 2)[-1] if kind == b"iTXt" and rest[:1] == b"\1" else b""
    )
    if not packed:
        return body
    try:
        return keyword + b" " + zlib.decompressobj().decompress(packed, LARGEST)
    except zlib.error:
        return body


def _jpeg(data: bytes) -> Iterator[tuple[str, bytes]]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], unpack_from(">H", data, at + 2)[0]
        body = data[at + 4 : at + 2 + length]
        if marker == 0xDA:
            break
        if marker == 0xFE:
            yield "comment", body
        elif 0xE0 <= marker <= 0xEF and not body.startswith((ICC, ADOBE, JFIF)):
            yield f"APP{marker - 0xE0}", body
        at += 2 + length
    end = data.rfind(b"\xff\xd9")
    if end >= 0 and end + 2 < len(data):
        yield "behind the picture", data[end + 2 :]


def legible(data: bytes) -> str:
    """The readable stretches of any bytes, a line each."""
    return "\n".join(map(_decoded, PRINTABLE.findall(data)))


def _decoded(found: bytes) -> str:
    if b"\0" in found:
        found = found.replace(b"\0", b"")
    try:
        return found.decode("utf-8")
    except UnicodeDecodeError:
        return found.decode("latin-1")
