"""How much a drawing draws when its references are followed: one shape used by ten used by ten makes a hundred."""

from collections.abc import Iterable
from dataclasses import dataclass, field

MOST_LEVELS = 60
"""Elements inside elements, references followed; programs that draw stay below 30."""


class Endless(Exception):
    """A drawing draws itself, or deeper than `MOST_LEVELS`; `args` are the byte where, and the words."""


@dataclass(slots=True, eq=False)
class Drawn:
    """One element: the byte where it begins, its name and id, the length of its path, what it holds and refers to."""

    at: int
    name: str
    id: str
    path: int
    children: list["Drawn"] = field(default_factory=list)
    references: list[str] = field(default_factory=list)


def drawn(root: Drawn, styled: Iterable[str]) -> int:
    """How many elements are drawn at most; `styled` are references in a style, which any element may have."""
    everything = [root]
    for element in everything:
        everything += element.children
    weighing = _Weighing(everything)
    return weighing.of(root)[0] + len(everything) * sum(weighing.of_reference(name)[0] for name in set(styled))


class _Weighing:
    """The weight and height of each element, each found once."""

    def __init__(self, everything: list[Drawn]) -> None:
        self.named = {element.id: element for element in reversed(everything) if element.id}
        self.points = 1 + max(element.path for element in everything) // 2
        self.known: dict[int, tuple[int, int]] = {}
        self.opened: set[int] = set()

    def of(self, element: Drawn) -> tuple[int, int]:
        """How many elements an element draws, itself included, and how many levels."""
        me = id(element)
        if me in self.known:
            return self.known[me]
        if me in self.opened:
            raise Endless(element.at, "this element draws itself")
        self._bound(element, len(self.opened))
        self.opened.add(me)
        inside = [*map(self.of, element.children), *map(self.of_reference, element.references)]
        self.opened.remove(me)
        weight, height = 1 + sum(each[0] for each in inside), 1 + max((each[1] for each in inside), default=0)
        self._bound(element, height)
        self.known[me] = weight, height
        return weight, height

    def of_reference(self, name: str) -> tuple[int, int]:
        """The same of what a reference leads to; a marker is drawn at every point of a path."""
        target = self.named.get(name)
        if target is None:
            return 0, 0
        weight, height = self.of(target)
        return (weight * self.points if target.name == "marker" else weight), height

    @staticmethod
    def _bound(element: Drawn, levels: int) -> None:
        if levels > MOST_LEVELS:
            raise Endless(element.at, f"this drawing is more than {MOST_LEVELS} levels deep, references followed")
