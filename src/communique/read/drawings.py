"""Drawings (SVG), read as what they are: programs that draw. What runs, fetches or multiplies is named at its line.

Bounds: 20 000 elements, 60 levels, 40 000 elements when every reference is followed; one file, of at most 20 MB.
"""

import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from communique.diagnostics.codes import pictures as codes
from communique.diagnostics.diagnostic import Code, Diagnostic
from communique.diagnostics.span import Source, Span
from communique.read.drawing_weight import MOST_LEVELS, Drawn, Endless, drawn
from communique.read.points import JPEG, PNG, faults_in_points

SVG = "http://www.w3.org/2000/svg"
MOST_ELEMENTS = 20_000
MOST_DRAWN = 40_000
SHOWN_AT_MOST = 20

EMBEDDED = re.compile(r"data:image/(?:png|jpe?g);base64,(.*)", re.DOTALL | re.IGNORECASE)
OUTSIDE = re.compile(r"url\(\s*['\"]?(?!['\"]?\s*#)[^)'\"]*|@import\b[^;]*", re.IGNORECASE)
"""An address in a style that leads elsewhere; `url(#name)` stays inside."""
INSIDE = re.compile(r"url\(\s*['\"]?\s*#([^)'\"\s]+)", re.IGNORECASE)
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
TAG = re.compile(rb"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>?")
KEEP_INSIDE = "put what is shown into the drawing itself: most programs call that embedding"


class _Enough(Exception):
    """Nothing more of this drawing is worth reading."""


def faults_in_drawing(data: bytes, shown: str) -> Iterator[Diagnostic]:
    """All that a drawing holds besides shapes and words, in reading order; `shown` is how the file is called."""
    reader = _Reader(data, shown)
    try:
        reader.parser.Parse(data, True)  # noqa: FBT003  the parser's own way
    except _Enough:
        pass
    except expat.ExpatError as error:
        line = reader.source.lines[error.lineno - 1 : error.lineno] or ("",)
        column = min(error.offset, len(line[0].rstrip("\r\n"))) + 1
        place = Span(shown, error.lineno, column, error.lineno, column)
        message = f"this drawing is not XML: {expat.ErrorString(error.code)}"
        reader.found.append(codes.BROKEN_PICTURE.at(place, message, "save it again, as plain SVG"))
    else:
        reader.weigh()
    yield from reader.found


@dataclass(slots=True)
class _Style:
    """The words of a `style` element, and where they begin."""

    start: int
    words: list[str] = field(default_factory=list)


class _Reader:
    """The handlers of a parser that fetches nothing; what is found gathers in `found`."""

    def __init__(self, data: bytes, shown: str) -> None:
        self.data, self.found = data, list[Diagnostic]()
        self.source = Source(shown, data.decode("utf-8", "replace"))
        self.opened: list[Drawn] = []
        self.root: Drawn | None = None
        self.elements = 0
        self.style: _Style | None = None
        self.styled: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words

    def weigh(self) -> None:
        """Follow the references, as drawing does: a few lines can ask for a million shapes."""
        if self.root is None:
            return
        try:
            weight = drawn(self.root, self.styled)
        except Endless as endless:
            self._tell(codes.OVERSIZED_PICTURE, endless.args[0], endless.args[1], "draw each shape once, side by side")
            return
        if weight > MOST_DRAWN:
            message = f"this drawing shows {weight} elements, when its references are followed"
            self._tell(codes.OVERSIZED_PICTURE, 0, message, f"draw a simpler one, of at most {MOST_DRAWN}")

    def _doctype(self, name: str, system: str | None, public: str | None, has_subset: int) -> None:
        """Entities multiply and fetch; the bare line that some programs write names only what SVG is."""
        del name, system, public
        if has_subset:
            message = "a DOCTYPE with declarations stands in this drawing"
            begin = self.data.rfind(b"<!DOCTYPE", 0, self.parser.CurrentByteIndex)
            self._tell(codes.UNSAFE_DRAWING, begin, message, "save it again, as plain SVG")
            raise _Enough

    def _instruction(self, target: str, words: str) -> None:
        del words
        if target == "xml-stylesheet":
            self._tell(codes.UNSAFE_DRAWING, self.parser.CurrentByteIndex, "a style from another file", KEEP_INSIDE)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self.parser.CurrentByteIndex
        space, _, local = name.rpartition(" ")
        self._admit(at, space, local)
        if local == "script":
            self._tell(codes.UNSAFE_DRAWING, at, "a script stands in this drawing", "take it out: a drawing only draws")
        element = Drawn(at, local, attributes.get("id", ""), len(attributes.get("d") or attributes.get("points", "")))
        for key, value in attributes.items():
            self._attribute(at, local, key, value)
            element.references += INSIDE.findall(value)
            if key.rpartition(" ")[2] == "href" and value.strip().startswith("#"):
                element.references.append(value.strip()[1:])
        if self.opened:
            self.opened[-1].children.append(element)
        self.root = self.root or element
        self.opened.append(element)
        if local == "style":
            self.style = _Style(at)

    def _admit(self, at: int, space: str, local: str) -> None:
        """Refuse at once what is no drawing, or one without end."""
        self.elements += 1
        if not self.opened and (space, local) != (SVG, "svg"):
            message = f"this is no drawing: it begins with <{local}>" if local != "svg" else "this <svg> has no xmlns"
            self._tell(codes.BROKEN_PICTURE, at, message, f'a drawing begins with <svg xmlns="{SVG}" ...>')
            raise _Enough
        if self.elements > MOST_ELEMENTS or len(self.opened) >= MOST_LEVELS:
            many = f"{MOST_ELEMENTS} elements" if self.elements > MOST_ELEMENTS else f"{MOST_LEVELS} levels"
            self._tell(codes.OVERSIZED_PICTURE, at, f"this drawing has more than {many}", "draw a simpler one")
            raise _Enough

    def _end(self, name: str) -> None:
        del name
        self.opened.pop()
        if self.style:
            words = COMMENT.sub(" ", "".join(self.style.words))
            self.styled += INSIDE.findall(words)
            if OUTSIDE.search(words):
                self._tell(codes.UNSAFE_DRAWING, self.style.start, "this style fetches from elsewhere", KEEP_INSIDE)
            self.style = None

    def _words(self, words: str) -> None:
        if self.style:
            self.style.words.append(words)

    def _attribute(self, at: int, local: str, name: str, value: str) -> None:
        key, address = name.rpartition(" ")[2], value.strip()
        message = ""
        if name.startswith("on"):
            message, advice = f"an event handler ({name}) stands in this drawing", "take it out: a drawing only draws"
        elif key == "href":
            message, advice = self._address(at, local, address), KEEP_INSIDE
        elif OUTSIDE.search(value):
            message, advice = f"{name} fetches from elsewhere", KEEP_INSIDE
        if message:
            self._tell(codes.UNSAFE_DRAWING, at, message, advice, key)

    def _address(self, at: int, local: str, address: str) -> str:
        """What is wrong with an address; a link is no picture, and only goes."""
        if not address or address.startswith("#") or local == "script":
            return ""
        if embedded := EMBEDDED.match(address):
            self._embedded(at, embedded[1])
            return ""
        if local == "a" and not address.lower().startswith("javascript:"):
            return ""
        cut = address if len(address) <= 40 else f"{address[:39]}…"
        return f"this drawing shows what lies elsewhere ({cut})"

    def _embedded(self, at: int, encoded: str) -> None:
        try:
            data = b64decode(encoded, validate=False)
        except NotBase64:
            data = b""
        place = self._place(at, "href")
        if data.startswith((PNG, JPEG)):
            self.found += faults_in_points(data, "the picture inside", place)
        else:
            message = "the picture inside is neither PNG nor JPEG"
            self.found.append(codes.BROKEN_PICTURE.at(place, message, "save it again, as plain SVG"))

    def _tell(self, code: Code, at: int, message: str, advice: str, attribute: str = "") -> None:
        self.found.append(code.at(self._place(at, attribute), message, advice))
        if len(self.found) >= SHOWN_AT_MOST:
            raise _Enough

    def _place(self, at: int, attribute: str = "") -> Span:
        """The tag that begins at a byte, or an attribute in it."""
        tag = TAG.match(self.data, at)
        start, end = tag.span() if tag else (at, at)
        if tag and attribute:
            named = re.search(rb"[\s:](" + re.escape(attribute.encode()) + rb"\s*=\s*(?:\"[^\"]*\"|'[^']*'))", tag[0])
            start, end = (at + named.start(1), at + named.end(1)) if named else (start, end)
        return self.source.span(self._offset(start), self._offset(end))

    def _offset(self, byte: int) -> int:
        return len(self.data[:byte].decode("utf-8", "replace"))
