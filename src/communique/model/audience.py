"""Who may read a passage: the three steps of the ladder."""

from enum import IntEnum


class Audience(IntEnum):
    """Each step sees all that the steps below it see (DESIGN 2)."""

    PUBLIC = 0
    DELEGATION = 1
    SPEAKER = 2

    def may_read(self, marking: "Audience") -> bool:
        """True when a passage so marked may be shown to this audience."""
        return marking <= self

    def __str__(self) -> str:
        return self.name.lower()


AUDIENCES = {str(audience): audience for audience in Audience}
"""The audiences by the word that is written in sources and folder names."""
