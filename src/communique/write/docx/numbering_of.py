"""The number of a paragraph: what its style would count, and what CSS wants here."""

from communique.write.docx.manuscript import Manuscript
from communique.write.docx.properties_xml import Number
from communique.write.style.numbering import Level, item_level
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
    return manuscript.numbers.use(home, manuscript.counters.value(level.counter), shown), usual


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
    return item_level(style, cascade.style(item), cascade.pseudo(item, "marker"), depth, cascade.counter_style)
