"""What was asked for."""

from dataclasses import dataclass
from pathlib import Path


class Misordered(Exception):
    """The order names something that does not exist: a slip of the hand, not a fault of a text."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a build is to make; what is empty leaves nothing out.

    `hands`: processes at most, 0 = all cores. `on`: the scheduler of a cluster that makes it; "": this machine.
    `final`: warnings that stop the presses are errors, and a draft is refused. `force`: make it
    again, also where nothing changed. `explain`: say of every paper why it was made, or was not.
    """

    paths: tuple[Path, ...] = ()
    kinds: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    final: bool = False
    force: bool = False
    hands: int = 0
    explain: bool = False
    on: str = ""

    def wants(self, kind: str, language: str, format: str) -> bool:
        """True for a paper that is part of the order."""
        return (
            (not self.kinds or kind in self.kinds)
            and (not self.languages or language in self.languages)
            and (not self.formats or format in self.formats)
        )
