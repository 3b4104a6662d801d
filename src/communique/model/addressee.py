"""An addressee: what a paper may print of whoever is sent it, and all that a template learns of a recipient."""

from dataclasses import dataclass

from communique.model.kind import Format


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One paper that lies in the same pack: the title of its intervention, the label of its kind, its formats."""

    title: str
    kind: str
    language: str
    formats: tuple[Format, ...]


@dataclass(frozen=True, slots=True)
class Addressee:
    """The named fields of a recipient; a template gets one as `recipient`, and None for a paper that is nobody's.

    `name` as the list has it. `copy_number` and `copies`: "Copy 17 of 193", counted through the whole list;
    both None where the copies are not numbered. `printed`: for whom, a label, how many copies on paper are handed in.
    `enclosures`: what a covering note goes with.
    """

    name: str
    copy_number: int | None = None
    copies: int | None = None
    printed: tuple[tuple[str, int], ...] = ()
    enclosures: tuple[Enclosure, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Every word and number that a paper may print of it."""
        counts = (number for _, number in self.printed)
        numbers = (str(number) for number in (self.copy_number, self.copies, *counts) if number is not None)
        titles = (enclosure.title for enclosure in self.enclosures)
        return (self.name, *numbers, *dict.fromkeys(titles))
