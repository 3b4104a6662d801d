"""Withholding: what an audience may read of a dossier, and what was taken away from it.

It works on the model, before any template runs: a template cannot leak what it never gets.
"""

from collections.abc import Iterator
from dataclasses import replace

from communique.model.audience import Audience
from communique.model.block import (
    ASIDES,
    Background,
    Block,
    CueBlock,
    Objective,
    Passage,
    Point,
    Question,
    lines_of,
)
from communique.model.dossier import Dossier, Speech
from communique.model.edition import Edition
from communique.model.fact import Fact
from communique.model.inline import FactUse, Inline, Picture, plain, walk
from communique.model.pace import WORDS_PER_MINUTE, words_in
from communique.model.particulars import Particulars
from communique.model.rewrite import as_read_out, rewrite
from communique.model.withheld import Withheld, WithheldText
from communique.withhold.lines import line_for, marks_taken, texts_taken


def withhold(dossier: Dossier, audience: Audience, language: str) -> tuple[Edition, Withheld]:
    """The edition of a dossier for an audience in a language, and all that it does not hold.

    `language` is one of `dossier.languages`.
    """
    speech = dossier.speech(language)
    kept = _allowed((*speech.blocks, *speech.brief), audience)
    ordinary = tuple(block for block in kept if not isinstance(block, ASIDES))
    particulars = _particulars_for(speech.particulars, audience)
    edition = Edition(
        audience=audience,
        language=speech.language,
        direction=speech.direction,
        meeting=dossier.meeting,
        name=dossier.name,
        particulars=particulars,
        speech=ordinary,
        objectives=tuple(block for block in kept if isinstance(block, Objective)),
        points=tuple(block for block in kept if isinstance(block, Point)),
        questions=tuple(block for block in kept if isinstance(block, Question)),
        backgrounds=tuple(block for block in kept if isinstance(block, Background)),
        facts=_facts_for(speech.facts, kept, audience),
        pictures=tuple(picture for picture in dossier.pictures if picture.name in _pictured(kept)),
        words=_words_read_out(ordinary),
        words_per_minute=_pace(dossier),
    )
    return edition, Withheld(tuple(_taken(speech, edition, audience)))


def _allowed(blocks: tuple[Block, ...], audience: Audience) -> tuple[Block, ...]:
    def choose(block: Block) -> tuple[Block, ...]:
        if not audience.may_read(_audience_of(block)):
            return ()
        if isinstance(block, Question) and not audience.may_read(block.pressed_audience):
            return (replace(block, pressed=()),) if block.pressed else (block,)
        return (block,)

    return rewrite(blocks, choose, lambda line: line_for(line, audience))


def _audience_of(block: Block) -> Audience:
    """Who may see a block: its own mark, else the public (DESIGN 2)."""
    if isinstance(block, Passage | CueBlock | Point | Question | Background | Objective):
        return block.audience
    return Audience.PUBLIC


def _particulars_for(particulars: Particulars, audience: Audience) -> Particulars:
    if audience.may_read(Audience.DELEGATION):
        return particulars
    return replace(particulars, marking=None, origin=None)


def _facts_for(facts: tuple[Fact, ...], kept: tuple[Block, ...], audience: Audience) -> tuple[Fact, ...]:
    """The facts used in what is left and those marked public; sources where they may be seen."""
    used = {node.fact for node in _nodes(kept) if isinstance(node, FactUse)}
    may_see = audience.may_read(Audience.DELEGATION)
    return tuple(
        fact if may_see or fact.public else replace(fact, source=None, as_of=None)
        for fact in facts
        if fact.name in used or fact.public
    )


def _pictured(blocks: tuple[Block, ...]) -> set[str]:
    return {node.file for node in _nodes(blocks) if isinstance(node, Picture)}


def _nodes(blocks: tuple[Block, ...]) -> Iterator[Inline]:
    for line in lines_of(blocks):
        yield from walk(line)


def _words_read_out(blocks: tuple[Block, ...]) -> int:
    spoken = as_read_out(_allowed(blocks, Audience.PUBLIC))
    return sum(words_in(plain(line)) for line in lines_of(spoken))


def _pace(dossier: Dossier) -> int:
    stated = (dossier.principal, dossier.venue)
    return next((who.words_per_minute for who in stated if who and who.words_per_minute), WORDS_PER_MINUTE)


def _taken(speech: Speech, edition: Edition, audience: Audience) -> Iterator[WithheldText]:
    """Everything in the sources of this text that the edition does not hold."""
    yield from _blocks_taken((*speech.blocks, *speech.brief), audience)
    for what in ("marking", "origin"):
        words = getattr(speech.particulars, what)
        if words and getattr(edition.particulars, what) is None:
            yield WithheldText(words, what)
    left = {fact.name: fact for fact in edition.facts}
    for fact in speech.facts:
        yield from _fact_taken(fact, left.get(fact.name))


def _blocks_taken(blocks: tuple[Block, ...], audience: Audience) -> Iterator[WithheldText]:
    for block in blocks:
        if not audience.may_read(_audience_of(block)):
            yield from _whole(block)
        elif isinstance(block, Question):
            yield from _lines_taken((replace(block, pressed=()),), audience)
            pressed_goes = not audience.may_read(block.pressed_audience)
            pressed = block.pressed
            yield from _texts(pressed, "pressed") if pressed_goes else _lines_taken(pressed, audience)
        elif isinstance(block, Passage):
            yield from _blocks_taken(block.blocks, audience)
        else:
            yield from _lines_taken((block,), audience)


def _whole(block: Block) -> Iterator[WithheldText]:
    yield from _texts((block,), block.name)


def _texts(blocks: tuple[Block, ...], what: str) -> Iterator[WithheldText]:
    for line in lines_of(blocks):
        yield from texts_taken(line, what)


def _lines_taken(blocks: tuple[Block, ...], audience: Audience) -> Iterator[WithheldText]:
    for line in lines_of(blocks):
        yield from marks_taken(line, audience)


def _fact_taken(fact: Fact, left: Fact | None) -> Iterator[WithheldText]:
    if left is None:
        yield WithheldText(fact.value, f"fact {fact.name}", fact.span)
        if fact.label:
            yield WithheldText(fact.label, f"label of fact {fact.name}", fact.span)
    if fact.source and (left is None or left.source is None):
        yield WithheldText(fact.source, f"source of fact {fact.name}", fact.span)
