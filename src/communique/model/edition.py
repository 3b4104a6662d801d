"""An edition: what one audience may read, in one language. Templates get nothing else."""

from dataclasses import dataclass

from communique.model.audience import Audience
from communique.model.block import Background, Block, Objective, Point, Question
from communique.model.fact import Fact
from communique.model.particulars import Particulars
from communique.model.theme import Asset


@dataclass(frozen=True, slots=True)
class Edition:
    """The parts of a dossier that an audience may read.

    `speech` holds `Written` blocks and `WrittenWords` still marked: a kind that is read out leaves
    them away, all others print them. `facts` are those used in what is left (and those marked
    public), without source and date where the audience may not see them. `words` counts what is
    read out, `minutes` is its length at `words_per_minute`.
    """

    audience: Audience
    language: str
    direction: str
    meeting: str
    name: str
    particulars: Particulars
    speech: tuple[Block, ...]
    objectives: tuple[Objective, ...] = ()
    points: tuple[Point, ...] = ()
    questions: tuple[Question, ...] = ()
    backgrounds: tuple[Background, ...] = ()
    facts: tuple[Fact, ...] = ()
    pictures: tuple[Asset, ...] = ()
    words: int = 0
    words_per_minute: int = 100

    @property
    def minutes(self) -> float:
        """The time to read the speech out, in minutes."""
        return self.words / self.words_per_minute

    @property
    def free_backgrounds(self) -> tuple[Background, ...]:
        """What may be used freely."""
        return tuple(background for background in self.backgrounds if background.free)

    @property
    def closed_backgrounds(self) -> tuple[Background, ...]:
        """What is not to be disclosed."""
        return tuple(background for background in self.backgrounds if not background.free)
