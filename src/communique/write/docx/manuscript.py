"""The manuscript: what all the stories of one document share while it is written."""

from dataclasses import dataclass, field
from typing import NamedTuple

from docx.document import Document

from communique.model.page_facts import PageFacts
from communique.write.docx.anchors import Anchors
from communique.write.docx.counters import Counters
from communique.write.docx.findings import Findings
from communique.write.docx.numbers import Numbers
from communique.write.docx.package import WrittenPart
from communique.write.docx.place import Place
from communique.write.docx.properties_xml import run_properties
from communique.write.docx.running import Running
from communique.write.docx.targets import Targets
from communique.write.fetcher import FileFetcher
from communique.write.style.languages import is_right_to_left
from communique.write.style.look import minus, worn_over
from communique.write.style.run_look import run_look
from communique.write.style.stylebook import Stylebook
from communique.write.style.word_style import WordStyle
from communique.write.weasyprint_private.cascade import Cascade, Computed, Element


class Dress(NamedTuple):
    """The run properties of a text, once for each direction, and which way it runs."""

    ltr: str
    rtl: str
    is_rtl: bool


@dataclass(slots=True)
class Manuscript:
    """One document: its tree and style, what it is filled with, and the counts that run through it.

    `running`: the elements that stand in the margins of pages. `strings`: what `string-set` takes, and
    `string_styles` the style of the paragraphs that it is taken from, by name. `notes`: the finished
    footnotes. `files`: what may be shown. `watermarks`: the elements whose words stand behind each page.
    `svg_parts`: the drawings in the package, by their addresses. `captions`: the last number of each
    sequence of captions.
    """

    cascade: Cascade
    book: Stylebook
    facts: PageFacts
    document: Document
    files: FileFetcher
    anchors: Anchors
    targets: Targets
    numbers: Numbers
    findings: Findings
    counters: Counters = field(default_factory=Counters)
    running: Running[Element] = field(default_factory=Running)
    watermarks: list[Element] = field(default_factory=list)
    strings: Running[str] = field(default_factory=Running)
    string_styles: dict[str, WordStyle] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    notes_part: WrittenPart | None = None
    svg_parts: dict[str, WrittenPart] = field(default_factory=dict)
    tables: int = 0
    drawings: int = 0
    contents: int = 0
    captions: dict[str, int] = field(default_factory=dict)
    quotations: int = 0
    _sizes: dict[Element, tuple[float, float]] = field(default_factory=dict)
    _dresses: dict[tuple[object, ...], Dress] = field(default_factory=dict)

    def picture_size(self, picture: Element) -> tuple[float, float] | None:
        """Width and height of a picture on the page of the PDF, in px; None when it is not known."""
        if not self._sizes and self.facts.pictures:
            self._sizes = dict(zip(self.cascade.root.iter("img"), self.facts.pictures, strict=False))
        size = self._sizes.get(picture, (0.0, 0.0))
        return size if all(size) else None

    @property
    def is_rtl(self) -> bool:
        """True when the document as a whole runs from right to left."""
        return bool(self.cascade.style(self.cascade.root)["direction"] == "rtl")

    def named(self, element: Element, pseudo: str | None = None) -> WordStyle | None:
        """The style that the stylesheets name for exactly this element."""
        return self.book.named(self.cascade.own(element, "--docx-style", pseudo))

    def dress(self, computed: Computed, place: Place, paragraph: WordStyle) -> Dress:
        """The direct formatting of a run: what neither its paragraph style nor its character style gives."""
        character = place.character
        painted = tuple(sorted(place.painted.items()))
        key = (id(computed), painted, character.name if character else None, paragraph.name)
        if key not in self._dresses:
            base = worn_over(paragraph.run, character.own_run) if character else paragraph.run
            own = minus(run_look(computed, place.painted), base)
            ident = character.id if character else None
            self._dresses[key] = Dress(
                run_properties(own, ident),
                run_properties(own, ident, rtl=True),
                computed["direction"] == "rtl" or is_right_to_left(computed["lang"]),
            )
        return self._dresses[key]
