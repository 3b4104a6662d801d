"""Targets: what stands where a reference points at, known before the document is written that far."""

from collections.abc import Mapping

from communique.write.docx.counters import Counters
from communique.write.weasyprint_private.cascade import Cascade, Element, is_element


class Targets:
    """The elements with an id, and the counters of CSS at each that is pointed at."""

    def __init__(self, cascade: Cascade, pointed_at: frozenset[str]) -> None:
        self._cascade = cascade
        self._pointed_at = pointed_at
        self._elements: dict[str, Element] = {}
        for element in cascade.root.iter():
            if ident := element.get("id"):
                self._elements.setdefault(ident, element)
        self._counted: dict[str, Mapping[str, int]] | None = None

    def element(self, ident: str) -> Element | None:
        """The element of that id."""
        return self._elements.get(ident)

    def words(self, ident: str) -> str:
        """The words of an element."""
        element = self._elements.get(ident)
        return "" if element is None else " ".join("".join(element.itertext()).split())

    def counters(self, ident: str) -> Mapping[str, int]:
        """The values of the counters at an element (css-content-3, 2.4)."""
        if self._counted is None:
            self._counted = {}
            self._count(self._cascade.root, Counters(), self._counted)
        return self._counted.get(ident, {})

    def _count(self, element: Element, counters: Counters, found: dict[str, Mapping[str, int]]) -> None:
        """Walk through the document as the writer does."""
        computed = self._cascade.style(element)
        if computed["display"] == ("none",):
            return
        counters.enter(computed, self._cascade.parent(element))
        ident = element.get("id") or ""
        if ident in self._pointed_at:
            found.setdefault(ident, counters.snapshot())
        self._count_beside(element, "before", counters)
        for child in element:
            if is_element(child):
                self._count(child, counters, found)
        self._count_beside(element, "after", counters)
        counters.leave(element)

    def _count_beside(self, element: Element, which: str, counters: Counters) -> None:
        beside = self._cascade.pseudo(element, which)
        if beside is not None and isinstance(beside["content"], tuple):
            counters.count(beside, element)
