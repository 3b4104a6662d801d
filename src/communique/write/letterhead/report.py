"""What communique finds in a letterhead, for whoever looks after it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.diagnostics.codes import letterhead as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.model.placeholders import PLACEHOLDERS
from communique.model.theme import Asset
from communique.write.letterhead.opened import open_letterhead, place
from communique.write.letterhead.package import Element, Package, W
from communique.write.letterhead.placeholders import BODY, PLACEHOLDER, faults, spoken, words_of
from communique.write.letterhead.sections import last_section, text_width
from communique.write.letterhead.styles import join_styles, name_of
from communique.write.letterhead.travel import left_behind, text_parts

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PAGE = re.compile(r"\s*(PAGE|NUMPAGES)\b")
TWIPS_IN_MM = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class LetterheadReport:
    """What a letterhead is made of.

    `size`: the width of its page and of its text, in mm. `placeholders`: each with part and paragraph.
    `kept`: styles of ours that it has, as it calls them; `added`: those it gets from the theme.
    """

    name: str
    size: tuple[int, int]
    parts: tuple[str, ...]
    placeholders: tuple[tuple[str, str], ...]
    kept: tuple[tuple[str, str], ...]
    added: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


def report_on(letterhead: Asset, theme: str, our_styles: Element) -> LetterheadReport:
    """Everything worth knowing of a letterhead; `our_styles` is the styles part of the theme. Refused as in a build."""
    package = open_letterhead(letterhead, theme)
    name = place(theme, letterhead)
    theirs = package.tree(package.related("styles"))
    called = {style.get(f"{W}styleId"): name_of(style) for style in theirs.iter(f"{W}style")}
    styles = join_styles(theirs, our_styles)
    ours = {style.get(f"{W}styleId"): name_of(style) for style in our_styles.iter(f"{W}style")}
    section = last_section(package.tree(package.main).find(f"{W}body"))
    size = section.find(f"{W}pgSz")
    page = int(size.get(f"{W}w")) if size is not None else text_width(section)
    return LetterheadReport(
        name=name,
        size=(round(page / TWIPS_IN_MM), round(text_width(section) / TWIPS_IN_MM)),
        parts=tuple(map(spoken, text_parts(package))),
        placeholders=tuple(_placeholders(package)),
        kept=tuple((ours[ident], called[style.get(f"{W}styleId")]) for ident, style in styles.kept.items()),
        added=tuple(name_of(style) for style in styles.added),
        findings=tuple(_findings(package, name)),
    )


def _placeholders(package: Package) -> Iterator[tuple[str, str]]:
    for part, number, paragraph in _paragraphs(package):
        for found in PLACEHOLDER.findall(words_of(paragraph)):
            yield f"{{{{ {found.strip()} }}}}", f"{spoken(part)}, paragraph {number}"


def _findings(package: Package, name: str) -> Iterator[Diagnostic]:
    """What is wrong, then what is silent, then what stays behind."""
    for fault in faults(package, frozenset(PLACEHOLDERS)):
        yield fault.code.at(None, f"{name}: {fault.where}: {fault.message}", fault.advice)
    for part, number, paragraph in _paragraphs(package):
        for drawing in paragraph.iter(f"{WP}docPr"):
            told = drawing.get("descr") or drawing.find(".//{*}decorative") is not None
            if not told and next(drawing.iterancestors(f"{W}p")) is paragraph and _is_picture(drawing):
                message = f"{name}: {spoken(part)}, paragraph {number}: a picture has no alternative text"
                yield codes.SILENT_LOGO.at(None, message, "give it one in Word: right click, View Alt Text")
    if not _has_page_numbers(package):
        yield codes.NO_PAGE_NUMBER.at(None, f"{name}: no header or footer shows the number of the page", "")
    for what in left_behind(package):
        yield codes.LEFT_BEHIND.at(None, f"{name}: {what}: this does not travel with the papers", "")


def _paragraphs(package: Package) -> Iterator[tuple[str, int, Element]]:
    for part in text_parts(package):
        for number, paragraph in enumerate(package.tree(part).iter(f"{W}p"), start=1):
            yield part, number, paragraph


def _is_picture(drawing: Element) -> bool:
    return next(drawing.getparent().iter("{*}blip"), None) is not None


def _has_page_numbers(package: Package) -> bool:
    margins: Sequence[str] = text_parts(package)[1:]
    codes_there = (
        element.text or element.get(f"{W}instr") or ""
        for part in margins
        for element in package.tree(part).iter(f"{W}instrText", f"{W}fldSimple")
    )
    return any(PAGE.match(code) for code in codes_there)


def has_body(report: LetterheadReport) -> bool:
    """True when the letterhead says where the text goes."""
    return any(name == f"{{{{ {BODY} }}}}" for name, _ in report.placeholders)
