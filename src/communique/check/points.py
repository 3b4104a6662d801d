"""Talking points: few, none a salutation, each confirmed since its paragraph changed."""

from collections.abc import Iterator

from communique.check.reading import Reading
from communique.diagnostics.codes.check import (
    NO_POINTS,
    OUTDATED_POINT,
    SALUTATION_AS_POINT,
    TOO_MANY_POINTS,
)
from communique.diagnostics.diagnostic import Diagnostic, Related
from communique.model.block import Closing, Paragraph, Point, Salutation, lines_of
from communique.model.inline import plain
from communique.model.proposed_points import AT_MOST
from communique.model.seen import seen


def too_many_points(reading: Reading) -> Iterator[Diagnostic]:
    """More points than a page holds at a glance."""
    if len(reading.points) > AT_MOST:
        message = f"this is point {AT_MOST + 1} of {len(reading.points)}; a page holds {AT_MOST} at a glance"
        yield TOO_MANY_POINTS.at(reading.points[AT_MOST].span, message, "join two of them, or make one a background")


def no_points(reading: Reading) -> Iterator[Diagnostic]:
    """A speech in which no point is marked."""
    if not reading.points and (first := next(iter(reading.paragraphs.values()), None)):
        message = "no talking point is marked; the first sentence of each section stands in, as a proposal"
        yield NO_POINTS.at(first.span, message, 'write ::: point "lead-in" under the paragraph it sums up')


def salutations_as_points(reading: Reading) -> Iterator[Diagnostic]:
    """A point that says no more than a salutation does."""
    greetings = {_bare(plain(block.children)) for block in reading.blocks if isinstance(block, Salutation | Closing)}
    for point in reading.points:
        words = _bare(" ".join(map(plain, lines_of((point,)))))
        greets = bool(point.blocks) and all(isinstance(block, Salutation | Closing) for block in point.blocks)
        if words in greetings or (greets and not _bare(plain(point.title))):
            yield SALUTATION_AS_POINT.at(point.span, "this point only greets", "take the block out")


def outdated_points(reading: Reading) -> Iterator[Diagnostic]:
    """A point whose `seen` is not the digest of its paragraphs."""
    for point in reading.points:
        paragraphs = _behind(point, reading)
        now = seen(paragraphs)
        if point.seen and paragraphs and point.seen.lower() != now:
            message = "the paragraph behind this point changed since it was confirmed"
            related = tuple(Related(one.span, "read this again") for one in paragraphs if one.span)
            yield OUTDATED_POINT.at(point.span, message, f"if the point still holds, write seen={now}", related)


def _behind(point: Point, reading: Reading) -> tuple[Paragraph, ...]:
    return tuple(reading.paragraphs[name] for name in point.paragraphs if name in reading.paragraphs)


def _bare(words: str) -> str:
    return " ".join(words.casefold().split()).strip(".,:;! ")
