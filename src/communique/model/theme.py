"""A theme: the looks of both formats, as values."""

from dataclasses import dataclass, field

from communique.diagnostics.span import Source


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of a theme or a picture of a text: its name below that folder, and its bytes."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Theme:
    """Stylesheets in the order of the cascade (base.css first), and the files they may name."""

    name: str
    stylesheets: tuple[Source, ...]
    assets: tuple[Asset, ...] = ()
    letterhead: Asset | None = None

    @property
    def css(self) -> str:
        """All the stylesheets as one text."""
        return "\n".join(sheet.text for sheet in self.stylesheets)
