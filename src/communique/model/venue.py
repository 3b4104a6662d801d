"""A venue: the rules of a place where one speaks. They age, so they are dated data."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Venue:
    """`minutes` for a national statement, `words_per_minute` as the venue or its profession states it."""

    name: str
    title: str
    source: str
    checked: date
    minutes: float | None = None
    words_per_minute: int | None = None
    words: int | None = None
    copies: int | None = None
    hand_in: str | None = None
