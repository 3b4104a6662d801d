"""The verdict on one copy of a pack: its cover read back from the finished file, for what is behind it is known.

The body of a pack is looked at once, and that each copy has it is proven byte for byte (`engine/copies.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.diagnostics.codes.copies import FIELD_ON_NO_COVER
from communique.diagnostics.codes.verdict import BROKEN_FILE
from communique.diagnostics.diagnostic import Diagnostic
from communique.guard.account import against_edition
from communique.guard.first_page import read_first_page
from communique.guard.folding import words_of
from communique.guard.intruders import intruders
from communique.guard.ledger import against_sheet
from communique.guard.naming import quoted
from communique.guard.public import public_texts
from communique.guard.read_back import read_back
from communique.guard.reading import Reading
from communique.guard.search import Index, hits
from communique.guard.secrets import Needle, Sort
from communique.guard.sheet_text import blocks_of
from communique.guard.strangers import strangers
from communique.guard.zip_members import Unreadable
from communique.model.addressee import Addressee
from communique.model.artefact import Artefact
from communique.model.carried import carried
from communique.model.edition import Edition
from communique.model.kind import Format
from communique.model.sheet import Sheet


def guard_cover(
    name: str, data: bytes, cover: Sheet, edition: Edition, addressee: Addressee, names: Index
) -> Iterator[Diagnostic]:
    """All that keeps a finished PDF with this cover from its addressee; `names` are those of all recipients."""
    try:
        reading = read_first_page(name, data)
    except Unreadable as fault:
        yield BROKEN_FILE.at(None, f"{name}: {fault}", "report it; communique doctor shows the versions")
        return
    blocks = blocks_of(cover)
    bare = replace(cover, kind=replace(cover.kind, carries=()))
    yield from against_edition(bare, carried(edition, bare.kind), blocks)
    yield from against_sheet(reading, blocks, turned=cover.direction == "rtl")
    yield from intruders(reading)
    yield from strangers(reading, names, (*cover.listed, *public_texts(bare, edition)))
    yield from _unnamed(reading, addressee)


def guard_names(artefacts: Sequence[Artefact], sheet: Sheet, edition: Edition, names: Index) -> tuple[Diagnostic, ...]:
    """The names of recipients that stand in a paper, unless its text or its own list mentions them."""
    own = (*sheet.listed, *public_texts(sheet, edition))
    found: list[Diagnostic] = []
    for artefact in artefacts:
        called = f"{artefact.kind}.{artefact.language}.{artefact.format}"
        found += strangers(read_back(called, artefact.data, artefact.format), names, own)
    return tuple(found)


def page_behind(data: bytes, addressee: Addressee) -> str:
    """The first page behind the cover on which a field of the addressee stands; nothing when there is none."""
    reading = read_back("", data, Format.PDF)
    told = [Needle(tuple(words_of(words)), Sort.PROTECTED, None, words) for words in addressee.words[:3]]
    where = {hit.where for hit in hits(reading, Index(told))}
    return min((place for place in where if place.startswith("page ") and place != "page 1"), default="")


def _unnamed(reading: Reading, addressee: Addressee) -> Iterator[Diagnostic]:
    """Each field of the addressee that a cover has to show, and does not."""
    fields = {"name": addressee.name}
    if addressee.copy_number is not None:
        fields["copy number"] = str(addressee.copy_number)
    row = "".join(word for piece in reading.visible for word in words_of(piece.text))
    for what, words in fields.items():
        if not all(word in row for word in words_of(words)):  # their order and their spaces are the ledger's
            message = f"{reading.name}: the {what} {quoted(words)} stands nowhere on the cover"
            yield FIELD_ON_NO_COVER.at(None, message, help=FIELD_ON_NO_COVER.right)
