"""What a kind prints of an edition: the same answer for the template and for the ledger."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from communique.model.block import Background, Block, Heading, Objective, Paragraph, Point, Question
from communique.model.edition import Edition
from communique.model.inline import Inline
from communique.model.kind import Kind, Part
from communique.model.proposed_points import proposed_points
from communique.model.rewrite import as_printed, as_read_out, rewrite

Aside = TypeVar("Aside", Background, Objective, Point, Question)


def carried(edition: Edition, kind: Kind) -> Edition:
    """The edition with the parts that the kind carries and no others.

    What is read out leaves the written words away. Where no point is marked, the proposed ones stand
    in. Of facts, a public kind carries those that say they are public: the words hold the others already.
    Headings step down one level at a time, whatever was typed, so that no outline has a gap.
    """
    speech = as_read_out(edition.speech) if kind.spoken else as_printed(edition.speech)
    points = edition.points or proposed_points(as_printed(edition.speech), edition.language)
    return replace(
        edition,
        speech=_levelled(speech) if Part.SPEECH in kind.carries else (),
        objectives=_shown(Objective, edition.objectives, kind, Part.OBJECTIVE),
        points=_shown(Point, points, kind, Part.POINTS),
        questions=tuple(map(_question_levelled, _shown(Question, edition.questions, kind, Part.QUESTIONS))),
        backgrounds=tuple(map(_background_levelled, _shown(Background, edition.backgrounds, kind, Part.BACKGROUND))),
        facts=tuple(fact for fact in edition.facts if kind.internal or fact.public)
        if Part.FACTS in kind.carries
        else (),
    )


def paragraph_numbers(edition: Edition) -> dict[str, int]:
    """The ¶ of each paragraph that has one, by its id."""
    blocks = as_printed(edition.speech)
    numbered = (block for block in blocks if isinstance(block, Paragraph))
    return {block.id: block.number for block in numbered if block.number is not None}


def _shown(what: type[Aside], blocks: Iterable[Aside], kind: Kind, part: Part) -> tuple[Aside, ...]:
    if part not in kind.carries:
        return ()
    shown = as_read_out(tuple(blocks)) if kind.spoken else as_printed(tuple(blocks))
    return tuple(block for block in shown if isinstance(block, what))


def _question_levelled(question: Question) -> Question:
    return replace(question, blocks=_levelled(question.blocks), pressed=_levelled(question.pressed))


def _background_levelled(background: Background) -> Background:
    return replace(background, blocks=_levelled(background.blocks))


def _levelled(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with heading levels that begin at 1 and never skip one."""
    above: list[int] = []
    done: list[Block] = []  # rewrite asks about each new block once more

    def choose(block: Block) -> tuple[Block, ...]:
        if not isinstance(block, Heading) or any(block is one for one in done):
            return (block,)
        while above and above[-1] >= block.level:
            above.pop()
        above.append(block.level)
        done.append(replace(block, level=len(above)))
        return (done[-1],)

    return rewrite(blocks, choose, _same)


def _same(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return line
