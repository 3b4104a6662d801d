"""What WeasyPrint says in its log, as findings: collected per layout, nothing reaches the terminal."""

import logging
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeAlias

from communique.diagnostics.codes import write as codes
from communique.diagnostics.diagnostic import Code, Diagnostic
from communique.diagnostics.span import Source, Span
from communique.model.sheet import Sheet
from communique.write.font_advice import advice_for

Tried: TypeAlias = Callable[[str], Iterator[tuple[str, tuple[str, ...]]]]
"""The stretches of text that hold a character, each with the font families tried for it."""

MISSING_GLYPH = ".notdef glyph rendered"
KINDS: tuple[tuple[str, Code], ...] = (
    ("Ignored `", codes.IGNORED_STYLE),
    ("Deprecated `", codes.IGNORED_STYLE),
    ("Error: ", codes.IGNORED_STYLE),
    ("Parse error", codes.IGNORED_STYLE),
    ("Unknown empty rule", codes.IGNORED_STYLE),
    ("Unknown rule", codes.IGNORED_STYLE),
    ("Unknown @page rule", codes.IGNORED_STYLE),
    ("Empty @page rule", codes.IGNORED_STYLE),
    ("Invalid prelude", codes.IGNORED_STYLE),
    ("Invalid or unsupported selector", codes.IGNORED_STYLE),
    ("Invalid media type", codes.IGNORED_STYLE),
    ("Invalid math function", codes.IGNORED_STYLE),
    ("Expected a media type", codes.IGNORED_STYLE),
    ("Unsupported @page selector", codes.IGNORED_STYLE),
    ("Unsupported @layer selector", codes.IGNORED_STYLE),
    ("@layer rule", codes.IGNORED_STYLE),
    ("@import rule", codes.IGNORED_STYLE),
    ("Invalid @import rule", codes.IGNORED_STYLE),
    ("Invalid counter style", codes.IGNORED_STYLE),
    ("In counter style", codes.IGNORED_STYLE),
    ("Missing %s descriptor", codes.IGNORED_STYLE),
    ("Failed to load image", codes.FAILED_PICTURE),
    ("Failed to render SVG", codes.FAILED_PICTURE),
    ("Failed to load inline SVG", codes.FAILED_PICTURE),
    ("No anchor #", codes.MISSING_ANCHOR),
    ("Content discarded: target points", codes.MISSING_ANCHOR),
    ("Anchor defined twice", codes.REPEATED_ANCHOR),
    ("Font-face %r cannot be loaded", codes.FAILED_FONT),
)
"""The beginnings of WeasyPrint's messages, before their arguments are filled in, and what they are here."""

SAID_ELSEWHERE = (
    'Image "%s" has no required alt description',  # said with its place, and not of alt=""
    'Missing required "lang"',  # the language comes from the properties
    "Failed to load stylesheet",  # an address refused by the fetcher
    "Missing href in",  # an element refused
)
POSITION = re.compile(r" at (\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class Remark:
    """A log line, and the stylesheet that was being read when it came."""

    template: str
    text: str
    arguments: tuple[object, ...]
    source: Source | None


class Remarks(logging.Handler):
    """The log lines of one layout."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[Remark] = []
        self._source: Source | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        arguments = record.args if isinstance(record.args, tuple) else ()
        self.heard.append(Remark(str(record.msg), record.getMessage(), arguments, self._source))

    @contextmanager
    def while_reading(self, source: Source) -> Iterator[None]:
        """What is said meanwhile is about this stylesheet."""
        self._source = source
        try:
            yield
        finally:
            self._source = None


@contextmanager
def listening() -> Iterator[Remarks]:
    """Collect what WeasyPrint says, and keep it from every other listener."""
    logger, remarks = logging.getLogger("weasyprint"), Remarks()
    passed_on, logger.propagate = logger.propagate, False
    logger.addHandler(remarks)
    try:
        yield remarks
    finally:
        logger.removeHandler(remarks)
        logger.propagate = passed_on


def findings(remarks: Remarks, sheet: Sheet, refused: tuple[str, ...], tried: Tried) -> tuple[Diagnostic, ...]:
    """The log lines as diagnostics, each once; `refused` are addresses reported already."""
    kept = (
        remark
        for remark in remarks.heard
        if not remark.template.startswith(SAID_ELSEWHERE) and not any(address in remark.text for address in refused)
    )
    return tuple(dict.fromkeys(_finding(remark, sheet, tried) for remark in kept))


def _finding(remark: Remark, sheet: Sheet, tried: Tried) -> Diagnostic:
    if remark.template.startswith(MISSING_GLYPH):
        return _missing_glyph(str(remark.arguments[0]), tried)
    code = next((code for start, code in KINDS if remark.template.startswith(start)), codes.TYPESETTER_REMARK)
    return code.at(_span(remark, sheet), _sentence(remark))


def _missing_glyph(character: str, tried: Tried) -> Diagnostic:
    """Which character, its name, the words around it, the fonts tried."""
    text, families = next(tried(character), (character, ()))
    words = text.split() or [text]
    place = next((index for index, word in enumerate(words) if character in word), 0)
    around = " ".join(words[max(0, place - 3) : place + 4])
    name = unicodedata.name(character, "without a name")
    fonts = ", ".join(dict.fromkeys(families)) or "the fonts of the theme"
    return codes.MISSING_GLYPH.at(
        None,
        f'"{character}" (U+{ord(character):04X} {name}) in "{around}" is in none of the fonts tried: {fonts}',
        help=advice_for(character),
    )


def _sentence(remark: Remark) -> str:
    """The message without WeasyPrint's own positions, which the span gives."""
    if remark.template.startswith("Ignored `"):
        name, value, *_, reason = remark.arguments
        return f"{name}: {' '.join(str(value).split())} has no effect: {reason}"
    text = " ".join(POSITION.sub("", remark.text, count=1).split()).rstrip(".")
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _span(remark: Remark, sheet: Sheet) -> Span | None:
    """The declaration or rule that the message counts lines and columns for."""
    position = POSITION.search(remark.text)
    if position is None:
        return None
    line, column = int(position[1]), int(position[2])
    word = str(remark.arguments[0]) if remark.arguments else ""
    sources = (remark.source,) if remark.source else sheet.theme.stylesheets
    for source in sources:
        if 0 < line <= len(source.lines) and (remark.source or word in source.lines[line - 1]):
            start = source.offset(line, column)
            stretch = re.compile(r"[^;{}\r\n]*").match(source.text, start)
            return source.span(start, max(start + 1, stretch.end() if stretch else start))
    return None
