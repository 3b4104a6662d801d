"""Points that stand in where the author marked none: the opening sentence of each section."""

from collections.abc import Iterator

from communique.model.block import Block, Closing, Heading, Paragraph, Point, Salutation
from communique.model.sentences import sentences

AT_MOST = 6
"""As many as a page of talking points may have (four or fewer, six at most)."""


def proposed_points(speech: tuple[Block, ...], language: str) -> tuple[Point, ...]:
    """One point a section, at most six, each marked as proposed and standing on its paragraph.

    A salutation or a heading opens a section; only paragraphs with a number are drawn from.
    """
    return tuple(_point(paragraph, language) for paragraph in _openings(speech))[:AT_MOST]


def _openings(speech: tuple[Block, ...]) -> Iterator[Paragraph]:
    opening = True
    for block in speech:
        if isinstance(block, Salutation | Heading | Closing):
            opening = True
        elif opening and isinstance(block, Paragraph) and block.number is not None:
            opening = False
            yield block


def _point(paragraph: Paragraph, language: str) -> Point:
    first = sentences(paragraph.children, paragraph.language or language)[:1]
    sentence = Paragraph(first[0] if first else (), language=paragraph.language, span=paragraph.span)
    stands_on = (paragraph.id,) if paragraph.id else ()
    return Point(title=(), blocks=(sentence,), paragraphs=stands_on, proposed=True, span=paragraph.span)
