"""Our blocks fitted to the letterhead: its styles, its lists, the width of its text."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass

from communique.write.letterhead.numbering import JoinedNumbering
from communique.write.letterhead.package import Element, W
from communique.write.letterhead.styles import JoinedStyles, by_identifier, said

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TWIP = 635
"""EMU in a twip."""

ORDER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
         "suppressLineNumbers", "pBdr", "shd", "tabs")  # fmt: skip
"""The children of `w:pPr` as far as ours reach (17.3.1.26)."""

ROUNDING = 4
"""Twips that two ways to the same place may differ."""

FULL = 0.03
"""The share of the text's width by which a table may miss it and still be meant to fill it."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """What our blocks are fitted to. `our_styles`: the part that they were written for."""

    styles: JoinedStyles
    numbering: JoinedNumbering
    our_styles: Element

    def dress(self, blocks: Iterable[Element]) -> None:
        """Give each paragraph and table the style and the list that it has here."""
        tabs = self._lost_tabs()
        for block in blocks:
            for paragraph in block.iter(f"{W}p"):
                self._number(paragraph, tabs)
            for element in block.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
                element.set(f"{W}val", self.styles.ids.get(element.get(f"{W}val"), element.get(f"{W}val")))

    def _number(self, paragraph: Element, tabs: Mapping[str, Element]) -> None:
        """The list of a paragraph, and the stops that its style here does not have."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        ident = style.get(f"{W}val") if style is not None else "Normal"
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None:
            number = own.find(f"{W}numId")
            begun = self.numbering.restarts.get((number.get(f"{W}val"), ident))
            number.set(f"{W}val", begun[0] if begun else self._num(number))
            level = own.find(f"{W}ilvl")
            if begun and level is not None:
                level.set(f"{W}val", begun[1])
        elif ident in self.numbering.on_paragraphs:
            added = deepcopy(self.numbering.on_paragraphs[ident])
            number = added.find(f"{W}numId")
            number.set(f"{W}val", self._num(number))
            insert(paragraph, added)
        if ident in tabs and paragraph.find(f"{W}pPr/{W}tabs") is None:
            insert(paragraph, deepcopy(tabs[ident]))

    def _num(self, number: Element) -> str:
        return self.numbering.nums.get(number.get(f"{W}val"), number.get(f"{W}val"))

    def _lost_tabs(self) -> dict[str, Element]:
        """The tab stops of our styles whose place here a style without any took."""
        ours, theirs = by_identifier(self.our_styles), by_identifier(self.styles.root)
        found = {ident: said(style, ours, "pPr/tabs") for ident, style in ours.items()}
        return {
            ident: tabs
            for ident, tabs in found.items()
            if tabs is not None
            and ident in self.styles.kept
            and said(self.styles.kept[ident], theirs, "pPr/tabs") is None
        }


def insert(paragraph: Element, child: Element) -> None:
    """Put a property of a paragraph where the schema wants it."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = paragraph.makeelement(f"{W}pPr")
        paragraph.insert(0, properties)
    earlier = {W + name for name in ORDER[: ORDER.index(child.tag.removeprefix(W))]}
    properties.insert(sum(1 for one in properties if one.tag in earlier), child)


def fit_width(blocks: Iterable[Element], ours: int, theirs: int) -> None:
    """Move tab stops from the edge of our text to that of theirs; fit tables and pictures to it."""
    for block in blocks:
        fit_tabs(block, ours, theirs)
        for table in block.iter(f"{W}tbl"):
            _stretch(table, ours, theirs)
        if theirs < ours:
            for picture in block.iter(f"{WP}inline"):
                _shrink(picture, theirs * TWIP)


def fit_tabs(root: Element, ours: int, theirs: int) -> None:
    """The stops at the edge and in the middle of our text, on theirs."""
    for tab in root.iter(f"{W}tab"):
        place = int(tab.get(f"{W}pos") or 0)
        for wide, wider in ((ours, theirs), (ours // 2, theirs // 2)):
            if place and abs(place - wide) <= ROUNDING and tab.get(f"{W}val") in {"right", "end", "center", "clear"}:
                tab.set(f"{W}pos", str(wider))
                break


def _stretch(table: Element, ours: int, theirs: int) -> None:
    """Make a table as wide as the text here, if it was as wide there, or would be too wide; with what is in it."""
    whole = sum(int(column.get(f"{W}w") or 0) for column in table.iterfind(f"{W}tblGrid/{W}gridCol"))
    nested = next(table.iterancestors(f"{W}tbl"), None) is not None
    if nested or not (theirs < ours or abs(whole - ours) <= ours * FULL):
        return
    sized = [one for one in table.iter(f"{W}tcW", f"{W}tblW") if one.get(f"{W}type") == "dxa"]
    for element in (*table.iter(f"{W}gridCol"), *sized):
        element.set(f"{W}w", str(round(int(element.get(f"{W}w") or 0) * theirs / ours)))


def _shrink(picture: Element, widest: int) -> None:
    extents = [*picture.iter(f"{WP}extent"), *(one for one in picture.iter(f"{A}ext") if one.get("cx"))]
    width = max((int(one.get("cx")) for one in extents), default=0)
    for one in extents if width > widest else ():
        for side in ("cx", "cy"):
            one.set(side, str(int(one.get(side)) * widest // width))
