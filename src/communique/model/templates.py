"""Templates: the texts of all template files, so that rendering opens none."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from communique.diagnostics.span import Source


@dataclass(frozen=True, slots=True)
class Templates:
    """Every template file by its name below the template folder, such as "_partials/blocks.html"."""

    files: tuple[tuple[str, Source], ...] = field(default=(), repr=False)

    def get(self, name: str) -> Source | None:
        """The file of a name, or None."""
        return next((source for known, source in self.files if known == name), None)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.files)
