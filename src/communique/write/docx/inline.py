"""Words in a line: links, marked words, line breaks, pictures."""

from collections.abc import Callable

from docx.opc.constants import RELATIONSHIP_TYPE

from communique.write.docx.pictures import write_picture
from communique.write.docx.place import Place
from communique.write.docx.story import Story
from communique.write.docx.xml import element as xml_element
from communique.write.docx.xml import legal, w
from communique.write.weasyprint_private.cascade import Element

INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
})  # fmt: skip


def write_inline(element: Element, story: Story, place: Place) -> None:
    """Write an element of a line."""
    WRITERS.get(element.tag, _span)(element, story, place)


def _break(element: Element, story: Story, place: Place) -> None:
    story.paragraph(element, place)
    story.add(w("r", w("br")))
    story.begin_line()


def _break_opportunity(element: Element, story: Story, place: Place) -> None:
    story.say("\u200b", story.manuscript.cascade.style(element), place, element)


def _span(element: Element, story: Story, place: Place) -> None:
    """Words with a style of their own; their bookmark, when something points at them."""
    manuscript = story.manuscript
    computed = manuscript.cascade.style(element)
    parent = manuscript.cascade.parent(element)
    size = manuscript.cascade.style(parent)["font_size"] if parent is not None else computed["font_size"]
    opened, closed = manuscript.anchors.around(element)
    if opened:
        story.paragraph(element, place).runs.append(opened)
    story.flow_children(element, place.within(computed, size, manuscript.named(element)))
    if closed:
        story.paragraph(element, place).runs.append(closed)


def _link(element: Element, story: Story, place: Place) -> None:
    """`w:hyperlink` round its words (ECMA-376-1, 17.16.22); a target that is not there leaves the words."""
    href = element.get("href") or ""
    anchor = story.manuscript.anchors.name(href[1:]) if href.startswith("#") else None
    if not href or (href.startswith("#") and anchor is None):
        _span(element, story, place)
        return
    paragraph = story.paragraph(element, place)
    before, paragraph.runs = paragraph.runs, []
    _span(element, story, place)
    words, paragraph.runs = "".join(paragraph.runs), before
    if anchor is not None:
        story.add(w("hyperlink", words, anchor=anchor, history=1))
    else:
        relation = story.part.relate_to(legal(href), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        story.add(xml_element("w:hyperlink", words, {"r:id": relation, "w:history": 1}))


WRITERS: dict[str, Callable[[Element, Story, Place], None]] = {
    "a": _link,
    "br": _break,
    "img": write_picture,
    "wbr": _break_opportunity,
}
