"""Running matter: what the margins of a section repeat, as it changes through the document (css-gcpm-3, 1).

Word has one header for all pages of a section. What comes first in a section holds for all of it; where
nothing comes, what came last before.
"""

from typing import Generic, TypeVar

Matter = TypeVar("Matter")
"""A running element, or the words that `string-set` takes."""


class Running(Generic[Matter]):
    """Running matter by its name in the stylesheet. `shown`: in the present section."""

    def __init__(self) -> None:
        self.shown: dict[str, Matter] = {}
        self._latest: dict[str, Matter] = {}
        self._own: set[str] = set()
        self._coming: dict[str, Matter] = {}

    def meet(self, name: str, matter: Matter, *, ahead: bool) -> bool:
        """Take what the document has next; `ahead`: it stands on the next page already.

        False when the section shows another one of that name, so that this one is not seen in Word.
        """
        if ahead:
            self._coming.setdefault(name, matter)
            return True
        self._latest[name] = matter
        if name in self._own:
            return False
        self.shown[name] = matter
        self._own.add(name)
        return True

    @property
    def changes(self) -> bool:
        """True when the next page shows something else."""
        return any(self.shown.get(name) is not matter for name, matter in self._coming.items())

    def turn(self) -> None:
        """Begin the next section."""
        self.shown = {**self.shown, **self._latest, **self._coming}
        self._own, self._latest, self._coming = set(self._coming), dict(self._coming), {}
