"""Where a paper withholds something: hatched over its pages in the delegation's view. What it is, never what it says.

The papers themselves have no gap, so that nothing betrays what is withheld; this is told beside them, to
the one who wrote it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.diagnostics.span import Span
from communique.model.block import ASIDES, Block, CueBlock, Passage, Question, Written, lines_of
from communique.model.dossier import Speech
from communique.model.edition import Edition
from communique.model.inline import Cue, Inline, plain, walk
from communique.preview.places import Place
from communique.preview.words import Box, Words, fold

NAMES = {
    "point": "talking point",
    "question": "question and answer",
    "pressed": "what to say if pressed",
    "background": "background",
    "objective": "objective",
    "passage": "passage",
    "cue-block": "cue",
}
"""What is withheld, in the words of the desk."""
SLIT, TICK = 8.0, 6.0
"""Points: the height of a gap at the end of a text, and the width of one inside a line."""
AIR = 1.5
"""Points between a gap and the words above and below it."""


@dataclass(frozen=True, slots=True)
class Held:
    """One withheld part: what it is, and where it was written."""

    what: str
    span: Span


@dataclass(frozen=True, slots=True)
class Gap:
    """Where withheld parts would stand on a page."""

    page: int
    box: Box
    held: tuple[Held, ...]


def gaps(speech: Speech, edition: Edition, found: Iterable[Place], words: Words) -> tuple[Gap, ...]:
    """The gaps of a paper that shows `edition`; `found` are the texts on its pages."""
    places: dict[tuple[str, int], list[Place]] = {}
    for place in found:
        places.setdefault((place.span.path, place.span.line), []).append(place)
    if not places:
        return ()
    left = _spans(edition)
    return (*_between(speech, left, places), *_inside(speech, left, places, words))


def _spans(edition: Edition) -> frozenset[Span]:
    """The places of all blocks and marks that an edition still has."""
    parts = (edition.speech, edition.objectives, edition.points, edition.questions, edition.backgrounds)
    blocks = [one for blocks in parts for one in _every(blocks)]
    marks = (node for block in blocks for line in lines_of((block,)) for node in walk(line))
    return frozenset(one.span for one in (*blocks, *marks) if one.span)


def _every(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks and what stands in those that hold others, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, Passage | Written | CueBlock):
            yield from _every(block.blocks)


def _between(speech: Speech, left: frozenset[Span], places: dict[tuple[str, int], list[Place]]) -> Iterator[Gap]:
    """Gaps between two texts: all that is withheld from one to the next is one gap."""
    above: Place | None = None
    waiting: list[Held] = []
    for block in _every((*speech.blocks, *speech.brief)):
        here = _places_of(block, places)
        if block.span and block.span not in left:
            waiting.append(Held(NAMES.get(block.name, block.name), block.span))
        elif here:
            if waiting:
                yield _gap(above, here[0], waiting, places)
            above, waiting = here[-1], []
        if isinstance(block, Question) and block.span in left and block.pressed:
            first = block.pressed[0].span
            waiting += [Held(NAMES["pressed"], first)] if first and first not in left else []
    if waiting:
        yield _gap(above, None, waiting, places)


def _places_of(block: Block, places: dict[tuple[str, int], list[Place]]) -> list[Place]:
    spans = [node.span for line in lines_of((block,)) for node in walk(line) if node.span]
    lines = dict.fromkeys((span.path, span.line) for span in spans)
    return [place for line in lines for place in places.get(line, ())]


def _gap(above: Place | None, below: Place | None, held: list[Held], places: dict[tuple[str, int], list[Place]]) -> Gap:
    """Between the words above and below; at the foot of the words above when the next stand on another page."""
    columns = [place.box for some in places.values() for place in some]
    left, right = min(box.left for box in columns), max(box.right for box in columns)
    if above is None and below is not None:
        return Gap(below.page, Box(left, below.box.top - SLIT - AIR, right, below.box.top - AIR), tuple(held))
    if above is None:  # nothing of this text is on the pages
        return Gap(0, Box(left, 0, right, SLIT), tuple(held))
    top = above.box.bottom + AIR
    bottom = below.box.top - AIR if below and below.page == above.page else top + SLIT
    return Gap(above.page, Box(left, top, right, max(bottom, top + SLIT / 2)), tuple(held))


def _inside(
    speech: Speech, left: frozenset[Span], places: dict[tuple[str, int], list[Place]], words: Words
) -> Iterator[Gap]:
    """Gaps inside a line, for a stage direction among words that stay."""
    blocks = [block for block in _every(speech.blocks) if block.span in left and not isinstance(block, ASIDES)]
    for line in lines_of(tuple(blocks)):
        first = next((node.span for node in line if node.span), None)
        here = places.get((first.path, first.line), []) if first else []
        for read, node in _cues(line):
            if node.span and node.span not in left and here:
                yield _tick(here, read, Held("cue", node.span), words, from_right=speech.direction == "rtl")


def _cues(line: tuple[Inline, ...]) -> Iterator[tuple[int, Cue]]:
    """The cues of a line, each with the number of letters read before it."""
    read = 0
    for node in line:
        if isinstance(node, Cue):
            yield read, node
        else:
            read += len(fold(plain((node,))))


def _tick(here: list[Place], read: int, held: Held, words: Words, *, from_right: bool) -> Gap:
    """Behind so many letters of a text, where its writing goes on."""
    place = here[0]
    for place in here:
        if read <= place.end - place.start:
            break
        read -= place.end - place.start
    if read == 0:
        around = words.letter(place.start).box
        left = around.right if from_right else around.left - TICK
        return Gap(place.page, Box(left, around.top, left + TICK, around.bottom), (held,))
    around = words.letter(min(place.start + read, place.end) - 1).box
    left = around.left - TICK if from_right else around.right
    return Gap(place.page, Box(left, around.top, left + TICK, around.bottom), (held,))
