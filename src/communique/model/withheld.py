"""What was taken away from an edition; only `withhold`, `guard` and `engine` may name it."""

from dataclasses import dataclass, field

from communique.diagnostics.span import Span


@dataclass(frozen=True, slots=True)
class WithheldText:
    """One text that the audience may not see: its words, what it was ("point", "cue", "marking" ...)."""

    words: str
    what: str
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Withheld:
    """All that was withheld from one edition, in reading order."""

    texts: tuple[WithheldText, ...] = field(default=(), repr=False)
