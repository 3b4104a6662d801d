"""A Word style, compiled from CSS: a name under which a look can be changed everywhere at once."""

import re
from dataclasses import dataclass, field
from typing import Literal

from communique.write.style.look import Look
from communique.write.style.table_look import TableLook
from communique.write.weasyprint_private.cascade import Computed

StyleKind = Literal["paragraph", "character", "table"]

BUILT_IN = frozenset(
    {
        "Normal", "Body Text", "Title", "Subtitle", "Salutation", "Closing", "Signature", "Date", "caption", "Quote",
        "header", "footer", "footnote text", "footnote reference", "Hyperlink", "Strong", "Emphasis", "TOC Heading",
        "HTML Acronym", "HTML Address", "HTML Cite", "HTML Code", "HTML Definition", "HTML Keyboard",
        "HTML Preformatted", "HTML Sample", "HTML Variable", "table of figures",
        *(f"heading {level}" for level in range(1, 10)),
        *(f"toc {level}" for level in range(1, 10)),
        *(f"List {kind}{level}" for kind in ("Bullet", "Number", "Continue") for level in ("", " 2", " 3", " 4", " 5")),
    }
)  # fmt: skip
"""Names that Word knows itself; in its file format they are the same in every language of its user."""

Quick = Literal["shown", "none", "hidden"]
"""In the gallery of styles; in the list alone; in neither until it is used."""


@dataclass(frozen=True, slots=True)
class WordStyle:
    """One style.

    `paragraph` and `run` are the whole looks that a paragraph of the style has, `own_paragraph` and
    `own_run` what it says beyond `based_on`. `computed`, `before` and `marker` are the CSS of the
    probe, its `::before` and its `::marker`. `depth`: how many lists it stands in. `link`: the
    character style that wears its looks on a line of another style, and the other way round.
    """

    name: str
    kind: StyleKind
    paragraph: Look = field(default_factory=dict)
    run: Look = field(default_factory=dict)
    own_paragraph: Look = field(default_factory=dict)
    own_run: Look = field(default_factory=dict)
    based_on: str | None = None
    next: str | None = None
    priority: int = 20
    quick: Quick = "shown"
    table: TableLook | None = None
    computed: Computed | None = None
    before: Computed | None = None
    marker: Computed | None = None
    depth: int = 0
    link: str | None = None

    @property
    def id(self) -> str:
        """The identity in the file, `TalkingPoint` for "Talking Point"."""
        return style_id(self.name)

    @property
    def is_built_in(self) -> bool:
        """True for a name of Word's own."""
        return self.name in BUILT_IN


def style_id(name: str) -> str:
    """The words of a name joined, each with a capital (ECMA-376-1, 17.7.4.17)."""
    return "".join(word[0].upper() + word[1:] for word in re.findall(r"\w+", name)) or "Style"
