"""What validators of Word files do not look for: identities given twice, unbalanced fields, missing names and words.

Used by `communique verify`, and by the tests on every file they write. Each check takes the package
and yields short sentences.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any, TypeAlias
from zipfile import ZipFile

from lxml import etree

from communique.model.damaged import DAMAGED

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
TEXTS = ("document", "header", "footer", "footnotes")
"""The parts that hold text, by the beginnings of their names."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every member: the earliest that a ZIP can say, so that no clock shows in a file."""

BOOKMARK = re.compile(r"\w[A-Za-z0-9_.]{0,39}", re.ASCII)
"""What Word takes for the name of a bookmark."""

Element: TypeAlias = Any
"""An lxml element."""


def package_faults(data: bytes) -> tuple[str, ...]:
    """Everything that is wrong in a Word file beyond its schema; one sentence for what is no Word file at all."""
    try:
        package = Package(data)
        return tuple(fault for check in CHECKS for fault in check(package))
    except (KeyError, etree.XMLSyntaxError, *DAMAGED) as fault:
        return (f"the package cannot be read: {fault}",)


class Package:
    """The members of a Word file: names and dates as the ZIP has them, the parts of the text as trees."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as members:
            self.names = members.namelist()
            self.dates = {info.date_time for info in members.infolist()}
            texts = [name for name in self.names if name.startswith(tuple(f"word/{stem}" for stem in TEXTS))]
            self.texts = {name: _tree(members.read(name)) for name in texts if name.endswith(".xml")}
            self.document = _tree(members.read("word/document.xml"))
            self.styles = _tree(members.read("word/styles.xml"))
            self.core = _tree(members.read("docProps/core.xml"))

    def every(self, tag: str) -> list[Element]:
        """Each element of that name in the parts of the text."""
        return [element for root in self.texts.values() for element in root.iter(tag)]


def members(package: Package) -> Iterator[str]:
    """No member twice, none with the date of a clock, all in one order."""
    yield from _twice("member", (name.lower() for name in package.names))
    if package.dates != {EPOCH}:
        yield "members are dated"
    if package.names != sorted(package.names, key=lambda name: (name != "[Content_Types].xml", name)):
        yield "members are out of order"


def identities(package: Package) -> Iterator[str]:
    """What is named is named once, and bookmarks that open close."""
    marks = package.every(f"{W}bookmarkStart")
    names = [mark.get(f"{W}name", "") for mark in marks]
    yield from _twice("bookmark name", (name.lower() for name in names))
    yield from (f'"{name}" cannot name a bookmark' for name in names if not BOOKMARK.fullmatch(name))
    opened = [mark.get(f"{W}id") for mark in marks]
    closed = [mark.get(f"{W}id") for mark in package.every(f"{W}bookmarkEnd")]
    yield from _twice("bookmark id", opened)
    yield from (f"bookmark id {ident} is unpaired" for ident in sorted(set(opened) ^ set(closed)))
    controls = (control.find(f"{W}sdtPr/{W}id") for control in package.every(f"{W}sdt"))
    yield from _twice("content control", (one.get(f"{W}val") for one in controls if one is not None))
    yield from _twice("paragraph id", (p.get(f"{W14}paraId") for p in package.every(f"{W}p")))
    yield from _twice("drawing", (drawing.get("id") for drawing in package.every(f"{WP}docPr")))


def links(package: Package) -> Iterator[str]:
    """Links inside the document lead somewhere."""
    known = {mark.get(f"{W}name", "").lower() for mark in package.every(f"{W}bookmarkStart")}
    for link in package.every(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        if anchor and anchor.lower() not in known:
            yield f"a link leads to {anchor}, which is not there"


def fields(package: Package) -> Iterator[str]:
    """Fields that begin end, in the same part."""
    for name, root in package.texts.items():
        depth = 0
        for mark in root.iter(f"{W}fldChar"):
            kind = mark.get(f"{W}fldCharType")
            depth += (kind == "begin") - (kind == "end")
            if depth < 0:
                yield f"a field ends before it begins in {name}"
                break
        if depth > 0:
            yield f"a field is left open in {name}"


def names_and_words(package: Package) -> Iterator[str]:
    """The file has a title and a language, its pictures have words, its styles exist."""
    if not (package.core.findtext(f"{DC}title") or "").strip():
        yield "the file has no title"
    if package.styles.find(f".//{W}rPrDefault//{W}lang") is None:
        yield "the file has no language"
    for drawing in package.every(f"{WP}docPr"):
        if not drawing.get("descr") and drawing.find(f".//{DECORATIVE}") is None:
            yield f"picture {drawing.get('id')} has no alternative text"
    known = {style.get(f"{W}styleId") for style in package.styles.iter(f"{W}style")}
    used = {element.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for element in package.every(W + tag)}
    yield from (f"style {ident} is not there" for ident in sorted(used - known))


def headings(package: Package) -> Iterator[str]:
    """The first heading is of the first level, and none is skipped."""
    named = {style.get(f"{W}styleId"): style.find(f"{W}name") for style in package.styles.iter(f"{W}style")}
    levels = {
        ident: int(found[1])
        for ident, name in named.items()
        if name is not None and (found := re.fullmatch(r"heading (\d)", name.get(f"{W}val", "")))
    }
    before = 0
    for paragraph in package.document.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level = levels.get(style.get(f"{W}val"), 0) if style is not None else 0
        if level > before + 1:
            yield f"a heading of level {level} stands after level {before}"
        before = level or before


def tables(package: Package) -> Iterator[str]:
    """A table whose first row is a header says so, and repeats it (ECMA-376-1, 17.4.79)."""
    for number, table in enumerate(package.every(f"{W}tbl"), start=1):
        headers = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.findall(f"{W}tr")]
        if any(later and not earlier for earlier, later in pairwise(headers)):
            yield f"table {number} has a header row below another row"


def _twice(what: str, values: Iterable[str | None]) -> Iterator[str]:
    yield from (f"{what} {value} stands twice" for value, count in Counter(values).items() if count > 1 and value)


def _tree(xml: bytes) -> Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


CHECKS = (members, identities, links, fields, names_and_words, headings, tables)
"""The checks, in the order in which their findings are told."""
