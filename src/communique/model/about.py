"""What a paper is about beside an edition: whom a copy is for, or which rows a register has."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from communique.model.addressee import Addressee


@dataclass(frozen=True, slots=True)
class About:
    """The names `recipient` and `rows` of a template: by its scope one of them says something.

    A row is a frozen dataclass of words and numbers, one line of a list.
    """

    recipient: Addressee | None = None
    rows: tuple[object, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Every word and number that a paper may print of it."""
        told = self.recipient.words if self.recipient else ()
        return (*told, *dict.fromkeys(cell for row in self.rows for cell in _cells(row)))


NOBODY = About()
"""A paper that is nobody's own: every kind of scope intervention."""


def _cells(row: object) -> Iterator[str]:
    if is_dataclass(row):
        values = (getattr(row, field.name) for field in fields(row))
        yield from (str(value) for value in values if value is not None)
