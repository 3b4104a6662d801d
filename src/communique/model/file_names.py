"""Names that people gave, as names of files: the same on every system, safe to pack and to send."""

import re
import unicodedata
from hashlib import sha256

LONGEST = 80
"""Characters; a path of Windows takes 260 in all, and a paper stands three folders below."""
LARGEST = 180
"""Bytes in UTF-8; a name takes 255 on Linux, and an ending follows."""
FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])[ ]*(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, with any ending (Microsoft, Naming Files, Paths, and Namespaces)."""


def file_name_of(words: str) -> str:
    """The words as the name of a file or folder, the same words always the same name.

    Nearly every name comes out as it is, in composed letters. What a file may not be called is changed, and
    the first six digits of the SHA-256 of the words then keep two different names apart: `_CON~a1b2c3`.
    """
    name = unicodedata.normalize("NFC", words)
    spaced = re.sub(r"\s+", " ", FORBIDDEN.sub("-", name))
    seen = "".join(char for char in spaced if unicodedata.category(char) not in UNSEEN)
    short = _cut(re.sub(r"^[ .~-]+|[ .]+$", "", seen))
    if RESERVED.fullmatch(short):
        short = f"_{short}"
    if short and short == name:
        return short
    return f"{short or 'unnamed'}~{sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}"


def alike(name: str) -> str:
    """What names share that some file systems take for one: those that know no capitals and no composed letters."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFD", name).casefold())
    return unicodedata.normalize("NFC", " ".join(folded.split()))


def _cut(name: str) -> str:
    """The first of a name that is too long, whole characters with their marks."""
    while len(name) > LONGEST or len(name.encode()) > LARGEST:
        end = len(name) - 1
        while end and unicodedata.combining(name[end]):
            end -= 1
        name = name[:end].rstrip(" .")
    return name
