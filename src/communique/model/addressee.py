"""An addressee: what a paper may print of whoever is sent it, and all that a template learns of a recipient."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addressee:
    """The named fields of a recipient; a template gets one as `recipient`, and None for a paper that is nobody's.

    `name` as the list has it. `copy_number` and `copies`: "Copy 17 of 193", counted through the whole list;
    both None where the copies are not numbered.
    """

    name: str
    copy_number: int | None = None
    copies: int | None = None
