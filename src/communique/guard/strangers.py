"""The names of other recipients, where one recipient's copy must not have them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.diagnostics.codes.copies import FOREIGN_RECIPIENT
from communique.diagnostics.diagnostic import Diagnostic
from communique.guard.folding import words_of
from communique.guard.naming import quoted
from communique.guard.reading import Reading
from communique.guard.search import IN_BYTES, Index, hits
from communique.guard.secrets import FEWEST_LETTERS, Needle, Public, Sort


def strangers(reading: Reading, names: Index, own: Iterable[str]) -> Iterator[Diagnostic]:
    """Every name of somebody else in a file; `own` are the texts that may stand there, the recipient's name first."""
    allowed: Public | None = None
    for hit in hits(reading, names):
        allowed = allowed or Public(own)
        if not allowed.holds(hit.needle.words):
            message = f"{reading.name}, {hit.where}, {hit.what}: {quoted(hit.needle.spelled)} is another recipient"
            yield FOREIGN_RECIPIENT.at(None, message, help="nothing of it was moved into place; report it")


def names_index(names: Sequence[str]) -> Index:
    """The names of all recipients, ready to be looked for: everywhere; short ones where people write, not programs."""
    told = (Needle(tuple(words_of(name)), Sort.WHOLE, None, name) for name in dict.fromkeys(names))
    return Index(
        replace(needle, sort=Sort.PROTECTED) if len(needle.row) >= IN_BYTES else needle
        for needle in told
        if len(needle.row) >= FEWEST_LETTERS
    )
