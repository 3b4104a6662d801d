"""The bytes of a picture without what it says of its maker: camera, place, owner, remarks.

Both writers get what is left. Whole chunks and segments are left out, so the pixels stay as they were,
byte for byte, unless the camera was turned. What cannot be followed to its end is given back unchanged:
the guard reads the finished file.
"""

from collections.abc import Iterator
from struct import error, pack, unpack_from

from communique.read.upright import upright

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
SHOWN = frozenset({
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL",
    b"fcTL", b"fdAT",
})  # fmt: skip
"""Ancillary chunks that a viewer shows the picture by (PNG, 11.3); of the others none is kept."""
ICC, ADOBE, JFIF = b"ICC_PROFILE\0", b"Adobe", b"JFIF\0"
"""Application segments about colours and size (ITU-T T.871, T.872; ICC.1, B.4)."""
PLAIN_JFIF = b"\xff\xe0" + pack(">H", 16) + JFIF + b"\x01\x01\x00\x00\x01\x00\x01\x00\x00"
SOS, EOI, COM = 0xDA, 0xD9, 0xFE
BARE = frozenset({0x00, *range(0xD0, 0xD8)})
"""What follows 0xFF inside a scan: a stuffed zero, a restart."""

Segment = tuple[int, bytes]
"""A marker, and the segment from it to the next one."""


def plain_picture(data: bytes) -> bytes:
    """The picture as it is seen, and nothing else; one that is neither PNG, JPEG nor SVG as it is."""
    try:
        if data.startswith(PNG):
            return PNG + b"".join(_chunks(upright(data)))
        if data.startswith(JPEG):
            return _jpeg(list(_segments(upright(data))))
    except (error, IndexError, EOFError, StopIteration):
        return data
    if b"<svg" in data:
        from communique.read.drawing_bytes import plain_drawing  # noqa: PLC0415  lxml, which few texts need

        return plain_drawing(data)
    return data


def _chunks(data: bytes) -> Iterator[bytes]:
    """The chunks that are shown, up to the end of the picture."""
    at, kind = len(PNG), b""
    while kind != b"IEND":
        length, kind = unpack_from(">I4s", data, at)
        chunk = data[at : at + 12 + length]
        if len(chunk) < 12 + length:
            raise EOFError
        at += len(chunk)
        if kind in SHOWN or kind[:1].isupper():  # a capital: one that no viewer may pass over (PNG, 5.4)
            yield chunk


def _segments(data: bytes) -> Iterator[Segment]:
    """The segments of a JPEG, a scan with its data, up to the end of the picture (ITU-T T.81, B.1)."""
    at, marker = len(JPEG), 0
    while marker != EOI:
        while data[at + 1] == 0xFF:
            at += 1
        marker = data[at + 1]
        if data[at] != 0xFF or marker in BARE:
            raise EOFError
        end = at + 2 + (0 if marker == EOI else unpack_from(">H", data, at + 2)[0])
        if marker == SOS:
            end = _end_of_scan(data, end)
        yield marker, data[at:end]
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    while (at := data.find(b"\xff", at)) >= 0 and data[at + 1] in BARE:
        at += 2
    if at < 0:
        raise EOFError
    return at


def _jpeg(segments: list[Segment]) -> bytes:
    kept = [(marker, segment) for marker, segment in segments if _is_shown(marker, segment[4:])]
    known = any(segment[4:].startswith(JFIF) for _, segment in kept) or _is_rgb(kept)
    return JPEG + (b"" if known else PLAIN_JFIF) + b"".join(segment for _, segment in kept)


def _is_shown(marker: int, body: bytes) -> bool:
    return marker != COM and (not 0xE0 <= marker <= 0xEF or body.startswith((ICC, ADOBE, JFIF)))


def _is_rgb(segments: list[Segment]) -> bool:
    """True when a JFIF segment would say other colours than the picture has: three components, not YCbCr."""
    frame = next(s[4:] for marker, s in segments if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC})
    adobe = next((s[4:] for marker, s in segments if marker == 0xEE), b"")
    return frame[5] == 3 and (adobe[11:12] == b"\0" if adobe else frame[6:15:3] == b"RGB")
