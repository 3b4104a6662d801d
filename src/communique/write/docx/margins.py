"""Margins of the page: headers and footers from margin boxes and running elements (ECMA-376-1, 17.10)."""

from dataclasses import dataclass, field
from itertools import pairwise

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from communique.write.docx.generated import write_content
from communique.write.docx.manuscript import Manuscript
from communique.write.docx.package import WrittenPart, add_part
from communique.write.docx.paragraph import Paragraph
from communique.write.docx.place import Place
from communique.write.docx.sections import Furniture, Variants
from communique.write.docx.story import Flow, Story
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


@dataclass(slots=True)
class _Line:
    """Something in a margin: its paragraphs, and where it stands, in twips from the top of the margin."""

    column: str
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
        for kind, edge in EDGES.items():
            stories = {variant: self._story(kind, edge, page) for variant, page in pages.items() if page is not None}
            distances[kind] = _distance(kind, variants.usual.style, [lines for _, lines in stories.values()])
            for variant, (story, lines) in sorted(stories.items()):
                _space(lines, kind, variants.usual.style, distances[kind])
                ident = self._part(kind, story, lines)
                attributes: dict[str, str | int | None] = {"w:type": variant, "r:id": ident}
                references += xml_element(f"w:{kind}Reference", "", attributes)
        return Furniture(references, distances["header"], distances["footer"])

    def _story(self, kind: str, edge: str, page: Page) -> tuple[Story, list[_Line]]:
        """What one margin holds, from the top down, each line from left to right."""
        owner = WrittenPart(self.manuscript.document, f"/word/{kind}.xml", CONTENT_TYPES[kind])
        story = Story(self.manuscript, owner, self.flow)
        lines = []
        for column in COLUMNS:
            box = page.boxes.get(f"@{edge}-{column}")
            if box is not None:
                lines += self._lines(box, column, kind, edge, page.style, story)
        lines.sort(key=lambda line: (line.top, COLUMNS.index(line.column)))
        return story, self._joined(lines, page.style)

    def _lines(self, box: Computed, column: str, kind: str, edge: str, page: Computed, story: Story) -> list[_Line]:
        """The paragraphs of one margin box: a running element, or words of the stylesheet."""
        story.blocks = []
        running = [value[0] for item, value in box["content"] if item == "element()"]
        if running:
            element = self.manuscript.running.get(running[0])
            if element is None:
                return []
            height = self._run(element, story)
        else:
            height = line_height(box)
            self._write(box, kind, story)
        paragraphs = [block for block in story.blocks if isinstance(block, Paragraph)]
        side = OPPOSITE.get(column, column) if self.manuscript.is_rtl else column
        for paragraph in paragraphs:
            paragraph.look["jc"] = side
            paragraph.look["keepNext"] = paragraph.style.paragraph["keepNext"]
        top = _top(box, page, edge, height)
        return [_Line(column, twips(top), twips(height), paragraphs)] if paragraphs else []

    def _run(self, element: Element, story: Story) -> float:
        """Write a running element; its height in px, each of its lines counted once."""
        cascade = self.manuscript.cascade
        blocks = [child for child in element if "block" in cascade.style(child)["display"]]
        if blocks:
            inside = Place().inside(element, cascade, self.manuscript.book)
            story.flow_children(element, inside)
        else:
            story.begin(element, Place())
            story.flow_children(element, Place())
        story.close()
        return sum(line_height(cascade.style(e)) * (1 + sum(1 for _ in e.iter("br"))) for e in blocks or [element])

    def _write(self, box: Computed, kind: str, story: Story) -> None:
        """Write the words that the stylesheet itself puts into a margin box."""
        style = self.manuscript.book.paragraph(kind, "Normal")
        story.open = Paragraph(self.manuscript.cascade.root, style, dict(style.paragraph))
        story.begin_line()
        write_content(box["content"], self.manuscript.cascade.root, box, story, Place())
        story.close()

    def _joined(self, lines: list[_Line], page: Computed) -> list[_Line]:
        """Lines of one style at one height become one, its parts held apart by tabs."""
        joined: list[_Line] = []
        for line in lines:
            last = joined[-1] if joined else None
            if last is None or not _on_one_line(last, line):
                joined.append(line)
                continue
            width = twips(px(page["size"][0]) - px(page["margin_left"]) - px(page["margin_right"]))
            paragraph, behind = last.paragraphs[0], COLUMNS.index(line.column)
            steps = behind - paragraph.runs.count(TAB) if paragraph.look["tabs"] else behind
            paragraph.look["tabs"] = (TabStop("center", None, width // 2), TabStop("right", None, width))
            leading = [] if last.column == "left" or TAB in paragraph.runs else [TAB]
            steps -= len(leading)
            paragraph.runs = [*leading, *paragraph.runs, *[TAB] * steps, *line.paragraphs[0].runs]
            paragraph.look["jc"] = "left"
        return joined

    def _part(self, kind: str, story: Story, lines: list[_Line]) -> str:
        """The relation to the part of a header or footer; one that is the same already is used again."""
        style = self.manuscript.book.paragraph(kind, "Normal")
        empty = w("p", w("pPr", w("pStyle", val=style.id))) if style.name != "Normal" else w("p")
        content = "".join(paragraph.xml for line in lines for paragraph in line.paragraphs) or empty
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


TAB = w("r", w("tab"))
CONTENT_TYPES = {"header": CONTENT_TYPE.WML_HEADER, "footer": CONTENT_TYPE.WML_FOOTER}
RELATIONS = {"header": RELATIONSHIP_TYPE.HEADER, "footer": RELATIONSHIP_TYPE.FOOTER}


def _top(box: Computed, page: Computed, edge: str, height: float) -> float:
    """Where the content of a margin box begins, in px from the top of its margin (css-page-3, 5.3)."""
    whole = px(page[f"margin_{edge}"])
    above, below = px(box["padding_top"]), px(box["padding_bottom"])
    free = whole - above - below - height
    return above + {"top": 0.0, "bottom": free}.get(str(box["vertical_align"]), free / 2)


def _on_one_line(one: _Line, other: _Line) -> bool:
    if abs(one.top - other.top) > NEAR or len(one.paragraphs) != 1 or len(other.paragraphs) != 1:
        return False
    return one.column != other.column and one.paragraphs[0].style is other.paragraphs[0].style


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
