"""Files to texts: bytes become characters here, once, or are refused.

Bounds: a text has at most 5 MB, a picture 20 MB; neither lies outside its folder, not even by a link.
"""

import re
from pathlib import Path

from communique.diagnostics.codes import read as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source, start_of

LARGEST_TEXT = 5_000_000
LARGEST_PICTURE = 20_000_000
SHOWN_AT_MOST = 20
SAMPLE = 60_000
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
NAMED = {"\x00": "NUL", "\x08": "backspace", "\x0c": "form feed", "\x1b": "escape", "\x7f": "delete"}
USUAL = ("cp1252", "cp1251", "cp1256")
"""Of encodings that read alike, the one that a desk is likely to have (the Windows of Western, Cyrillic, Arabic)."""
WIDE = {b"\xff\xfe": "utf_16", b"\xfe\xff": "utf_16"}


def read_source(path: Path, shown: str, within: Path) -> Source:
    """The text of a file, called `shown` in what is said about it; `within` is the folder it may not leave."""
    data = read_bytes(path, shown, within, LARGEST_TEXT)
    source = Source(shown, _decoded(data, shown).removeprefix("\ufeff"))
    if found := _control_characters(source):
        raise Refused(*found)
    return source


def read_bytes(path: Path, shown: str, within: Path, limit: int = LARGEST_PICTURE) -> bytes:
    """The bytes of a file of at most `limit` bytes that lies in the folder `within`."""
    try:
        if not path.resolve().is_relative_to(within.resolve()):
            raise Refused(outside(shown))
        if not path.is_file():
            raise Refused(_unreadable(shown, "it is not there" if not path.exists() else "it is not a file"))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, RuntimeError, ValueError) as error:
        raise Refused(_unreadable(shown, _reason(error))) from None
    if len(data) > limit:
        message = f"{shown} has more than {limit // 1_000_000} MB"
        raise Refused(codes.OVERSIZED_FILE.at(start_of(shown), message, "keep what is not part of it elsewhere"))
    return data


def outside(shown: str) -> Diagnostic:
    """That a file leads out of the workspace."""
    message = f"{shown} leads out of the workspace"
    return codes.OUTSIDE_WORKSPACE.at(start_of(shown), message, "copy the file into the workspace")


def _unreadable(shown: str, reason: str) -> Diagnostic:
    return codes.UNREADABLE_FILE.at(start_of(shown), f"{shown} cannot be read: {reason}", "look at its name and rights")


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return "its name leads round in a circle"


def _decoded(data: bytes, shown: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = Source(shown, data[: error.start].decode("utf-8"))
        place = before.span(len(before.text), len(before.text))
        looks = likely_encoding(data)
        message = "this file is not UTF-8" + (f"; it looks like {looks}" if looks else "")
        raise Refused(codes.NOT_UTF8.at(place, message, "save it again as UTF-8")) from None


def likely_encoding(data: bytes) -> str:
    """The encoding that a text looks like, by its first letters; nothing when it looks like none."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, and only a wrong file needs it

    if data[:2] in WIDE:
        return WIDE[data[:2]]
    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        return ""
    alike = [best.encoding, *best.could_be_from_charset]
    return next((name for name in USUAL if name in alike), best.encoding)


def _control_characters(source: Source) -> list[Diagnostic]:
    found = []
    for match in CONTROL.finditer(source.text):
        char = match.group()
        what = NAMED.get(char, f"U+{ord(char):04X}")
        message = f"a control character stands here ({what})"
        found.append(codes.CONTROL_CHARACTER.at(source.span(match.start(), match.end()), message, "delete it"))
        if len(found) == SHOWN_AT_MOST:
            break
    return found
