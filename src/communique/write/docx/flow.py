"""The flow: the elements of the tree, one after the other, into a story.

What an element is, its style decides: a table, a note, a word in a line, a block of text, a block of
blocks. An element that HTML does not know, or Word cannot hold, is a finding; its words are written.
"""

from communique.diagnostics.codes.word import UNKNOWN_ELEMENT
from communique.diagnostics.nearest import did_you_mean
from communique.write.docx.contents import write_contents
from communique.write.docx.edges import settle_edges
from communique.write.docx.findings import spoken
from communique.write.docx.generated import write_generated
from communique.write.docx.inline import INLINE, write_inline
from communique.write.docx.notes import write_note
from communique.write.docx.place import Place
from communique.write.docx.story import Story
from communique.write.docx.tables import write_table
from communique.write.style.paragraph_look import AVOID, FORCED
from communique.write.weasyprint_private.cascade import Cascade, Computed, Element, is_element

SILENT = frozenset({
    "head", "title", "meta", "link", "style", "script", "template", "col", "colgroup", "base",
})  # fmt: skip
"""Elements without words."""

BLOCKS = frozenset({
    "html", "body", "main", "section", "article", "aside", "nav", "header", "footer", "div", "p", "h1",
    "h2", "h3", "h4", "h5", "h6", "hgroup", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre",
    "address", "figure", "figcaption", "hr", "table", "caption", "thead", "tbody", "tfoot", "tr", "th",
    "td", "details", "summary",
})  # fmt: skip


def write_element(element: Element, story: Story, place: Place) -> None:
    """Write an element and all it holds."""
    cascade = story.manuscript.cascade
    if not is_element(element) or element.tag in SILENT:
        return
    computed = cascade.style(element)
    story.meet_running(element, computed)
    if is_absent(cascade, element):
        return
    if element.tag not in BLOCKS and element.tag not in INLINE:
        story.manuscript.findings.add(
            UNKNOWN_ELEMENT,
            element,
            f"<{element.tag}> has no place in a Word file",
            did_you_mean(element.tag, BLOCKS | INLINE) or f"write {spoken(element)} with elements for text",
        )
    story.manuscript.findings.check(element)
    story.manuscript.counters.enter(computed, cascade.parent(element))
    _write(element, computed, story, place)
    story.manuscript.counters.leave(element)


def write_children(element: Element, story: Story, place: Place) -> None:
    """Write the text and the elements that an element holds, with what the style puts before and after."""
    computed = story.manuscript.cascade.style(element)
    write_generated(element, "before", story, place)
    if element.text:
        story.say(element.text, computed, place, element)
    for child in element:
        write_element(child, story, place)
        if child.tail:
            story.say(child.tail, computed, place, element)
    write_generated(element, "after", story, place)


def is_absent(cascade: Cascade, element: Element) -> bool:
    """True for what is not in the flow: hidden, moved to the margin of the page, or behind it."""
    computed = cascade.style(element)
    moved = computed["position"][0] == "running()" or cascade.own(element, "--docx-watermark")
    return bool(moved or computed["display"] == ("none",))


def is_block(cascade: Cascade, element: Element) -> bool:
    """True when an element begins a block of its own."""
    if not is_element(element):
        return False
    computed = cascade.style(element)
    inline = computed["display"][0] == "inline" or computed["float"] == "footnote" or element.tag == "br"
    return not inline and not is_absent(cascade, element)


def _write(element: Element, computed: Computed, story: Story, place: Place) -> None:
    if computed["float"] == "footnote":
        write_note(element, story, place)
    elif element.tag == "table":
        story.close()
        story.break_next |= computed["break_before"] in FORCED
        story.turn_page(computed)
        story.turn_over(computed)
        write_table(element, story, place)
        story.break_next |= computed["break_after"] in FORCED
    elif not is_block(story.manuscript.cascade, element):
        write_inline(element, story, place)
    else:
        story.close()
        _write_block(element, computed, story, place)
        story.close()


def _write_block(element: Element, computed: Computed, story: Story, place: Place) -> None:
    """A block of text, or a block of blocks."""
    cascade = story.manuscript.cascade
    if (cascade.own(element, "--docx-field") or "").lower().startswith("toc"):
        write_contents(element, story, place)
    elif any(is_block(cascade, child) for child in element):
        first = len(story.blocks)
        story.break_next |= computed["break_before"] in FORCED
        if computed["break_before"] in AVOID:
            story.keep_last()
        opened, closed = story.manuscript.anchors.around(element)
        story.pending += opened + closed
        write_children(element, story, place.inside(element, cascade, story.manuscript.book))
        story.close()
        settle_edges(story, first, computed)
    elif element.tag == "img":
        story.begin(element, place)
        write_inline(element, story, place)
    elif element.text or len(element) or element.tag in {"p", "hr", "li"}:
        paragraph = story.begin(element, place)
        opened, closed = story.manuscript.anchors.around(element)
        paragraph.runs.append(opened)
        write_children(element, story, place)
        (story.open or paragraph).runs.append(closed)
    if computed["break_after"] in FORCED:
        story.close()
        story.break_next = True
