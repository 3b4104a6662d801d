"""The same eyes for any file: what a PDF, a Word file or a ZIP of anybody's holds besides its page."""

from collections.abc import Iterator
from itertools import groupby

from communique.diagnostics.codes import guard as codes
from communique.diagnostics.diagnostic import Code
from communique.guard.finding import Finding
from communique.guard.read_back import read_pdf
from communique.guard.reading import Hidden, Piece, Reading, Voice
from communique.guard.telltales import telltales
from communique.guard.word_inside import read_word
from communique.guard.zip_members import Member, Unreadable, members

DEEPEST = 3
"""Containers inside containers that are still opened."""
PROGRAMS = ("XMP packet", "XMP xmpMM:", "XMP pdfa", "XMP pdfu", "attributes", "string", "name", "stream", "binary part")
COUNTERS = frozenset({
    "TotalTime", "ScaleCrop", "DocSecurity", "AppVersion", "LinksUpToDate", "SharedDoc", "HyperlinksChanged", "Pages",
    "Words", "Characters", "CharactersWithSpaces", "Lines", "Paragraphs", "lpstr", "i4", "language", "Trapped",
})  # fmt: skip
"""Properties that tell nothing of anybody."""
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

SORTS: tuple[tuple[str, Code], ...] = (
    ("property", codes.DOCUMENT_PROPERTY),
    ("XMP", codes.DOCUMENT_PROPERTY),
    ("metadata of a picture", codes.DOCUMENT_PROPERTY),
    ("remark", codes.HIDDEN_TEXT),
    ("hidden text", codes.HIDDEN_TEXT),
    ("custom XML", codes.HIDDEN_TEXT),
    ("content beside the pages", codes.HIDDEN_TEXT),
    ("value of a field", codes.HIDDEN_TEXT),
    ("comment", codes.COMMENT),
    ("tracked", codes.TRACKED_CHANGE),
    ("deleted text", codes.TRACKED_CHANGE),
    ("attached file", codes.ATTACHMENT),
    ("script", codes.ATTACHMENT),
)
"""What is told of a hidden text, by how it is called."""


def inspect(name: str, data: bytes, depth: int = 0) -> tuple[Finding, ...]:
    """Everything worth knowing of a file before it is handed on; a file that cannot be read is one finding."""
    try:
        return tuple(dict.fromkeys(_found(name, data, depth)))
    except Unreadable as fault:
        return (Finding(codes.UNREADABLE_FILE, name, "file", "unreadable", str(fault)),)


def _found(name: str, data: bytes, depth: int) -> Iterator[Finding]:
    if b"%PDF-" in data[:1024]:
        yield from _of_reading(read_pdf(name, data))
    elif data.startswith(b"PK"):
        held = tuple(members(data))
        if any(member.name == "word/document.xml" for member in held):
            yield from _of_reading(read_word(name, data))
        yield from _of_members(name, held, depth)
    elif data.startswith(OLD_WORD):
        raise Unreadable("it is a file of the old Word, or one locked with a password: save it as .docx first")
    else:
        raise Unreadable("it is empty" if not data else "it is neither a PDF, nor a Word file (.docx), nor a ZIP")


def _of_reading(reading: Reading) -> Iterator[Finding]:
    """What stands in properties and between the lines, then the telltale words of the page."""
    told: set[tuple[Code, str]] = set()
    for text in reading.hidden:
        code = next((code for start, code in SORTS if text.what.startswith(start)), None)
        program = text.what.startswith(PROGRAMS) and text.voice in {Voice.MACHINE, Voice.BYTES}
        dull = program or text.what.removeprefix("property ") in COUNTERS
        if code and not dull and (code, text.text) not in told:
            told.add((code, text.text))
            yield Finding(code, reading.name, text.place, text.what, text.text)
    places: dict[tuple[Code, str, str], list[str]] = {}
    for place, words in _passages(reading):
        for found in telltales(words):
            places.setdefault(found, []).append(place)
    for (code, what, said), where in places.items():
        more = f" and {len(where) - 1} more" if len(where) > 1 else ""
        yield Finding(code, reading.name, where[0] + more, what, said)


def _passages(reading: Reading) -> Iterator[tuple[str, str]]:
    """Each paragraph, or page, of visible words; then each hidden text that is not of a font."""
    for place, pieces in groupby(reading.visible, key=_place):
        yield place, " ".join(piece.text.strip() for piece in pieces)
    for text in reading.hidden:
        if text.voice is not Voice.BYTES:
            yield f"{text.place}, {text.what}", text.text


def _place(piece: Piece | Hidden) -> str:
    return piece.place


def _of_members(name: str, held: tuple[Member, ...], depth: int) -> Iterator[Finding]:
    """Remarks in a container, the names in it, and the files that can be opened in their turn."""
    for member in held:
        if member.remark:
            yield Finding(codes.HIDDEN_TEXT, name, member.name or "container", "remark in the container", member.remark)
        for code, what, said in telltales(member.name):
            yield Finding(code, name, "names of the members", what, said)
        if member.data.startswith((b"PK\x03\x04", b"%PDF-", OLD_WORD)):
            inside = f"{name}/{member.name}"
            if depth >= DEEPEST:
                yield Finding(codes.UNREADABLE_FILE, inside, "file", "unreadable", "containers inside containers")
            else:
                yield from inspect(inside, member.data, depth + 1)
