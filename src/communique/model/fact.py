"""A fact: a named value with its source, used as `{{ name }}` in any text."""

from dataclasses import dataclass, field
from datetime import date

from communique.diagnostics.span import Span


@dataclass(frozen=True, slots=True)
class Fact:
    """`value` exactly as it is to be printed; `label` says what it is, for the table of facts.

    `source` and `as_of` are the delegation's unless the fact is `public` (DESIGN 2).
    """

    name: str
    value: str
    label: str = ""
    source: str | None = None
    as_of: date | None = None
    public: bool = False
    span: Span | None = field(default=None, compare=False, repr=False)
