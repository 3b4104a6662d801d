"""Sections: each named page as a section of its own (ECMA-376-1, 17.6)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from communique.write.docx.manuscript import Manuscript
from communique.write.docx.paragraph import SPACER, Block, Markup, Paragraph
from communique.write.docx.xml import w
from communique.write.style.lengths import px, twips
from communique.write.weasyprint_private.cascade import Cascade, Page, PagePlace, is_element


class Furniture(NamedTuple):
    """What stands in the margins of a section: the `w:headerReference`s, and two distances in twips."""

    references: str
    header: int
    footer: int


@dataclass(frozen=True, slots=True)
class Variants:
    """The pages of one section that may have other margins than the rest: its first, its left ones."""

    usual: Page
    first: Page | None
    left: Page | None


Furnish = Callable[[Variants], Furniture]


class Sections:
    """The sections of the body, closed one after the other. `is_fresh`: nothing is in the present one."""

    def __init__(self, manuscript: Manuscript, furnish: Furnish) -> None:
        self._manuscript = manuscript
        self._furnish = furnish
        self._name: str | None = None
        self._closed = 0
        self._begun = 0
        self._continues = False
        self.is_fresh = True
        self.mirrors = False
        self.has_left_pages = _has_left_pages(manuscript.cascade)

    def turn(self, name: str, blocks: list[Block]) -> None:
        """The next block stands on pages of that name."""
        if self.is_elsewhere(name) and len(blocks) > self._begun:
            self._close(blocks, continues=False)
        elif self.is_elsewhere(name):
            self._turn()
        self._name = name

    def turn_over(self, blocks: list[Block]) -> None:
        """The next block begins a page of the same name, with other running elements."""
        self._close(blocks, continues=True)

    def is_elsewhere(self, name: str) -> bool:
        """True for the name of other pages than the present ones."""
        return self._name is not None and name != self._name

    def _close(self, blocks: list[Block], *, continues: bool) -> None:
        properties = self._properties(self._name or "")
        last = blocks[-1]
        if isinstance(last, Paragraph) and not last.section:
            last.section = properties
        else:
            blocks.append(Markup(SPACER.replace("</w:pPr>", f"{properties}</w:pPr>")))
        self.is_fresh, self._begun, self._continues = True, len(blocks), continues
        self._turn()

    def _turn(self) -> None:
        self._manuscript.running.turn()
        self._manuscript.strings.turn()

    def last(self) -> str:
        """The `w:sectPr` that closes the body."""
        return self._properties(self._name or "")

    def _properties(self, name: str) -> str:
        """`w:sectPr` of the section that ends (ECMA-376-1, 17.6.17)."""
        variants = self._variants(name)
        furniture = self._furnish(variants)
        page = variants.usual.style
        width, height = (twips(px(length)) for length in page["size"])
        margins = {side: twips(px(page[f"margin_{side}"])) for side in ("top", "right", "bottom", "left")}
        landscape = "landscape" if width > height else None
        self._closed += 1
        return w(
            "sectPr",
            furniture.references
            + w("type", val="nextPage")
            + w("pgSz", w=width, h=height, orient=landscape)
            + w("pgMar", **margins, header=furniture.header, footer=furniture.footer, gutter=0)
            + w("cols", space=720)
            + (w("titlePg") if variants.first is not None else "")
            + (w("bidi") if self._manuscript.is_rtl else ""),
        )

    def _variants(self, name: str) -> Variants:
        """`:first` is the first page of the document, `:nth(1 of name)` that of a section (css-page-3)."""
        cascade = self._manuscript.cascade
        usual = cascade.page(PagePlace(name))
        opening = PagePlace(name, first_of_name=True, first_of_all=self._closed == 0)
        has_first = self._closed == 0 or (cascade.has_first(name) and not self._continues)
        first = cascade.page(opening) if has_first else usual
        left = cascade.page(PagePlace(name, side="left"))
        self.mirrors |= left.style["margin_left"] == usual.style["margin_right"] != usual.style["margin_left"]
        differs = _furnished(first) != _furnished(usual)
        return Variants(usual, first if differs else None, left if self.has_left_pages else None)


def _has_left_pages(cascade: Cascade) -> bool:
    """True when left pages differ anywhere: Word then wants their headers in every section (17.10.1)."""
    pages = {cascade.style(element)["page"] for element in cascade.root.iter() if is_element(element)}
    places = [PagePlace(name if name != "auto" else "") for name in sorted(pages)]
    return any(
        _furnished(cascade.page(place)) != _furnished(cascade.page(replace(place, side="left"))) for place in places
    )


def _furnished(page: Page) -> list[tuple[str, str]]:
    return [(name, repr(style["content"])) for name, style in page.boxes.items()]
