"""Margins of the page: headers and footers from margin boxes and running elements (ECMA-376-1, 17.10)."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from communique.write.docx.generated import write_content
from communique.write.docx.manuscript import Manuscript
from communique.write.docx.package import WrittenPart, add_part
from communique.write.docx.paragraph import Paragraph
from communique.write.docx.place import Place
from communique.write.docx.sections import Furniture, Variants
from communique.write.docx.story import Flow, Story
from communique.write.docx.watermark import watermark
from communique.write.docx.xml import element as xml_element
from communique.write.docx.xml import part, w
from communique.write.style.lengths import px, twips
from communique.write.style.paragraph_look import OPPOSITE, TabStop, line_height
from communique.write.weasyprint_private.cascade import Computed, Element, Page

EDGES = {"header": "top", "footer": "bottom"}
COLUMNS = ("left", "center", "right")

USUAL_DISTANCE = 708
"""Twips from the edge of the sheet when nothing stands there: half an inch, as in Word."""

LEAST_DISTANCE = 284
"""Twips: nearer to the edge of the sheet many printers cannot print."""

NEAR = 20
"""Twips of difference that are not worth saying."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A margin box: its column, its running element if it has one, and its extent.

    Lengths in twips, from the top of the margin of the page down.
    """

    column: str
    style: Computed
    element: Element | None
    top: int
    height: int
    is_one_line: bool


class _Line(NamedTuple):
    """The paragraphs of one box, or of boxes that share a line, and their extent."""

    top: int
    height: int
    paragraphs: list[Paragraph]


@dataclass(slots=True)
class Margins:
    """Writes the headers and footers of sections; equal ones share a part."""

    manuscript: Manuscript
    flow: Flow
    _parts: dict[tuple[str, str, tuple[str, ...]], WrittenPart] = field(default_factory=dict)

    def furnish(self, variants: Variants) -> Furniture:
        """The headers and footers of a section."""
        pages = {"default": variants.usual, "first": variants.first, "even": variants.left}
        references, distances = "", dict[str, int]()
        for kind in EDGES:
            stories = {variant: self._story(kind, page) for variant, page in pages.items() if page is not None}
            distances[kind] = _distance(kind, variants.usual.style, [lines for _, lines in stories.values()])
            for variant, (story, lines) in sorted(stories.items()):
                _space(lines, kind, variants.usual.style, distances[kind])
                ident = self._part(kind, story, lines)
                attributes: dict[str, str | int | None] = {"w:type": variant, "r:id": ident}
                references += xml_element(f"w:{kind}Reference", "", attributes)
        return Furniture(references, distances["header"], distances["footer"])

    def _story(self, kind: str, page: Page) -> tuple[Story, list[_Line]]:
        """What one margin holds, from the top down."""
        owner = WrittenPart(self.manuscript.document, f"/word/{kind}.xml", CONTENT_TYPES[kind])
        story = Story(self.manuscript, owner, self.flow)
        rows: list[list[_Box]] = []
        for box in self._boxes(EDGES[kind], page):
            if rows and all(_share_a_line(box, other) for other in rows[-1]):
                rows[-1].append(box)
            else:
                rows.append([box])
        return story, [self._line(row, kind, page, story) for row in rows]

    def _boxes(self, edge: str, page: Page) -> list[_Box]:
        """The margin boxes that hold something, the highest first, then by column."""
        found = []
        for column in COLUMNS:
            style = page.boxes.get(f"@{edge}-{column}")
            if style is not None:
                named = [value[0] for item, value in style["content"] if item == "element()"]
                element = self.manuscript.running.shown.get(named[0]) if named else None
                if element is not None or not named:
                    found.append(self._box(column, style, element, edge, page.style))
        return sorted(found, key=lambda box: (2 * box.top + box.height, COLUMNS.index(box.column)))

    def _box(self, column: str, style: Computed, element: Element | None, edge: str, page: Computed) -> _Box:
        """The extent of a margin box; each line of its text counts once."""
        cascade = self.manuscript.cascade
        lines = [] if element is None else [e for e in element if "block" in cascade.style(e)["display"]] or [element]
        heights = [line_height(cascade.style(e)) * (1 + sum(1 for _ in e.iter("br"))) for e in lines]
        height = sum(heights) or line_height(style)
        is_one_line = element is None or lines == [element]
        return _Box(column, style, element, twips(_top(style, page, edge, height)), twips(height), is_one_line)

    def _line(self, row: list[_Box], kind: str, page: Page, story: Story) -> _Line:
        """The paragraphs of boxes that share a line."""
        story.blocks = []
        if len(row) > 1:
            self._write_together(row, kind, page.style, story)
        elif row[0].element is not None:
            self._write_alone(row[0], row[0].element, story)
        else:
            self._open(kind, story)
            self._write(row[0], story)
            story.opened.look["jc"] = self._side(row[0].column)
        story.close()
        paragraphs = [block for block in story.blocks if isinstance(block, Paragraph)]
        return _Line(min(box.top for box in row), max(box.height for box in row), paragraphs)

    def _write_alone(self, box: _Box, element: Element, story: Story) -> None:
        """A running element in its own style, on the side of its box."""
        if box.is_one_line:
            story.begin(element, Place())
            story.flow_children(element, Place())
        else:
            inside = Place().inside(element, self.manuscript.cascade, self.manuscript.book)
            story.flow_children(element, inside)
        story.close()
        for block in story.blocks:
            if isinstance(block, Paragraph):
                block.look["jc"] = self._side(box.column)
                block.look["keepNext"] = block.style.paragraph["keepNext"]

    def _write_together(self, row: list[_Box], kind: str, page: Computed, story: Story) -> None:
        """Boxes of one line in the style of headers, held apart by tabs, each in its character style."""
        paragraph = self._open(kind, story)
        width = twips(px(page["size"][0]) - px(page["margin_left"]) - px(page["margin_right"]))
        stops = TabStop("center", None, round(width / 2)), TabStop("right", None, width)
        known = paragraph.style.paragraph["tabs"]
        paragraph.look["tabs"] = known if _near(known, stops) else stops
        paragraph.look["jc"] = "left"
        order = COLUMNS[::-1] if self.manuscript.is_rtl else COLUMNS
        reached = 0
        for box in sorted(row, key=lambda box: order.index(box.column)):
            paragraph.runs += [TAB] * (order.index(box.column) - reached)
            reached = order.index(box.column)
            story.begin_line()
            self._write(box, story)

    def _open(self, kind: str, story: Story) -> Paragraph:
        style = self.manuscript.book.paragraph(kind, "Normal")
        look = {**style.paragraph, "bidi": int(self.manuscript.is_rtl)}
        story.open = Paragraph(self.manuscript.cascade.root, style, look)
        story.begin_line()
        return story.open

    def _write(self, box: _Box, story: Story) -> None:
        """The words of a box into the open paragraph."""
        book = self.manuscript.book
        if box.element is None:
            write_content(box.style["content"], self.manuscript.cascade.root, box.style, story, Place())
            return
        style = book.paragraph(self.manuscript.cascade.own(box.element, "--docx-style"))
        half = None if style is story.opened.style else book.named(style.link)
        story.flow_children(box.element, Place(character=half))

    def _side(self, column: str) -> str:
        """`w:jc` of the side of a margin box; it counts from the start of the line."""
        return OPPOSITE.get(column, column) if self.manuscript.is_rtl else column

    def _part(self, kind: str, story: Story, lines: list[_Line]) -> str:
        """The relation to the part of a header or footer; one that is the same already is used again."""
        style = self.manuscript.book.paragraph(kind, "Normal")
        empty = w("p", w("pPr", w("pStyle", val=style.id))) if style.name != "Normal" else w("p")
        content = "".join(paragraph.xml for line in lines for paragraph in line.paragraphs) or empty
        if kind == "header":
            content = self._marked(content)
        relations = tuple(f"{ident}={known.target_ref}" for ident, known in sorted(story.part.rels.items()))
        key = (kind, content, relations)
        document = self.manuscript.document
        if key not in self._parts:
            number = 1 + sum(known == kind for known, _, _ in self._parts)
            written = part("hdr" if kind == "header" else "ftr", content)
            new = WrittenPart(document, f"/word/{kind}{number}.xml", CONTENT_TYPES[kind], written)
            for known in story.part.rels.values():
                target = known.target_ref if known.is_external else known.target_part
                new.rels.add_relationship(known.reltype, target, known.rId, is_external=known.is_external)
            self._parts[key] = new
        return add_part(document.part, RELATIONS[kind], self._parts[key])

    def _marked(self, content: str) -> str:
        """A header with the watermarks of the document, in its last paragraph."""
        for element in self.manuscript.watermarks:
            words = " ".join("".join(element.itertext()).split())
            number = 1 + sum(known == "header" for known, _, _ in self._parts)
            content = _behind(content, watermark(words, self.manuscript.cascade.style(element), number))
        return content


def _behind(content: str, run: str) -> str:
    """The content with a run at the end of its last paragraph."""
    closed = "</w:p>"
    return content.removesuffix(closed) + run + closed if content.endswith(closed) else w("p", run)


TAB = w("r", w("tab"))
CONTENT_TYPES = {"header": CONTENT_TYPE.WML_HEADER, "footer": CONTENT_TYPE.WML_FOOTER}
RELATIONS = {"header": RELATIONSHIP_TYPE.HEADER, "footer": RELATIONSHIP_TYPE.FOOTER}


def _top(box: Computed, page: Computed, edge: str, height: float) -> float:
    """Where the content of a margin box begins, in px from the top of its margin (css-page-3, 5.3)."""
    whole = px(page[f"margin_{edge}"])
    above, below = px(box["padding_top"]), px(box["padding_bottom"])
    free = whole - above - below - height
    return above + {"top": 0.0, "bottom": free}.get(str(box["vertical_align"]), free / 2)


def _share_a_line(one: _Box, other: _Box) -> bool:
    """True for boxes of one line each that stand beside each other."""
    apart = abs(2 * one.top + one.height - 2 * other.top - other.height) / 2
    beside = one.column != other.column and one.is_one_line and other.is_one_line
    return beside and apart < min(one.height, other.height) / 2


def _near(stops: object, wanted: tuple[TabStop, ...]) -> bool:
    """True for the same stops but for a rounding."""
    if not isinstance(stops, tuple) or len(stops) != len(wanted):
        return False
    return all(abs(stop.position - other.position) <= 1 for stop, other in zip(stops, wanted, strict=True))


def _distance(kind: str, page: Computed, variants: list[list[_Line]]) -> int:
    """From the edge of the sheet to the outermost line, in twips, over all variants of the section."""
    margin = twips(px(page[f"margin_{EDGES[kind]}"]))
    outermost = [
        lines[0].top if kind == "header" else margin - lines[-1].top - lines[-1].height for lines in variants if lines
    ]
    return max(LEAST_DISTANCE, min(outermost)) if outermost else min(USUAL_DISTANCE, margin // 2)


def _space(lines: list[_Line], kind: str, page: Computed, distance: int) -> None:
    """Set the distances between the lines, and to the line that the section is measured by."""
    if not lines:
        return
    for above, below in pairwise(lines):
        _set_apart(above.paragraphs[-1], below.paragraphs[0], below.top - above.top - above.height)
    first, last = lines[0].paragraphs[0], lines[-1].paragraphs[-1]
    if kind == "header":
        _set(first, "before", max(0, lines[0].top - distance))
    else:
        margin = twips(px(page[f"margin_{EDGES[kind]}"]))
        _set(last, "after", max(0, margin - lines[-1].top - lines[-1].height - distance))


def _set_apart(above: Paragraph, below: Paragraph, gap: int) -> None:
    """Word takes the larger of the two distances (17.3.1.33)."""
    if abs(max(above.distance("after"), below.distance("before")) - max(0, gap)) > NEAR:
        above.look["after"] = min(above.distance("after"), max(0, gap))
        below.look["before"] = max(0, gap)


def _set(paragraph: Paragraph, name: str, value: int) -> None:
    if abs(paragraph.distance(name) - value) > NEAR:
        paragraph.look[name] = value
