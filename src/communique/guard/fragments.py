"""The short texts that a paper may print beside the lines it carries: labels, dates, particulars, facts."""

from collections.abc import Iterable

from communique.guard.letters import folded


class Fragments:
    """Known fragments; a text is accounted for when it can be cut into them, marks aside."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.by_first: dict[str, set[tuple[str, ...]]] = {}
        self.used: set[tuple[str, ...]] = set()
        self._add(texts)

    def with_more(self, texts: Iterable[str]) -> "Fragments":
        """These fragments and more; what is used there counts as used here."""
        more = Fragments(())
        more.used = self.used
        more.by_first = {first: set(known) for first, known in self.by_first.items()}
        more._add(texts)
        return more

    def unknown(self, text: str) -> str:
        """The words of a text that belong to no fragment, from the first to the last; nothing when all do."""
        words = [(word, token) for word in folded(text).split() if (token := _bare(word))]
        tokens = [token for _, token in words]
        fewest: list[tuple[int, int]] = [(0, 0)] * (len(tokens) + 1)
        for at in range(len(tokens) - 1, -1, -1):
            begun = [len(known) for known in self.by_first.get(tokens[at], ()) if _begins(tokens, at, known)]
            ways = [(fewest[at + 1][0] + 1, 0), *((fewest[at + length][0], length) for length in begun)]
            fewest[at] = min(ways, key=lambda way: (way[0], -way[1]))
        strangers, at = [], 0
        while at < len(tokens):
            length = fewest[at][1]
            if length:
                self.used.add(tuple(tokens[at : at + length]))
            else:
                strangers.append(at)
            at += length or 1
        return " ".join(word for word, _ in words[strangers[0] : strangers[-1] + 1]) if strangers else ""

    def was_used(self, text: str) -> bool:
        """True when a text was met as a fragment."""
        return not _tokens(text) or _tokens(text) in self.used

    def _add(self, texts: Iterable[str]) -> None:
        for text in texts:
            if tokens := _tokens(text):
                self.by_first.setdefault(tokens[0], set()).add(tokens)


def _begins(tokens: list[str], at: int, known: tuple[str, ...]) -> bool:
    return tuple(tokens[at : at + len(known)]) == known


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(token for word in folded(text).split() if (token := _bare(word)))


def _bare(word: str) -> str:
    """The word without the marks around it."""
    start, end = 0, len(word)
    while start < end and not word[start].isalnum():
        start += 1
    while end > start and not word[end - 1].isalnum():
        end -= 1
    return word[start:end]
