"""A theme: the looks of both formats, as values."""

from dataclasses import dataclass, field

from communique.diagnostics.span import Source

LOGOS = ("logo.svg", "logo.png", "logo.jpg", "logo.jpeg")
"""What the logo of a theme may be called; of several, the first is meant."""


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
    def logo(self) -> str | None:
        """The name of its logo, a file logo.png, logo.jpg or logo.svg; None without one."""
        names = {asset.name for asset in self.assets}
        return next((name for name in LOGOS if name in names), None)

    @property
    def css(self) -> str:
        """All the stylesheets as one text."""
        return "\n".join(sheet.text for sheet in self.stylesheets)
