"""A paragraph being written, and the other things that stand in a story."""

from dataclasses import dataclass, field
from typing import TypeAlias

from communique.write.docx.properties_xml import Number, paragraph_properties
from communique.write.docx.xml import w
from communique.write.style.look import Look, LookValue, minus
from communique.write.style.paragraph_look import TabStop
from communique.write.style.word_style import WordStyle
from communique.write.weasyprint_private.cascade import Element


@dataclass(slots=True)
class Paragraph:
    """One `w:p`: its style, its whole look, and its runs as markup.

    `number` is the list it takes, `usual` the one its style has. `insisted`: properties written even
    where the style says the same. `section`: the `w:sectPr` of a section that ends with it.
    """

    element: Element
    style: WordStyle
    look: dict[str, LookValue]
    runs: list[str] = field(default_factory=list)
    number: Number | None = None
    usual: Number | None = None
    insisted: dict[str, LookValue] = field(default_factory=dict)
    section: str = ""

    @property
    def direct(self) -> dict[str, LookValue]:
        """What the paragraph says beyond its style: its direct formatting."""
        own = minus({name: value for name, value in self.look.items() if name != "num"}, self.style.paragraph)
        if self.number is not None and self.number != self.usual:
            own["num"] = self.number
        return own | self.insisted

    def raise_to(self, name: str, value: int) -> None:
        """Make a distance at least that large: two margins collapse into the larger (CSS 2.2, 8.3.1)."""
        self.look[name] = max(self.distance(name), value)

    def distance(self, name: str) -> int:
        """A length of the look, in twips."""
        value = self.look[name]
        return value if isinstance(value, int) else 0

    @property
    def xml(self) -> str:
        """The paragraph as markup."""
        whole: Look = {**self.style.paragraph, **self.look}
        cleared = self.style.paragraph.get("tabs") or ()
        stops = tuple(stop for stop in cleared if isinstance(stop, TabStop)) if isinstance(cleared, tuple) else ()
        ident = None if self.style.name == "Normal" else self.style.id
        properties = paragraph_properties(self.direct, whole, ident, cleared=stops, section=self.section)
        return w("p", properties + "".join(self.runs))


@dataclass(frozen=True, slots=True)
class Markup:
    """Something in a story that is no paragraph: a table, or a block of contents."""

    xml: str
    is_table: bool = False


Block: TypeAlias = Paragraph | Markup

LOWEST = 20
"""Twips: the height of the lowest line there is."""


def spacer(distance: int = 0) -> str:
    """The lowest paragraph there is: Word wants one between two tables, and behind the last; `distance` in twips."""
    return w("p", w("pPr", w("spacing", before=max(0, distance - LOWEST), after=0, line=LOWEST, lineRule="exact")))


SPACER = spacer()


def end_with_paragraph(blocks: list[Block]) -> None:
    """A cell, a note and a document end with a paragraph (ECMA-376-1, 17.4.65)."""
    if not blocks or not isinstance(blocks[-1], Paragraph):
        blocks.append(Markup(SPACER))
