"""Recipients: whoever is sent a copy, as a row of one of the two lists says."""

from dataclasses import dataclass, field
from enum import StrEnum

from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Span
from communique.model.audience import Audience
from communique.model.kind import Format


class Roll(StrEnum):
    """The two lists of a meeting: everyone else, who can be given public papers only, and our own."""

    RECIPIENTS = "recipients"
    DELEGATION = "delegation"


@dataclass(frozen=True, slots=True)
class Recipient:
    """One row of a list, all that it leaves out filled in.

    `name` as it was typed, in composed letters. `audience` is the ceiling: no paper above it may reach this
    recipient; that of the list of everyone else is always the public. `copies`: how many numbered copies,
    each a file of its own; 0 is one copy without a number. Which numbers, says the register.
    `note` is the desk's own remark and is printed nowhere. `place` is the name of the recipient's folder.
    """

    name: str
    roll: Roll
    audience: Audience
    language: str
    formats: tuple[Format, ...]
    kinds: tuple[str, ...]
    copies: int = 0
    email: str | None = None
    note: str | None = None
    place: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Rolls:
    """The two lists of a meeting: the rows that are well, in their order, and all that was found.

    A row in which anything is wrong is not among `recipients`.
    """

    recipients: tuple[Recipient, ...] = ()
    findings: tuple[Diagnostic, ...] = ()

    def of(self, roll: Roll) -> tuple[Recipient, ...]:
        """The rows of one list."""
        return tuple(one for one in self.recipients if one.roll is roll)
