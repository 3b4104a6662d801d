"""CSS counters over the document, the truth that Word's own counting is held to (css-lists-3, 4)."""

from collections.abc import Sequence

from communique.write.weasyprint_private.cascade import Computed, Element


class Counters:
    """The values of all counters at the present place of a walk through the document."""

    def __init__(self) -> None:
        self._scopes: dict[str, list[list[Element | int | None]]] = {}

    def enter(self, style: Computed, parent: Element | None) -> None:
        """Reset, increment and set what an element says; a reset lives as long as its parent."""
        for name, value in style["counter_reset"]:
            self._reset(name, value, parent)
        for name, step in _increments(style):
            self._scope(name, parent)[1] = self.value(name) + step
        for name, value in style["counter_set"]:
            self._scope(name, parent)[1] = value

    def count(self, style: Computed, element: Element) -> None:
        """Increment what a pseudo-element of the element says."""
        for name, step in style["counter_increment"] if style["counter_increment"] != "auto" else ():
            self._scope(name, element)[1] = self.value(name) + step

    def leave(self, element: Element) -> None:
        """End the counters that children of the element made."""
        for stack in self._scopes.values():
            while stack and stack[-1][0] is element:
                stack.pop()

    def value(self, name: str) -> int:
        """The value of the innermost counter of that name."""
        values = self.values(name)
        return values[-1] if values else 0

    def values(self, name: str) -> Sequence[int]:
        """The values of all counters of that name, the outermost first."""
        return [value for _, value in self._scopes.get(name, ()) if isinstance(value, int)]

    def snapshot(self) -> dict[str, int]:
        """The values of all counters here, by name."""
        return {name: self.value(name) for name, stack in self._scopes.items() if stack}

    def _reset(self, name: str, value: int, parent: Element | None) -> None:
        stack = self._scopes.setdefault(name, [])
        if stack and stack[-1][0] is parent:
            stack[-1][1] = value
        else:
            stack.append([parent, value])

    def _scope(self, name: str, parent: Element | None) -> list[Element | int | None]:
        stack = self._scopes.setdefault(name, [])
        if not stack:
            stack.append([parent, 0])
        return stack[-1]


def _increments(style: Computed) -> Sequence[tuple[str, int]]:
    changes: Sequence[tuple[str, int]] | str = style["counter_increment"]
    if isinstance(changes, str):
        return (("list-item", 1),) if "list-item" in style["display"] else ()
    return changes
