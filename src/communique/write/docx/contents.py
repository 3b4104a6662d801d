"""Contents: a live table of contents, filled with the pages of the PDF (ECMA-376-1, 17.16.5.68)."""

from communique.write.docx.fields import begin, end, field
from communique.write.docx.paragraph import Markup, Paragraph
from communique.write.docx.place import Place
from communique.write.docx.story import Story
from communique.write.docx.xml import w
from communique.write.style.word_style import WordStyle
from communique.write.weasyprint_private.cascade import Element, is_element

GALLERY = w("docPartGallery", val="Table of Contents") + w("docPartUnique")
FIRST_ID = 471100000
"""The identity of the first block of contents; the next ones count on, so that two builds agree."""


def write_contents(nav: Element, story: Story, place: Place) -> None:
    """Write `nav` as Word's own block of contents: its heading, then an entry for each link in it."""
    manuscript = story.manuscript
    instruction = manuscript.cascade.own(nav, "--docx-field") or ""
    story.turn_page(manuscript.cascade.style(nav))
    first = len(story.blocks)
    inside = Place()
    for child in nav:
        if is_element(child) and not any(_is_entry(link) for link in child.iter("a")):
            story.flow_element(child, place)
            story.close()
    links = [link for link in nav.iter("a") if _is_entry(link)]
    for number, link in enumerate(links):
        paragraph = _entry(link, story, inside)
        if number == 0:
            paragraph.runs.insert(0, begin(instruction))
        if number == len(links) - 1:
            paragraph.runs.append(end())
        story.close()
    _enclose(story, first)


def _is_entry(link: Element) -> bool:
    return (link.get("href") or "").startswith("#")


def _entry(link: Element, story: Story, place: Place) -> Paragraph:
    """One entry: the words of the link, a tab, and the page as a field."""
    manuscript, cascade = story.manuscript, story.manuscript.cascade
    ident = (link.get("href") or "")[1:]
    name = manuscript.anchors.name(ident)
    row = next((e for e in cascade.ancestors(link) if _contents_style(e, story) is not None), link)
    paragraph = story.begin(row, place)
    style = _contents_style(row, story) or manuscript.book.paragraph(f"toc {_depth(link, story)}", "toc 1")
    paragraph.style = style
    paragraph.look["tabs"] = paragraph.look["tabs"] or style.paragraph["tabs"]
    before, paragraph.runs = paragraph.runs, []
    _say(link, story, place)
    page = str(manuscript.facts.page_of.get(ident, 1))
    words = "".join(paragraph.runs) + w("r", w("tab"))
    if name is None:
        paragraph.runs = [*before, words]
    else:
        words += field(f"PAGEREF {name} \\h", page)
        paragraph.runs = [*before, w("hyperlink", words, anchor=name, history=1)]
    return paragraph


def _say(link: Element, story: Story, place: Place) -> None:
    """The words of a link; what the style puts behind them, leader and page, comes from the field."""
    computed = story.manuscript.cascade.style(link)
    story.say(link.text or "", computed, place, link)
    for child in link:
        story.flow_element(child, place)
        story.say(child.tail or "", computed, place, link)


def _contents_style(element: Element, story: Story) -> WordStyle | None:
    style = story.manuscript.named(element)
    return style if style is not None and style.name.lower().startswith("toc ") else None


def _depth(link: Element, story: Story) -> int:
    return sum(around.tag in {"ol", "ul"} for around in story.manuscript.cascade.ancestors(link)) or 1


def _enclose(story: Story, first: int) -> None:
    """Put the blocks from `first` on into one content control (ECMA-376-1, 17.5.2)."""
    manuscript = story.manuscript
    content = "".join(block.xml for block in story.blocks[first:])
    control = w("id", val=FIRST_ID + manuscript.contents) + w("docPartObj", GALLERY)
    manuscript.contents += 1
    story.blocks[first:] = [Markup(w("sdt", w("sdtPr", control) + w("sdtContent", content)))]
