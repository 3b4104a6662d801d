"""Ids after reading: each once, and each that is named is there."""

from collections.abc import Iterator

from communique.diagnostics.codes import markup as codes
from communique.diagnostics.diagnostic import Diagnostic, Related
from communique.diagnostics.nearest import did_you_mean
from communique.model.block import Block, Paragraph, Point
from communique.read.markdown.reading import Anchor, Reading, Reference

GIVE_AN_ID = "name the paragraph: {#name} at its end, or let communique check --fix --pin write the ids"


def check_references(blocks: tuple[Block, ...], speech: Reading, others: list[Reading]) -> Iterator[Diagnostic]:
    """What is wrong with the ids of a speech, and with those that it and its briefs name."""
    anchors = [anchor for reading in (speech, *others) for anchor in reading.anchors]
    yield from _duplicates(anchors)
    numbered = {block.id for block in blocks if isinstance(block, Paragraph) and block.number}
    known = {anchor.id: anchor for anchor in speech.anchors}
    for reading in (speech, *others):
        for reference in reading.references:
            if fault := _fault(reference, known, numbered):
                yield fault
    for point in blocks:
        if isinstance(point, Point) and not point.paragraphs:
            message, advice = "no numbered paragraph stands before this point", "move it below one, or write {for=id}"
            yield codes.LOOSE_POINT.at(point.span, message, advice)


def _duplicates(anchors: list[Anchor]) -> Iterator[Diagnostic]:
    """Word tells bookmarks apart neither by case nor, as we write them, by - and _."""
    seen: dict[str, Anchor] = {}
    for anchor in anchors:
        first = seen.setdefault(anchor.id.lower().replace("-", "_"), anchor)
        if first is not anchor:
            there = Related(first.span, "it is given here first")
            message = f'the id "{anchor.id}" is given twice'
            yield codes.DUPLICATE_ID.at(anchor.span, message, "give one of them another name", (there,))


def _fault(reference: Reference, known: dict[str, Anchor], numbered: set[str]) -> Diagnostic | None:
    anchor = known.get(reference.id)
    if reference.to_paragraph:
        if reference.id in numbered:
            return None
        if anchor:
            message = f'"{reference.id}" is not a numbered paragraph of the statement'
            there = (Related(anchor.span, "it is given here"),)
            return codes.UNKNOWN_ID.at(reference.span, message, "name a paragraph that the public sees", there)
    elif reference.id in numbered or (anchor and anchor.audience <= reference.audience):
        return None
    elif anchor:
        message = f'"{reference.id}" is not for all who see this link'
        there = (Related(anchor.span, "it is given here"),)
        return codes.UNKNOWN_ID.at(reference.span, message, "take the link away", there)
    advice = did_you_mean(reference.id, known) or GIVE_AN_ID
    return codes.UNKNOWN_ID.at(reference.span, f'there is no paragraph "{reference.id}"', advice)
