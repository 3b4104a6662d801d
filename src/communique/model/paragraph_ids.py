"""What a paragraph is called for ever, and the ¶ it has today.

The id is the author's, else a digest of the first eight public words before facts are filled in; equal
openings take further words, then an ordinal. So no insertion and no new figure moves a bookmark. The
number counts the body paragraphs that the public sees: no gap betrays what is withheld.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from communique.model.block import Block, BulletList, Definitions, NumberedList, Paragraph, Point, Quotation, Written
from communique.model.cut import cut
from communique.model.inline import WRAPPED, Code, Cue, FactUse, Inline, LineBreak, Text

STEP = 8
DIGITS = 10
Words = tuple[str, ...]


def identify(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the ids and numbers of their paragraphs; a point without one gets the last before it."""
    openings = [public_words(paragraph.children) for paragraph in _paragraphs(blocks) if not paragraph.id]
    ids = iter(_ids([words for words in openings if words]))
    named = tuple(_named(block, ids) for block in blocks)
    return tuple(_numbered(named))


def public_words(line: tuple[Inline, ...]) -> Words:
    """The words the public sees, a fact by its name."""
    shown = cut(line, lambda node: isinstance(node, Cue))
    return tuple(unicodedata.normalize("NFC", "".join(_spelled(shown))).split())


def _spelled(line: tuple[Inline, ...]) -> Iterator[str]:
    for node in line:
        if isinstance(node, FactUse):
            yield f"{{{{{node.fact}}}}}"
        elif isinstance(node, Text | Code):
            yield node.text
        elif isinstance(node, LineBreak):
            yield " "
        elif isinstance(node, WRAPPED):
            yield from _spelled(node.children)


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """The paragraphs of the statement, those in lists and quotations too."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block
            case BulletList() | NumberedList():
                for item in block.items:
                    yield from _paragraphs(item)
            case Definitions():
                for _, explanations in block.entries:
                    for explanation in explanations:
                        yield from _paragraphs(explanation)
            case Quotation() | Written():
                yield from _paragraphs(block.blocks)


def _named(block: Block, ids: Iterator[str]) -> Block:
    """The block with ids, which are taken in the order of `_paragraphs`."""

    def inner(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(_named(one, ids) for one in blocks)

    match block:
        case Paragraph():
            return replace(block, id=next(ids)) if not block.id and public_words(block.children) else block
        case BulletList() | NumberedList():
            return replace(block, items=tuple(map(inner, block.items)))
        case Definitions():
            return replace(block, entries=tuple((term, tuple(map(inner, told))) for term, told in block.entries))
        case Quotation() | Written():
            return replace(block, blocks=inner(block.blocks))
    return block


def _numbered(blocks: tuple[Block, ...]) -> Iterator[Block]:
    number, last = 0, ""
    for block in blocks:
        if isinstance(block, Paragraph) and public_words(block.children):
            number, last = number + 1, block.id
            yield replace(block, number=number)
        elif isinstance(block, Point) and not block.paragraphs and last:
            yield replace(block, paragraphs=(last,))
        else:
            yield block


def _ids(openings: list[Words]) -> list[str]:
    """An id for each opening, in their order."""
    ids = [""] * len(openings)
    waiting, taken = list(range(len(openings))), STEP
    while waiting:
        groups: dict[Words, list[int]] = {}
        for index in waiting:
            groups.setdefault(openings[index][:taken], []).append(index)
        waiting = []
        for opening, group in groups.items():
            if len(group) == 1 or all(len(openings[index]) <= taken for index in group):
                for ordinal, index in enumerate(group, 1):
                    ids[index] = _digest(opening) + (f"-{ordinal}" if ordinal > 1 else "")
            else:
                waiting += group
        waiting.sort()
        taken += STEP
    return ids


def _digest(words: Words) -> str:
    return "p" + sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
