"""A story: one flow of paragraphs and tables, such as the body, a cell, a note or a header."""

import re
from collections.abc import Callable
from typing import NamedTuple

from docx.opc.part import Part

from communique.diagnostics.codes.word import UNKNOWN_STYLE
from communique.write.docx.directions import stretches
from communique.write.docx.manuscript import Manuscript
from communique.write.docx.numbering_of import is_item, number_of
from communique.write.docx.paragraph import Block, Markup, Paragraph
from communique.write.docx.place import Place
from communique.write.docx.sections import Sections
from communique.write.docx.xml import text, w
from communique.write.style.boxes import NO_BOX
from communique.write.style.compile import in_cell_look, rule_look
from communique.write.style.lengths import px, twips
from communique.write.style.look import LookValue
from communique.write.style.paragraph_look import (
    AVOID,
    FORCED,
    Inset,
    inset_of,
    justification,
    outline,
    paragraph_look,
    tab_stops,
)
from communique.write.style.word_style import WordStyle
from communique.write.weasyprint_private.cascade import Computed, Element, PagePlace

COLLAPSING = frozenset({"normal", "nowrap"})
SPACES = re.compile("[ \t\r\n\f]+")
MIDWAY = "headers that change within a page; the first one holds until a page begins"
INDENTS = ("ind.left", "ind.right", "ind.first")
PIECES = re.compile("(\n|\t|\u00ad)")
MARKS = {"\n": w("br"), "\t": w("tab"), "\u00ad": w("softHyphen")}
"""Characters that are elements of their own in a run (ECMA-376-1, 17.3.3)."""


class Story:
    """A flow under construction; `open` is the paragraph that takes the next words.

    `gap`: twips that a table wants below itself. `break_next`: the next paragraph begins a page.
    `pending`: bookmarks for the next paragraph. `numbered`: the list items that have their number.
    """

    def __init__(self, manuscript: Manuscript, part: Part, flow: "Flow", sections: Sections | None = None) -> None:
        self.manuscript = manuscript
        self.part = part
        self.sections = sections
        self.blocks: list[Block] = []
        self.open: Paragraph | None = None
        self.gap = 0
        self.break_next = False
        self.pending = ""
        self.numbered: set[Element] = set()
        self._flow = flow
        self._trim = True

    def beside(self, *, part: Part | None = None) -> "Story":
        """An empty story of the same document, for a cell or a note."""
        return Story(self.manuscript, part or self.part, self._flow)

    def flow_element(self, element: Element, place: Place) -> None:
        """Write an element and all it holds."""
        self._flow.element(element, self, place)

    def flow_children(self, element: Element, place: Place) -> None:
        """Write what an element holds."""
        self._flow.children(element, self, place)

    def begin_line(self) -> None:
        """Drop the spaces that the next words begin with, as at the start of a line."""
        self._trim = True

    def begin(self, element: Element, place: Place) -> Paragraph:
        """Begin the paragraph of a block of text."""
        manuscript = self.manuscript
        computed = manuscript.cascade.style(element)
        self.turn_page(computed)
        self.turn_over(computed)
        if computed["break_before"] in AVOID:
            self.keep_last()
        style = self._style(element, place)
        look = self._look(element, computed, style, place)
        item = element if is_item(computed) else place.item
        number, usual = number_of(manuscript, element, item, style)
        paragraph = Paragraph(element, style, look, number=number, usual=usual)
        if item is not None and number is not None:
            self.numbered.add(item)
        if number is not None and number == manuscript.numbers.silent:  # its level would take the indents away
            look["ind.first"] = twips(px(computed["text_indent"]))
            paragraph.insisted |= {name: look[name] for name in INDENTS}
        if place.cell is not None and look["bidi"] and style.paragraph["jc"] != "left":
            paragraph.insisted["jc"] = look["jc"]  # some readers do not mirror a style's jc in such a cell
        if self.pending:
            paragraph.runs.append(self.pending)
            self.pending = ""
        self.open, self._trim = paragraph, True
        self._settle(paragraph)
        return paragraph

    def close(self) -> None:
        """End the open paragraph."""
        if self.open is not None:
            self.blocks.append(self.open)
            self.open = None

    def put(self, block: Markup) -> None:
        """Add a table or another finished block."""
        self.close()
        self.blocks.append(block)

    def meet_running(self, element: Element, computed: Computed) -> None:
        """Take what leaves the flow for the margins, or is repeated there (css-gcpm-3, 1)."""
        if self.sections is None:
            return
        page = computed["page"] if computed["page"] != "auto" else ""
        elsewhere, overleaf = self.sections.is_elsewhere(page), self.break_next and not self._begins_anyway
        if computed["position"][0] == "running()":
            seen = self.manuscript.running.meet(computed["position"][1], element, ahead=elsewhere or overleaf)
            if not seen:
                self.manuscript.findings.cannot(element, ("position",), MIDWAY)
        ahead = elsewhere or (overleaf and self.manuscript.running.changes)
        for name, _ in computed["string_set"] if computed["string_set"] != "none" else ():
            self.manuscript.strings.meet(name, " ".join("".join(element.itertext()).split()), ahead=ahead)

    def turn_page(self, computed: Computed) -> None:
        """Begin a new section where the named page changes; only the body has sections."""
        if self.sections is not None:
            self.close()
            self.sections.turn(computed["page"] if computed["page"] != "auto" else "", self.blocks)

    def turn_over(self, computed: Computed) -> None:
        """Begin a new section of the same pages where a new page has other running elements."""
        breaks = self.break_next or computed["break_before"] in FORCED
        if self.sections is not None and breaks and not self._begins_anyway and self.manuscript.running.changes:
            self.close()
            self.sections.turn_over(self.blocks)

    def keep_last(self) -> None:
        """Keep the last paragraph on the page of the next one."""
        if self.blocks and isinstance(last := self.blocks[-1], Paragraph):
            last.look["keepNext"] = 1

    def hand_over(self) -> tuple[str, bool]:
        """The bookmarks that wait for a paragraph, and whether it begins a page: for the first cell of a table."""
        handed = self.pending, self.break_next and not self._begins_anyway
        self.pending, self.break_next = "", False
        if self.sections is not None:
            self.sections.is_fresh = False
        return handed

    @property
    def _begins_anyway(self) -> bool:
        return self.sections is not None and (self.sections.is_fresh or not self.blocks)

    def say(self, words: str, computed: Computed, place: Place, around: Element) -> None:
        """Add text of that computed style, its white space collapsed as CSS does (css-text-3, 4.1)."""
        collapsing = computed["white_space"] in COLLAPSING
        if collapsing:
            words = SPACES.sub(" ", words)
            if self.open is None and words in {"", " "}:
                return
            words = words.lstrip(" ") if self._trim else words
        if words:
            self.paragraph(around, place)
            self._trim = collapsing and words.endswith(" ")
            self.run(_cased(words, computed["text_transform"]), computed, place)

    def run(self, words: str, computed: Computed, place: Place) -> None:
        """Add a run of plain text."""
        paragraph = self.opened
        dress = self.manuscript.dress(computed, place, paragraph.style)
        for stretch, rtl in stretches(words, rtl=dress.is_rtl):
            content = "".join(MARKS.get(piece) or text(piece) for piece in PIECES.split(stretch) if piece)
            paragraph.runs.append(w("r", (dress.rtl if rtl else dress.ltr) + content))

    def add(self, markup: str) -> None:
        """Add finished markup to the open paragraph; spaces behind it are kept."""
        self.opened.runs.append(markup)
        self._trim = False

    def properties(self, computed: Computed, place: Place) -> str:
        """The `w:rPr` of a run that is added as markup."""
        dress = self.manuscript.dress(computed, place, self.opened.style)
        return dress.rtl if dress.is_rtl else dress.ltr

    @property
    def opened(self) -> Paragraph:
        """The open paragraph; there is one wherever inline content is written."""
        if self.open is None:
            raise AssertionError("inline content outside a paragraph")
        return self.open

    def paragraph(self, around: Element, place: Place) -> Paragraph:
        """The open paragraph, or one for text that stands bare in a block (CSS 2.2, 9.2.1.1)."""
        if self.open is not None:
            return self.open
        cascade = self.manuscript.cascade
        block = around
        while cascade.style(block)["display"][0] == "inline" and (parent := cascade.parent(block)) is not None:
            block = parent
        anonymous = self.begin(block, place)
        if block is not place.cell:
            anonymous.look.update(before=self.gap, after=0)
        return anonymous

    def measure(self, computed: Computed) -> float:
        """The width of the text on the page of that style, in px."""
        page = self.manuscript.cascade.page(PagePlace(computed["page"] if computed["page"] != "auto" else "")).style
        return px(page["size"][0]) - px(page["margin_left"]) - px(page["margin_right"])

    def _settle(self, paragraph: Paragraph) -> None:
        """What stood before the paragraph says of its beginning."""
        if self.gap:
            paragraph.raise_to("before", self.gap)
            self.gap = 0
        if self.sections is not None and self._begins_anyway:
            self.sections.is_fresh = False
            paragraph.look["pageBreakBefore"] = 0
        elif self.break_next or paragraph.look["pageBreakBefore"]:
            paragraph.look["pageBreakBefore"] = 1
        self.break_next = False

    def _style(self, element: Element, place: Place) -> WordStyle:
        """The paragraph style of a block: its own, or the one that its container gives to plain text."""
        manuscript, book = self.manuscript, self.manuscript.book
        name = manuscript.cascade.own(element, "--docx-style")
        if place.item is not None and place.item in {element, manuscript.cascade.parent(element)}:
            if place.style is not None and place.item not in self.numbered:
                return place.style
            if element is place.item:  # more bare text in an item that has its number already
                return book.paragraph(f"List Continue {place.depth}" if place.depth > 1 else "List Continue")
        if place.style is not None and place.item is None and name in {None, "Body Text"}:
            return place.style
        if name is not None and book.named(name) is None:
            manuscript.findings.add(UNKNOWN_STYLE, element, f'the theme makes no Word style "{name}"')
        return book.paragraph(name)

    def _look(self, element: Element, computed: Computed, style: WordStyle, place: Place) -> dict[str, LookValue]:
        cascade = self.manuscript.cascade
        rule = cascade.inherited(element, "--docx-line") or "auto"
        if element is place.cell:
            look = paragraph_look(computed, Inset(), NO_BOX, rule)
            look.update(in_cell_look(cascade, element, dict(place.cell_margins)))
        else:
            look = paragraph_look(computed, inset_of(cascade, element), place.box, rule)
        if element.tag == "hr":
            look.update(rule_look(look))
        if self.manuscript.book.numbering.counts_items(style):
            look["ind.first"] = style.paragraph["ind.first"]
        stops = cascade.own(element, "--docx-tabs")
        look["tabs"] = tab_stops(stops, self.measure(computed)) if stops else style.paragraph["tabs"]
        is_centred = element.tag == "img" and computed["margin_left"] == computed["margin_right"] == "auto"
        look["jc"] = "center" if is_centred else justification(computed)
        look["outlineLvl"] = outline(cascade, element, look)
        return look


class Flow(NamedTuple):
    """What writes an element, and what writes its children, into a story (`flow.py`)."""

    element: Callable[[Element, Story, Place], None]
    children: Callable[[Element, Story, Place], None]


def _cased(words: str, transform: str) -> str:
    """Letters as `text-transform` wants them; capitals throughout are a property of Word's instead."""
    if transform == "lowercase":
        return words.lower()
    if transform == "capitalize":
        return re.sub(r"\b\w", lambda match: match.group().upper(), words)
    return words
