"""The findings of proofreading, each at the word that is meant."""

from collections import Counter
from collections.abc import Iterable

from communique.diagnostics.codes import render as codes
from communique.diagnostics.diagnostic import Code, Diagnostic
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.span import Source
from communique.render.template_places import word_place


class Notes:
    """What was found in one template so far."""

    def __init__(self, source: Source) -> None:
        self.found: list[Diagnostic] = []
        self._source = source
        self._met: Counter[tuple[int, str]] = Counter()

    def add(self, code: Code, line: int, word: str, message: str, advice: str = "") -> None:
        """A finding at a word; of the same word twice in a line, at the next each time."""
        place = word_place(self._source, line, word, self._met[line, word])
        self._met[line, word] += 1
        self.found.append(code.at(place, message, advice))

    def unknown(
        self, line: int, name: str, known: Iterable[str], whose: str, shown: Iterable[str] | None = None
    ) -> None:
        """A name that is not among the known ones; `shown` are told when none of them is near."""
        known = tuple(known)
        listed = sorted(known if shown is None else shown)
        advice = did_you_mean(name, known) or (f"{whose} {', '.join(listed)}" if listed else "")
        self.add(codes.UNKNOWN_NAME, line, name, f'there is no "{name}" here', advice)
