"""The sentences of a line, with the marks on its words kept."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from communique.model.bindings import ADDRESSES
from communique.model.inline import WRAPPED, Code, Cue, FactUse, Inline, LineBreak, Text

Line = tuple[Inline, ...]

LONGEST = 12
"""As many characters as an abbreviation with its space may have."""

SHORTENED = {
    "en": "art arts no nos para paras p pp vol",
    "fr": "art par no p pp vol",
    "es": "art arts núm p pp vol",
    "de": "Art Abs Nr S Bd",
    "no": "art nr s",
    "it": "art n p",
    "pt": "art p",
    "ru": "ст п с",
}
"""Shortened words that stand before a number; before anything else they may end a sentence ("We say no.")."""


def sentences(line: Line, language: str) -> tuple[Line, ...]:
    """Each sentence as a line of its own, the space between two left out.

    "Mr.", "H.E.", "No." and "Art." end none. A cue counts as no word, so a pause between two
    sentences stays at the end of the first. A break set by hand is kept inside its sentence.
    """
    text = "".join(_spelled(line))
    pieces = (_stripped(piece) for piece in _cut_at(line, [*_ends(text, language)]))
    return tuple(piece for piece in pieces if piece)


def _spelled(line: Line) -> Iterator[str]:
    """The words in which the ends are sought: the line without cues and notes."""
    for node in line:
        if isinstance(node, Text | FactUse | Code):
            yield node.text
        elif isinstance(node, LineBreak):
            yield " "
        elif isinstance(node, WRAPPED) and not isinstance(node, Cue):
            yield from _spelled(node.children)


def _ends(text: str, language: str) -> Iterator[int]:
    """The offsets behind each sentence but the last, the space that follows it included."""
    from sentencex import get_sentence_boundaries  # noqa: PLC0415 - needed by one kind alone

    base = language.partition("-")[0].lower()
    for boundary in get_sentence_boundaries(base, text):
        end = int(boundary["end_index"])
        if end < len(text) and not _is_abbreviated(text[max(0, end - LONGEST) : end], text[end : end + 1], base):
            yield end


def _is_abbreviated(before: str, after: str, base: str) -> bool:
    """True when the full stop belongs to a title before a name, or to a shortened word before a number."""
    title, shortened = _abbreviations("no" if base in {"nb", "nn"} else base)
    return bool(title.search(before) or (shortened.search(before) and after[:1].isdigit()))


@lru_cache(maxsize=16)
def _abbreviations(base: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    titles = [word for word in ADDRESSES.get(base, "").split() if "(" not in word and len(word) < 6]
    return _at_the_end(titles, ""), _at_the_end(SHORTENED.get(base, "").split(), "(?i)")


def _at_the_end(words: list[str], flags: str) -> re.Pattern[str]:
    known = "|".join(re.escape(word.rstrip(".")) for word in words) or "(?!)"
    return re.compile(rf"{flags}(?<!\w)(?:{known})\.\s*\Z")


def _cut_at(line: Line, ends: list[int], taken: int = 0) -> Iterator[Line]:
    """The line cut at all these offsets; in the middle first, so that a very long one costs no more."""
    if not ends:
        yield line
        return
    middle = len(ends) // 2
    before, behind = _split(line, ends[middle] - taken)
    yield from _cut_at(before, ends[:middle], taken)
    yield from _cut_at(behind, ends[middle + 1 :], ends[middle])


def _split(line: Line, at: int) -> tuple[Line, Line]:
    """The line before and behind an offset of its spelled words; what has no words stays before."""
    head: list[Inline] = []
    for number, node in enumerate(line):
        length = len("".join(_spelled((node,))))
        if length < at or not length:
            head.append(node)
            at -= length
        elif length == at:
            return _with_followers([*head, node], line[number + 1 :])
        else:
            before, behind = _split_node(node, at) if at else ((), (node,))
            return (*head, *before), (*behind, *line[number + 1 :])
    return tuple(head), ()


def _with_followers(head: list[Inline], rest: Line) -> tuple[Line, Line]:
    """Cues and notes that stand right behind a sentence end go with it."""
    wordless = next((n for n, node in enumerate(rest) if "".join(_spelled((node,)))), len(rest))
    return (*head, *rest[:wordless]), rest[wordless:]


def _split_node(node: Inline, at: int) -> tuple[Line, Line]:
    if isinstance(node, Text | FactUse | Code):
        return (replace(node, text=node.text[:at]),), (replace(node, text=node.text[at:]),)
    if isinstance(node, WRAPPED):
        before, behind = _split(node.children, at)
        return (replace(node, children=before),), (replace(node, children=behind),)
    return (node,), ()


def _stripped(line: Line) -> Line:
    """The line without the space at its two ends, nor a break there."""
    line = _trimmed(line, last=False)
    return _trimmed(line, last=True)


def _trimmed(line: Line, *, last: bool) -> Line:
    while line:
        edge, rest = (line[-1], line[:-1]) if last else (line[0], line[1:])
        left = _trimmed_node(edge, last=last)
        if left is edge:
            return line
        line = rest if left is None else ((*rest, left) if last else (left, *rest))
        if left is not None:
            return line
    return line


def _trimmed_node(node: Inline, *, last: bool) -> Inline | None:
    """The node without space at one end; the same node when there is none; None when nothing is left."""
    if isinstance(node, LineBreak):
        return None
    if isinstance(node, Text):
        text = node.text.rstrip() if last else node.text.lstrip()
        return node if text == node.text else (replace(node, text=text) if text else None)
    if isinstance(node, WRAPPED):
        children = _trimmed(node.children, last=last)
        return node if children == node.children else (replace(node, children=children) if children else None)
    return node
