"""Copies: which file was made for whom, as the register keeps it."""

from dataclasses import dataclass

from communique.model.audience import Audience
from communique.model.recipient import Roll


@dataclass(frozen=True, slots=True)
class Numbers:
    """The copy numbers of one recipient, and how many there are in the whole list: "Copy 17 of 193"."""

    numbers: tuple[int, ...]
    of: int


@dataclass(frozen=True, slots=True)
class Copy:
    """One file that was made for one recipient.

    `place` is its path below `build/`, with forward slashes; `sha256` its digest in hex. `intervention` is ""
    for a paper about the whole meeting, such as the covering note. `revision` is that of the text, if any.
    """

    recipient: str
    roll: Roll
    audience: Audience
    intervention: str
    kind: str
    language: str
    format: str
    place: str
    sha256: str
    number: int | None = None
    of: int | None = None
    revision: int | None = None
