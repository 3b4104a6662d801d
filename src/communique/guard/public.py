"""All the texts that the audience of a sheet may read, as they are no secrets."""

from collections.abc import Iterator

from communique.guard.edition_text import facts_of, particulars_of
from communique.model.block import Listing, lines_of
from communique.model.edition import Edition
from communique.model.inline import Abbreviation, Link, Note, Picture, Pronounced, plain, walk
from communique.model.sheet import Sheet


def public_texts(sheet: Sheet, edition: Edition) -> Iterator[str]:
    """Every text of the edition, the words that were generated for the sheet, and those of its list."""
    yield from sheet.generated
    yield from sheet.listed
    yield from particulars_of(edition)
    yield from (sheet.properties.title, sheet.properties.subject, sheet.properties.author, sheet.theme.name)
    yield from sheet.properties.keywords
    yield from (f"{edition.meeting} {edition.name}", sheet.kind.name, sheet.kind.title)
    for texts in facts_of(edition):
        yield from texts
    for block in (*edition.speech, *edition.objectives, *edition.points, *edition.questions, *edition.backgrounds):
        if isinstance(block, Listing):
            yield block.text
        for line in lines_of((block,)):
            yield plain(line)
            for node in walk(line):
                match node:
                    case Note():
                        yield from map(plain, node.paragraphs)
                    case Picture():
                        yield node.alternative
                        yield node.file
                    case Abbreviation():
                        yield node.expansion
                    case Link():
                        yield node.address
                    case Pronounced():
                        yield node.say
