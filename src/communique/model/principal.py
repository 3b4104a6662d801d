"""A principal: how this speaker likes the page."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Principal:
    """The wishes of one speaker; `words_per_minute` is the pace at which they read."""

    name: str
    source: str
    checked: date
    words_per_minute: int | None = None
