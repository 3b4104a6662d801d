"""Generated content: what `::before` and `::after` put into the text (css-content-3)."""

from collections.abc import Sequence
from typing import Any

from communique.diagnostics.codes.word import UNKNOWN_CONTENT
from communique.write.docx.captions import caption_number, numbered_by_field
from communique.write.docx.fields import field
from communique.write.docx.manuscript import Manuscript
from communique.write.docx.place import Place
from communique.write.docx.references import joined, reference
from communique.write.docx.story import Story
from communique.write.docx.xml import w
from communique.write.weasyprint_private.cascade import Computed, Element, quotation_marks


def write_generated(element: Element, which: str, story: Story, place: Place) -> None:
    """Write `::before` or `::after` of an element; a number that Word counts is left to Word."""
    manuscript = story.manuscript
    computed = manuscript.cascade.pseudo(element, which)
    if computed is None or not isinstance(computed["content"], tuple):
        return
    if which == "before" and _is_counted(element, computed, story, place):
        return
    manuscript.counters.count(computed, element)
    size = manuscript.cascade.style(element)["font_size"]
    inside = place.within(computed, size, manuscript.named(element, which))
    write_content(computed["content"], element, computed, story, inside)


def write_content(
    content: Sequence[tuple[str, Any]], element: Element, computed: Computed, story: Story, place: Place
) -> None:
    """Write a content list: its words as words, its page numbers and references as fields."""
    for kind, value in joined(content):
        words = _words(kind, value, element, computed, story)
        if words is not None:
            story.say(words, computed, place, element)
            continue
        story.paragraph(element, place)
        properties = story.properties(computed, place)
        markup = _markup(kind, value, element, story, properties)
        if markup is None:
            story.manuscript.findings.add(UNKNOWN_CONTENT, element, f"content of the kind {kind} is left out")
        else:
            story.add(markup)


def _is_counted(element: Element, before: Computed, story: Story, place: Place) -> bool:
    """True for the number of a paragraph; a block of blocks begins with its number, so a paragraph begins there."""
    if not any(kind == "counter()" for kind, _ in before["content"]):
        return False
    paragraph = story.paragraph(element, place)
    if paragraph.element is not element or paragraph.number is None:
        return False
    return not story.manuscript.book.numbering.counts_items(paragraph.style)


def _words(kind: str, value: Any, element: Element, computed: Computed, story: Story) -> str | None:  # noqa: ANN401
    """What a part of a content list says in plain words; None for what Word keeps up to date."""
    counters, counter_style = story.manuscript.counters, story.manuscript.cascade.counter_style
    match kind:
        case "string":
            return str(value)
        case "counter()" if value[0] not in {"page", "pages"} and not _is_field(value, element, story):
            return str(counter_style.render_value(counters.value(value[0]), value[1]))
        case "counters()":
            name, between, style = value
            return str(between).join(counter_style.render_value(number, style) for number in counters.values(name))
        case "attr()":
            return element.get(value[0]) or ""
        case "content()":
            return "".join(element.itertext()).strip()
        case "quote":
            return _quotation_mark(str(value), computed, story.manuscript)
    return None


def _is_field(counter: Any, element: Element, story: Story) -> bool:  # noqa: ANN401 - WeasyPrint ships no types
    return bool(numbered_by_field(element, story.manuscript) == counter)


def _quotation_mark(kind: str, computed: Computed, manuscript: Manuscript) -> str:
    """The mark for the present depth of quotation, which it changes (css-content-3, 3.2)."""
    opening, closing = quotation_marks(computed)
    marks = opening if "open" in kind else closing
    if "open" not in kind:
        manuscript.quotations = max(0, manuscript.quotations - 1)
    mark = marks[min(manuscript.quotations, len(marks) - 1)] if marks and not kind.startswith("no-") else ""
    if "open" in kind:
        manuscript.quotations += 1
    return mark


def _markup(kind: str, value: Any, element: Element, story: Story, properties: str) -> str | None:  # noqa: ANN401
    """The fields and tabs of a content list."""
    match kind:
        case "counter()" if value[0] not in {"page", "pages"}:
            return caption_number(element, value, story.manuscript, properties)
        case "counter()":
            pages = value[0] == "pages"
            return field("NUMPAGES" if pages else "PAGE", str(story.manuscript.facts.pages if pages else 1), properties)
        case "leader()":
            return w("r", properties + w("tab"))
        case "string()":
            return _running_words(value[0], value[1], story.manuscript, properties)
        case "target-counter()" | "target-text()" | "number":
            return reference(kind, value, element, story.manuscript, properties)
    return None


def _running_words(name: str, which: str, manuscript: Manuscript, properties: str) -> str | None:
    """STYLEREF to the style whose text `string-set` takes; a heading by its level, in any language (17.16.5.59)."""
    style = manuscript.string_styles.get(name)
    if style is None:
        return None
    level = style.name.removeprefix("heading ")
    wanted = level if level.isdigit() else f'"{style.name}"'
    search = " \\l" if which == "last" else ""  # from the foot of the page
    return field(f"STYLEREF {wanted}{search}", manuscript.strings.shown.get(name, ""), properties)
