"""Findings of the Word writer: each once, at the line of the CSS where there is one."""

from collections.abc import Sequence

from communique.diagnostics.codes.word import NOT_IN_WORD
from communique.diagnostics.diagnostic import Code, Diagnostic
from communique.diagnostics.span import Source
from communique.write.style.limits import declared_at, limits
from communique.write.weasyprint_private.cascade import Cascade, Element

OTHERWISE = "say what Word shall do instead in an @media docx rule"


class Findings:
    """What was found while one document was written."""

    def __init__(self, cascade: Cascade, stylesheets: Sequence[Source]) -> None:
        self._cascade = cascade
        self._stylesheets = stylesheets
        self._found: dict[Diagnostic, None] = {}
        self._seen: set[int] = set()

    def all(self) -> tuple[Diagnostic, ...]:
        """The findings in the order of the document."""
        return tuple(self._found)

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
            span = declared_at(self._cascade, element, limit.properties, self._stylesheets)
            message = f"{spoken(element)}: Word has no {said}; {limit.instead}"
            self._found[NOT_IN_WORD.at(span, message, OTHERWISE)] = None


def spoken(element: Element) -> str:
    """An element as a person would write it: `p.note`."""
    classes = "".join(f".{name}" for name in (element.get("class") or "").split())
    return f"{element.tag}{classes}"
