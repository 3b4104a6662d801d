"""The standards a PDF can follow; it is for everybody (PDF/UA-1) in each of them but the last."""

from enum import StrEnum


class Standard(StrEnum):
    """What a PDF claims to be, by the word for it in communique.toml.

    `PLAIN` has the same tags and claims nothing: no standard, no colours of an archive.
    """

    A3A = "a-3a"
    A2A = "a-2a"
    PLAIN = "plain"

    @property
    def part(self) -> str:
        """The part of ISO 19005 that it names; nothing for a plain one."""
        return "" if self is Standard.PLAIN else self.value[2]
