"""The bytes of a draft become characters, whatever program wrote them; or one line says why not."""

import re
from pathlib import Path

from communique.diagnostics.codes.draft import DOUBTFUL_DRAFT, NO_DRAFT
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source
from communique.read.sources import LARGEST_TEXT, likely_encoding, read_bytes

SAVE_AS = "open it in its program and save it as plain text (.txt)"
OTHER_KINDS = {
    b"PK\x03\x04": "a Word file or another ZIP archive",
    b"\xd0\xcf\x11\xe0": "an old Word file (.doc)",
    b"{\\rtf": "rich text (.rtf)",
    b"%PDF": "a PDF",
}
"""The first bytes of what people send instead of plain text (ECMA-376; [MS-CFB] 2.2; RTF 1.9.1; ISO 32000-2, 7.5.2)."""

BY_MARK = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""The byte order marks (Unicode 15.0, table 23-6)."""


def decoded(path: Path) -> tuple[Source, list[Diagnostic]]:
    """A draft as text, and a word about its encoding when that is a guess; Refused for what is no plain text."""
    shown = path.as_posix()
    data = read_bytes(path, shown, path.resolve().parent, LARGEST_TEXT)
    for first, what in OTHER_KINDS.items():
        if data.startswith(first):
            raise Refused(NO_DRAFT.at(None, f"{shown} is {what}, not plain text", SAVE_AS))
    encoding = next((name for mark, name in BY_MARK.items() if data.startswith(mark)), "") or _guessed(data)
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise Refused(_binary(shown)) from None
    if "\x00" in text:
        raise Refused(_binary(shown))
    source = Source(shown, text)
    if encoding.startswith("utf"):
        return source, []
    first_accent = next(place for place, char in enumerate(text) if not char.isascii())
    message = f"the file says nothing of its encoding; it was read as {encoding}"
    place = source.span(first_accent, first_accent + 1)
    return source, [DOUBTFUL_DRAFT.at(place, message, "compare the letters with accents")]


def _guessed(data: bytes) -> str:
    """UTF-8 when it is that; else what the letters look like, of UTF-16 by its zeros."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return _wide(data) or "utf-8"
    return _wide(data) or ("cp1252" if _is_western(data) else likely_encoding(data)) or "unknown"


WESTERN = re.compile("[\xa0-\xff\u2018-\u201e\u2013\u2014\u2026\u20ac\u0152\u0153\u2022]")
"""What Western texts have beyond ASCII, of all that cp1252 holds."""


def _is_western(data: bytes) -> bool:
    """True of a text with an accent here and there, which no statistics of so few letters can tell from others."""
    text = data.decode("cp1252", "replace")
    beyond = [char for char in text if not char.isascii()]
    return all(map(WESTERN.fullmatch, beyond)) and len(beyond) < 0.2 * sum(map(str.isalpha, text))


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: in most scripts nearly every second byte of it is zero or the same."""
    even, odd = data[::2], data[1::2]
    if len(data) < 4 or len(data) % 2:
        return ""
    if odd.count(0) > 0.7 * len(odd) and even.count(0) == 0:
        return "utf-16-le"
    return "utf-16-be" if even.count(0) > 0.7 * len(even) and odd.count(0) == 0 else ""


def _binary(shown: str) -> Diagnostic:
    return NO_DRAFT.at(None, f"{shown} holds bytes that are no text", SAVE_AS)
