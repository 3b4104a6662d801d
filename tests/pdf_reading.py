"""A finished PDF as a reader sees it: words with their places and fonts, lines, pages, outline and tags.

Read with pdfium and pikepdf, which had no part in the writing. Lengths are points (1/72 inch) from
the bottom left corner of the page.
"""

import ctypes
import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary
from pypdfium2 import raw

from communique.guard import pdf_pages


@dataclass(frozen=True)
class Word:
    """Letters between two spaces, in one font."""

    text: str
    page: int
    left: float
    bottom: float
    right: float
    top: float
    font: str
    size: float

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2


@dataclass(frozen=True)
class Line:
    """Words side by side, in the order in which they were painted."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        return min(word.left for word in self.words)

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @property
    def bottom(self) -> float:
        return min(word.bottom for word in self.words)

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(frozen=True)
class ReadPage:
    """One page: its size, its whole text, its words."""

    number: int
    width: float
    height: float
    text: str
    words: tuple[Word, ...]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines in the order in which they were painted."""
        grouped: list[list[Word]] = []
        for word in self.words:
            before = grouped[-1][-1] if grouped else None
            if before and abs(word.middle - before.middle) < max(word.size, before.size) / 2:
                grouped[-1].append(word)
            else:
                grouped.append([word])
        return tuple(Line(tuple(words)) for words in grouped)


def read_pages(data: bytes) -> tuple[ReadPage, ...]:
    """Every page of a PDF."""
    with pypdfium2.PdfDocument(data) as document:
        return tuple(_read(document[index], index + 1) for index in range(len(document)))


def page_with(data: bytes, words: str) -> int:
    """The number of the first page on which the words stand, counted from 1."""
    return next(page.number for page in read_pages(data) if words in " ".join(page.text.split()))


def outline(data: bytes) -> list[tuple[int, str, int]]:
    """The bookmarks: level, title and page, all counted from 1."""
    with pypdfium2.PdfDocument(data) as document:
        marks = [(mark.level, mark.get_title(), mark.get_dest()) for mark in document.get_toc()]
        return [(level + 1, title, dest.get_index() + 1) for level, title, dest in marks]


def tag_lines(data: bytes) -> list[str]:
    """The structure tree, a line an element, two spaces a level: role and what the element says of itself."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return list(_tag_lines(pdf.Root.StructTreeRoot, 0))


def _tag_lines(node: Dictionary, depth: int) -> Iterator[str]:
    kids = node.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            said = [f"{name}={kid[f'/{name}']}" for name in ("Lang", "Alt", "E", "T", "ID") if f"/{name}" in kid]
            attributes = kid.get("/A", Dictionary())
            said += [
                f"{name}={str(attributes[f'/{name}']).removeprefix('/')}"
                for name in ("Scope", "ColSpan", "RowSpan", "ListNumbering")
                if f"/{name}" in attributes
            ]
            yield " ".join(("  " * depth + str(kid.S)[1:], *said))
            yield from _tag_lines(kid, depth + 1)


def _read(page: pypdfium2.PdfPage, number: int) -> ReadPage:
    text = page.get_textpage()
    width, height = page.get_size()
    return ReadPage(number, width, height, text.get_text_range(), tuple(_words(text, number)))


def _words(text: pypdfium2.PdfTextPage, number: int) -> Iterator[Word]:
    letters: list[tuple[str, tuple[float, float, float, float], str, float]] = []
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        font, size = _font(text, index), _size(text, index)
        if letters and (letter.isspace() or letters[-1][2] != font):
            yield _word(letters, number)
            letters = []
        if not letter.isspace():
            letters.append((letter, text.get_charbox(index), font, size))
    if letters:
        yield _word(letters, number)


def _word(letters: list[tuple[str, tuple[float, float, float, float], str, float]], number: int) -> Word:
    boxes = [box for _, box, _, _ in letters]
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    _, _, font, size = letters[0]
    return Word("".join(letter for letter, *_ in letters), number, left, bottom, right, top, font, size)


def _size(text: pypdfium2.PdfTextPage, index: int) -> float:
    """The size on the page: that of the text, scaled as the page scales it."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
    return round(raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d), 2)


def _font(text: pypdfium2.PdfTextPage, index: int) -> str:
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, name, 128, ctypes.byref(flags))
    return name.value.decode().partition("+")[2] or name.value.decode()


def told(data: bytes) -> str:
    """The letters of a document as they are read aloud: in the order of its tags, without what numbers things.

    Left out are labels, calls of notes, page numbers in the contents, spaces, and hyphens at line ends.
    """
    texts: dict[tuple[int, int], list[str]] = {}
    for painted in pdf_pages._painted(data):
        texts.setdefault((painted.page, painted.mark), []).append(painted.text)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        marks = list(_spoken(pdf.Root.StructTreeRoot, None, pages))
    spoken = "".join(pdf_pages._piece(texts.get(mark, []), mark[0], pdf_pages.Stands.FLOW).text for mark in marks)
    return "".join(letter for letter in spoken if not letter.isspace() and letter != "\N{HYPHEN}")


def _spoken(
    node: Dictionary, page: Dictionary | None, pages: dict, *, terms: bool = False
) -> Iterator[tuple[int, int]]:
    """The marked contents that are words; in a list that counts nothing, the labels are terms."""
    role, page = str(node.get("/S", "")), node.get("/Pg", page)
    terms = str(node.get("/A", Dictionary()).get("/ListNumbering", "")) == "/None" if role == "/L" else terms
    kids = node.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            if (kid.S != "/Lbl" or terms) and (role, kid.S) != ("/TOCI", "/NonStruct"):
                yield from _spoken(kid, page, pages, terms=terms)
        elif role != "/Reference" and (isinstance(kid, int) or "/MCID" in kid):
            number = kid if isinstance(kid, int) else int(kid.MCID)
            place = page if isinstance(kid, int) else kid.get("/Pg", page)
            yield pages[place.objgen], number
