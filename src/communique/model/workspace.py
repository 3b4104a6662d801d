"""A workspace: the one value through which files, settings and today's date come in."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from communique.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Workspace:
    """Made in `cli`; no phase looks at the clock or the environment for itself.

    `templates` are the template folders, the workspace's own first, the shipped ones last.
    `epoch` is SOURCE_DATE_EPOCH when set.
    """

    root: Path
    settings: Settings
    today: date
    templates: tuple[Path, ...]
    epoch: datetime | None = None

    @property
    def content(self) -> Path:
        """Where the words are."""
        return self.root / "content"

    @property
    def build(self) -> Path:
        """Where the papers go."""
        return self.root / "build"

    @property
    def store(self) -> Path:
        """What communique remembers between builds; may be deleted at any time."""
        return self.root / ".communique"
