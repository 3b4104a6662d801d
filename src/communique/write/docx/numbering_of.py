"""The number of a paragraph: what its style would count, and what CSS wants here."""

from communique.write.docx.manuscript import Manuscript
from communique.write.docx.numbers import Above
from communique.write.docx.properties_xml import Number
from communique.write.style.numbering import Level, is_counted_by_word, item_level
from communique.write.style.word_style import WordStyle
from communique.write.weasyprint_private.cascade import Computed, Element


def number_of(
    manuscript: Manuscript, element: Element, item: Element | None, style: WordStyle
) -> tuple[Number | None, Number | None]:
    """The list and level that a paragraph takes, and those that its style has of itself.

    `item` is the list item that the paragraph begins or belongs to.
    """
    home = manuscript.book.numbering.place(style)
    if home is None:
        return None, None
    usual = (home.definition + 1, home.level)
    level = manuscript.book.numbering.definitions[home.definition][home.level]
    shown = _shown(manuscript, element, item or element, style, level)
    if shown is None:
        return manuscript.numbers.none(), usual
    counters, printed = manuscript.counters, manuscript.cascade.counter_style.render_value
    values = ((depth, counters.value(name), form) for depth, name, form in level.above)
    above = {depth: Above(value, str(printed(value, form))) for depth, value, form in values}
    return manuscript.numbers.use(home, counters.value(level.counter), shown, above), usual


def is_item(computed: Computed) -> bool:
    """True for the style of a list item with a marker of its own."""
    return "list-item" in computed["display"]


def _shown(manuscript: Manuscript, element: Element, item: Element, style: WordStyle, level: Level) -> Level | None:
    """How this paragraph is marked; None when its CSS takes the mark away here."""
    cascade = manuscript.cascade
    if level.counter != "list-item":
        before = cascade.pseudo(element, "before")
        return level if before is not None and isinstance(before["content"], tuple) else None
    depth = manuscript.book.numbering.places[style.name.lower()].level
    value, styles = manuscript.counters.value("list-item"), cascade.counter_style
    computed = cascade.style(item)
    if not is_counted_by_word(kind := computed["list_style_type"], styles):
        said = f"numbers of the kind {kind}; each item carries its own mark"
        manuscript.findings.cannot(item, ("list-style-type", "list-style"), said)
    return item_level(style, computed, cascade.pseudo(item, "marker"), depth, styles, value)
