"""What a PDF holds that no page shows: every string and stream, decompressed, whether it is used or not."""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from communique.guard.picture_inside import legible, picture_inside
from communique.guard.reading import Hidden, Voice
from communique.guard.xmp import xmp

LARGEST = 64 * 1024 * 1024
"""The longest stream that is looked into, in bytes, once decompressed."""

KEYS = {
    "/Alt": "alternative text",
    "/ActualText": "actual text",
    "/E": "expansion",
    "/T": "title",
    "/TU": "name of a field",
    "/Contents": "text of a link",
    "/URI": "address of a link",
    "/Title": "title",
    "/Subj": "subject of an annotation",
    "/RC": "annotation",
    "/NM": "name of an annotation",
    "/F": "file name",
    "/UF": "file name",
    "/Desc": "description",
    "/V": "value of a field",
    "/DV": "value of a field",
    "/JS": "script",
}
"""What the strings behind these keys are (ISO 32000-1); all others are for programs."""

PROSE = frozenset(KEYS) - {"/JS", "/NM", "/F", "/UF"}
NAMES = frozenset({"/F", "/UF", "/NM"})
INFO = frozenset({"/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped"})
"""Properties that programs write."""
PIXELS = frozenset({"/FlateDecode", "/CCITTFaxDecode", "/LZWDecode", "/RunLengthDecode", "/JBIG2Decode"})
HEX = re.compile(rb"<[0-9A-Fa-f\s]*>")
"""Codes of glyphs, which PDFium reads with the pages."""
IN_CONTENT = re.compile(rb"/(ActualText|Alt|E|Contents)\s*(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)")
COMMENTS = frozenset({
    "/Text", "/FreeText", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret", "/Ink", "/Stamp", "/Popup",
    "/FileAttachment", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Redact",
})  # fmt: skip
"""Annotations in which a person says something (ISO 32000-1, 12.5.6)."""


def inside(opened: pikepdf.Pdf) -> Iterator[Hidden]:
    """Every hidden text of the file."""
    yield from _information(opened)
    info = opened.trailer.get("/Info")
    skip = info.objgen if info is not None and _is_apart(info) else None
    for number, found in enumerate(opened.objects, start=1):
        where = f"object {number}"
        if _is_apart(found) and found.objgen == skip:
            continue
        if isinstance(found, pikepdf.Stream):
            yield from strings_inside(found.stream_dict, where)
            yield from stream_inside(found, where)
        else:
            yield from strings_inside(found, where)


def _information(opened: pikepdf.Pdf) -> Iterator[Hidden]:
    info = opened.trailer.get("/Info")
    if isinstance(info, pikepdf.Dictionary):
        for key, value in info.items():
            voice = Voice.MACHINE if key in INFO else Voice.PROSE
            yield Hidden(f"property {key[1:]}", "information", str(value), voice)


def strings_inside(value: Any, where: str, key: str = "", depth: int = 0) -> Iterator[Hidden]:  # noqa: ANN401 - any PDF object
    """The strings of an object; what is an object of its own is met by itself."""
    if depth > 50:
        return
    if isinstance(value, pikepdf.String):
        voice = Voice.PROSE if key in PROSE else Voice.NAME if key in NAMES else Voice.MACHINE
        if text := str(value):
            yield Hidden(KEYS.get(key, f"string {key}".strip()), where, text, voice)
    elif isinstance(value, pikepdf.Array):
        for one in value.as_list():
            if not _is_apart(one):
                yield from strings_inside(one, where, key, depth + 1)
    elif isinstance(value, pikepdf.Dictionary):
        if "/Contents" in value and str(value.get("/Subtype")) in COMMENTS:
            yield Hidden(f"comment{_by(value)}", where, str(value["/Contents"]))
        if "/EmbeddedFiles" in value or str(value.get("/Type")) == "/Filespec":
            yield Hidden("attached file", where, _file_name(value), Voice.NAME)
        for name, one in value.items():
            if not _is_apart(one):
                yield from strings_inside(one, where, name, depth + 1)
    elif isinstance(value, pikepdf.Name) and key not in {"/Type", "/S", "/Subtype"}:
        yield Hidden("name", where, str(value), Voice.MACHINE)


def _file_name(value: pikepdf.Dictionary) -> str:
    """The name of an attached file: its own, or in the tree of names the first of all."""
    inside = value.get("/EmbeddedFiles")
    names = inside.get("/Names") if isinstance(inside, pikepdf.Dictionary) else None
    if isinstance(names, pikepdf.Array) and len(names):
        return str(names[0])
    return str(value.get("/UF", value.get("/F", "without a name")))


def _is_apart(value: Any) -> bool:  # noqa: ANN401 - numbers and truths come as Python's own
    """True for what is an object of its own in the file."""
    return isinstance(value, pikepdf.Object) and value.is_indirect


def _by(annotation: pikepdf.Dictionary) -> str:
    return f" by {annotation['/T']}" if "/T" in annotation else ""


def stream_inside(stream: pikepdf.Stream, where: str) -> Iterator[Hidden]:
    """What a stream holds that no page shows."""
    kind, subtype = str(stream.get("/Type", "")), str(stream.get("/Subtype", ""))
    if subtype == "/Image":
        yield from _image(stream, where)
        return
    data = _bytes(stream)
    if kind == "/Metadata":
        yield from xmp(data.decode("utf-8", "replace"), f"metadata in {where}")
        return
    if kind == "/EmbeddedFile":
        yield Hidden("text of an attachment", where, data.decode("utf-8", "replace"))
        return
    for name, written in IN_CONTENT.findall(data):
        text = str(pikepdf.Object.parse(written))
        yield Hidden(KEYS.get(f"/{name.decode()}", "string"), where, text)
    yield Hidden("stream", where, legible(HEX.sub(b" ", data)), Voice.BYTES)


def _image(stream: pikepdf.Stream, where: str) -> Iterator[Hidden]:
    """A picture that kept its own file form keeps its remarks too; mere pixels have none."""
    filters = stream.get("/Filter")
    names = {str(name) for name in (filters.as_list() if isinstance(filters, pikepdf.Array) else [filters])}
    if filters is not None and not names <= PIXELS:
        yield from picture_inside(stream.read_raw_bytes(), where)


def _bytes(stream: pikepdf.Stream) -> bytes:
    """The decompressed bytes; what cannot be decompressed is looked at as it is."""
    try:
        return bytes(stream.read_bytes())[:LARGEST]
    except pikepdf.PdfError:
        return bytes(stream.read_raw_bytes())[:LARGEST]
