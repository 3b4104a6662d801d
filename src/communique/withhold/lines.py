"""Withholding inside a line: cues, pronunciations, and the notes that go with them."""

from collections.abc import Iterator
from dataclasses import replace

from communique.model.audience import Audience
from communique.model.cut import cut
from communique.model.inline import (
    WRAPPED,
    Abbreviation,
    Cue,
    Inline,
    Note,
    Picture,
    Pronounced,
    plain,
    walk,
)
from communique.model.withheld import WithheldText


def line_for(line: tuple[Inline, ...], audience: Audience) -> tuple[Inline, ...]:
    """The line as the audience may read it: for all but the speaker without cues and pronunciations."""
    if audience.may_read(Audience.SPEAKER):
        return line
    return tuple(_unpronounced(cut(line, lambda node: isinstance(node, Cue))))


def marks_taken(line: tuple[Inline, ...], audience: Audience) -> Iterator[WithheldText]:
    """What `line_for` takes away."""
    if audience.may_read(Audience.SPEAKER):
        return
    for node in walk(line):
        if isinstance(node, Cue):
            yield from texts_taken((node,), "cue")
        elif isinstance(node, Pronounced):
            yield WithheldText(node.say, "pronunciation", node.span)


def texts_taken(line: tuple[Inline, ...], what: str) -> Iterator[WithheldText]:
    """Every text of a line that goes whole: its words, its notes, what its pictures show, its marks."""
    if words := plain(line).strip():
        yield WithheldText(words, what, next((node.span for node in line if node.span), None))
    for node in walk(line):
        match node:
            case Note():
                for paragraph in node.paragraphs:
                    yield WithheldText(plain(paragraph).strip(), f"note in {what}", node.span)
            case Picture() if node.alternative:
                yield WithheldText(node.alternative, f"alternative text in {what}", node.span)
            case Pronounced():
                yield WithheldText(node.say, "pronunciation", node.span)
            case Abbreviation():
                yield WithheldText(node.expansion, f"abbreviation in {what}", node.span)


def _unpronounced(line: tuple[Inline, ...]) -> Iterator[Inline]:
    """The line with the words of each pronounced name in its place."""
    for node in line:
        if isinstance(node, Pronounced):
            yield from _unpronounced(node.children)
        elif isinstance(node, WRAPPED):
            yield replace(node, children=tuple(_unpronounced(node.children)))
        elif isinstance(node, Note):
            yield replace(node, paragraphs=tuple(tuple(_unpronounced(p)) for p in node.paragraphs))
        else:
            yield node
