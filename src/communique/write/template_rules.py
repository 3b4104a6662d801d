"""What in a template or a theme would break PDF/UA or PDF/A, told at its line before a page is laid out.

What the finisher mends by itself is no rule: `image-rendering` may have any value, for no picture
leaves with a wish to be smoothed.
"""

import io
import re
import struct
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from fontTools.ttLib import TTFont, TTLibError

from communique.diagnostics.codes import write as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Source, Span
from communique.model.sheet import Sheet
from communique.write.addresses import shown

SEE_THROUGH = re.compile(r"(?<![-\w])opacity\s*:\s*([^;}\"']+)")
OPAQUE = frozenset({"1", "1.0", "100%"})
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
FONTS = (".ttf", ".otf", ".ttc", ".woff", ".woff2")
PICTURE = re.compile(r"<img\b[^>]*>")
DESCRIBED = re.compile(r"\s(?:alt|aria-hidden)\b")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def broken_rules(sheet: Sheet, root: Element) -> Iterator[Diagnostic]:
    """Everything of that kind in a sheet; `root` is its HTML as a tree."""
    yield from _unnamed(sheet, root)
    yield from _see_through(sheet, root)
    yield from _pictures_without_words(sheet, root)
    yield from _fragile_fonts(sheet)


def _unnamed(sheet: Sheet, root: Element) -> Iterator[Diagnostic]:
    """The document and its template say title and language (ISO 14289-1, 7.1 and 7.2)."""
    template = sheet.kind.template
    for what, words in (("title", sheet.properties.title), ("language", sheet.properties.language)):
        if not words.strip():
            message = f"the document has no {what} in its properties"
            yield codes.UNNAMED_DOCUMENT.at(None, message, help=f"give the speech a {what} in its front matter")
    if not (root.get("lang") or root.get(XML_LANG) or "").strip():
        advice = '<html lang="{{ edition.language }}" dir="{{ edition.direction }}">'
        yield codes.UNNAMED_DOCUMENT.at(_place(template, "<html"), "the template names no language", help=advice)
    if not "".join(title.text or "" for title in root.iter("title")).strip():
        advice = "<title>{{ edition|document_title }}</title>"
        yield codes.UNNAMED_DOCUMENT.at(_place(template, "<head"), "the template has no title", help=advice)


def _see_through(sheet: Sheet, root: Element) -> Iterator[Diagnostic]:
    """Each `opacity` other than 1: its text would be painted apart, outside the order of reading."""
    for source in sheet.theme.stylesheets:
        yield from opacity_findings(source, COMMENT.sub(lambda comment: " " * len(comment[0]), source.text))
    for element in root.iter():
        if inline := SEE_THROUGH.search(element.get("style", "")):
            yield from _opacity(inline[1], _place(sheet.kind.template, inline[0]))


def opacity_findings(source: Source, text: str) -> Iterator[Diagnostic]:
    """The same in one file; `text` is its text with the comments blanked."""
    for found in SEE_THROUGH.finditer(text):
        yield from _opacity(found[1], source.span(*found.span()))


def _opacity(value: str, span: Span | None) -> Iterator[Diagnostic]:
    value = value.strip().removesuffix("!important").strip()
    if value not in OPAQUE:
        message = f"opacity: {value} takes text out of the order of reading"
        yield codes.SEE_THROUGH_TEXT.at(span, message, help="use a solid colour")


def _pictures_without_words(sheet: Sheet, root: Element) -> Iterator[Diagnostic]:
    """Pictures of the template's own that say nothing: those of the text were described there."""
    template = sheet.kind.template
    mute = [found for found in PICTURE.finditer(template.text) if not DESCRIBED.search(found[0])]
    for picture in root.iter("img"):
        if picture.get("alt") is None and picture.get("aria-hidden") != "true":
            named = [found for found in mute if picture.get("src", "") in found[0]] or mute
            span = template.span(*named[0].span()) if named else None
            message = f"{shown(picture)} has no alternative text"
            yield codes.UNDESCRIBED_PICTURE.at(span, message, help='say what it shows, or write alt=""')


def _fragile_fonts(sheet: Sheet) -> Iterator[Diagnostic]:
    """Fonts that a theme brings and that break PDF/A or the extraction of text (ISO 19005-3, 6.2.11)."""
    for asset in sheet.theme.assets:
        span = next((span for source in sheet.theme.stylesheets if (span := _place(source, asset.name))), None)
        if span is None or not asset.name.lower().endswith(FONTS):
            continue
        if _torn(asset.data):
            yield codes.FAILED_FONT.at(span, f"{asset.name} is broken: it ends too early", help="copy it there again")
        elif kind := _fragile(asset.data):
            advice = "take the static TrueType version of it: a .ttf for each weight"
            yield codes.FRAGILE_THEME_FONT.at(span, f"{asset.name} is {kind}", help=advice)


def _torn(data: bytes) -> bool:
    """True of a font whose tables go on behind its end; what is no font at all, WeasyPrint says."""
    try:
        with TTFont(io.BytesIO(data), lazy=True, fontNumber=0) as font:
            tables = font.reader.tables.values()
            return any(table.offset + table.length > len(data) for table in tables if hasattr(table, "offset"))
    except (TTLibError, ImportError, OSError, struct.error):
        return False


def _fragile(data: bytes) -> str:
    """What makes a font file unfit; nothing when it is fit, or when WeasyPrint will say that it is no font."""
    try:
        with TTFont(io.BytesIO(data), lazy=True, fontNumber=0) as font:
            tables = set(font.keys())
    except (TTLibError, ImportError, OSError, struct.error):
        return ""
    if "fvar" in tables:
        return "a variable font"
    return "an OpenType font in CFF" if tables & {"CFF ", "CFF2"} else ""


def _place(source: Source, words: str) -> Span | None:
    start = source.text.find(words)
    return source.span(start, start + len(words)) if start >= 0 else None
