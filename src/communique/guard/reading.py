"""What was read back from the bytes of a finished file: the one value that ledger, guard and inspection look at."""

from dataclasses import dataclass, field
from enum import StrEnum


class Stands(StrEnum):
    """Where a visible text stands: in the flow of the text, in a note, or in the margin of every page."""

    FLOW = "text"
    NOTE = "note"
    MARGIN = "margin"


class Voice(StrEnum):
    """Who speaks in an invisible text.

    `PROSE` is written for people: a property, a comment, an alternative text. `NAME` is a short name
    that a person gave: a file, an author. `MACHINE` is for programs: styles, fonts, XML. `BYTES` are those of
    fonts and other streams, in which short words occur by chance.
    """

    PROSE = "prose"
    NAME = "name"
    MACHINE = "machine"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of visible text in reading order. `whole`: its spaces are those of the file, not guessed.

    `where` is a page or a part of the file, `paragraph` its number in there where paragraphs are told apart.
    """

    text: str
    where: str
    stands: Stands = Stands.FLOW
    whole: bool = False
    paragraph: int = 0

    @property
    def place(self) -> str:
        """Where it stands, as a person would say it."""
        return f"{self.where}, paragraph {self.paragraph}" if self.paragraph else self.where


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text that no reader of the page sees: what it is, where it stands, what it says."""

    what: str
    where: str
    text: str
    voice: Voice = Voice.PROSE
    paragraph: int = 0

    @property
    def place(self) -> str:
        """Where it stands, as a person would say it."""
        return f"{self.where}, paragraph {self.paragraph}" if self.paragraph else self.where


@dataclass(frozen=True, slots=True)
class Reading:
    """All the texts of one file, the visible ones in reading order."""

    name: str
    visible: tuple[Piece, ...] = field(default=(), repr=False)
    hidden: tuple[Hidden, ...] = field(default=(), repr=False)
    faults: tuple[str, ...] = ()

    def standing(self, *places: Stands) -> tuple[Piece, ...]:
        """The visible texts that stand there."""
        return tuple(piece for piece in self.visible if piece.stands in places)
