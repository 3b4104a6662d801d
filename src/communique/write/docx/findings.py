"""Findings of the Word writer: each once, at the line of the CSS where there is one."""

from collections.abc import Sequence

from communique.diagnostics.codes.word import NOT_IN_WORD
from communique.diagnostics.diagnostic import Code, Diagnostic
from communique.diagnostics.span import Source
from communique.write.style.limits import declared_at, limits
from communique.write.style.rules import page_boxes
from communique.write.weasyprint_private.cascade import Cascade, Element

PLACED = frozenset(f"{edge}-{side}" for edge in ("top", "bottom") for side in ("left", "center", "right")) | {
    "footnote"
}
"""The margin boxes that have a place in a header or footer, and the area of notes."""

INHERITED = frozenset({"list-style-type"})
"""Properties that an element may have from one around it (css-lists-3, 3)."""

OTHERWISE = "say what Word shall do instead in an @media docx rule"


class Findings:
    """What was found while one document was written."""

    def __init__(self, cascade: Cascade, stylesheets: Sequence[Source]) -> None:
        self._cascade = cascade
        self._stylesheets = stylesheets
        self._found: dict[Diagnostic, None] = {}
        self._seen: set[int] = set()
        self._said: set[str] = set()

    def all(self) -> tuple[Diagnostic, ...]:
        """The findings in the order of the document."""
        return tuple(self._found)

    def check_pages(self) -> None:
        """The margin boxes at the sides and in the corners of pages: Word has none there."""
        for name, span in page_boxes(self._stylesheets):
            if name not in PLACED:
                message = f"@{name}: Word has no such place in the margin; what stands there is left out"
                self._found[NOT_IN_WORD.at(span, message, "use left, centre or right, at top or bottom")] = None

    def add(self, code: Code, element: Element, message: str, help: str = "") -> None:
        """A finding about an element of the template."""
        self._found[code.at(None, f"{spoken(element)}: {message}", help)] = None

    def check(self, element: Element) -> None:
        """What Word cannot say of the style of an element; each computed style is looked at once."""
        style = self._cascade.style(element)
        if id(style) in self._seen:
            return
        self._seen.add(id(style))
        for limit, said in limits(style):
            self.cannot(element, limit.properties, f"{said}; {limit.instead}")

    def cannot(self, element: Element, properties: Sequence[str], message: str) -> None:
        """What Word has not, at the line of the CSS that asks for it; each sentence is said once."""
        said = f"{spoken(element)}: Word has no {message}"
        if said not in self._said:
            self._said.add(said)
            around = self._cascade.ancestors(element) if INHERITED.intersection(properties) else ()
            spans = (declared_at(self._cascade, one, properties, self._stylesheets) for one in (element, *around))
            self._found[NOT_IN_WORD.at(next(filter(None, spans), None), said, OTHERWISE)] = None


def spoken(element: Element) -> str:
    """An element as a person would write it: `p.note`."""
    classes = "".join(f".{name}" for name in (element.get("class") or "").split())
    return f"{element.tag}{classes}"
