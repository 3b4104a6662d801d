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


@dataclass(frozen=True, slots=True)
class Entry:
    """What the register knows of a copy. Moments are in UTC, such as 2026-11-24T19:05:00Z; "" is not yet.

    `issue` counts what one recipient was given at one place: 2 is the file that took the place of the first.
    `run` is the run that made it. `sent` is when a server took the mail with it; `replaced` when other bytes
    were made in its place, or it was no longer asked for; `withdrawn` when it was called back, and why.
    `unclear`: a mail with it was handed over and no answer came, so nobody knows whether it arrived.
    """

    id: int
    copy: Copy
    issue: int
    made: str
    run: int
    sent: str = ""
    replaced: str = ""
    withdrawn: str = ""
    reason: str = ""
    unclear: bool = False

    @property
    def is_current(self) -> bool:
        """True for the copy that this recipient should have now."""
        return not self.replaced and not self.withdrawn

    @property
    def state(self) -> str:
        """How it stands, in a word."""
        if self.withdrawn:
            return "withdrawn"
        if self.replaced:
            return "replaced"
        return "unclear" if self.unclear else "sent" if self.sent else "made"


@dataclass(frozen=True, slots=True)
class Holding:
    """A recipient who was sent a copy that holds no longer; `now` is what takes its place, if anything does."""

    earlier: Entry
    now: Entry | None
