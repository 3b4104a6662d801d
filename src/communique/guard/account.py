"""The ledger, first half: a sheet against its edition.

Every word has somebody who wrote it, and every line that the kind carries has its place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from communique.diagnostics.codes import guard as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.guard.edition_text import Line, facts_of, headings_of, notes_of, particulars_of, parts_of
from communique.guard.fragments import Fragments
from communique.guard.letters import letters
from communique.guard.naming import quoted
from communique.guard.placing import Placed, place
from communique.guard.reading import Stands
from communique.guard.sheet_text import SheetBlock
from communique.model.carried import carried
from communique.model.edition import Edition
from communique.model.kind import Part
from communique.model.sheet import Sheet

ALIKE = 0.6
"""From this likeness on, a surplus text is taken for a line of the edition that was changed."""


@dataclass(frozen=True)
class Surplus:
    """What is left of a block when all known lines are taken away, and the words of it that nobody wrote."""

    block: SheetBlock
    text: str
    extra: str


def against_edition(sheet: Sheet, edition: Edition, blocks: Sequence[SheetBlock]) -> Iterator[Diagnostic]:
    """Lines of the edition that the sheet lacks or changed, and words in it that nobody wrote."""
    shown = carried(edition, sheet.kind)
    flow = place(parts_of(shown), [block for block in blocks if block.stands is Stands.FLOW])
    noted = place(tuple((note,) for note in notes_of(shown)), [b for b in blocks if b.stands is Stands.NOTE])
    margin = place((), [block for block in blocks if block.stands is Stands.MARGIN])
    told = (*sheet.generated, *sheet.listed, *particulars_of(edition))
    allowed = Fragments((*told, *(t for fact in facts_of(shown) for t in fact)))
    contents = allowed.with_more(headings_of(shown))
    surplus: list[Surplus] = []
    for placed in (flow, noted, margin):
        for block, text in placed.left():
            if extra := (contents if block.contents else allowed).unknown(text):
                surplus.append(Surplus(block, text, extra))
        yield from _moved_spaces(placed)
    yield from _unplaced((*flow.missing, *noted.missing), surplus)
    yield from (_surplus(text, (*flow.lines, *noted.lines)) for text in surplus)
    if Part.FACTS in sheet.kind.carries:
        yield from _facts_lost(shown, allowed)


def _unplaced(missing: Sequence[Line], surplus: list[Surplus]) -> Iterator[Diagnostic]:
    """Each line that stands nowhere; when one like it does, what was done to it. Takes that from the surplus."""
    for line in missing:
        wanted = _spelled(line).split()
        rated = [(SequenceMatcher(None, extra.text.split(), wanted).ratio(), n) for n, extra in enumerate(surplus)]
        likeness, number = max(rated, default=(0.0, -1))
        if likeness >= ALIKE:
            yield codes.LOST_WORDS.at(line.span, _changed(line, surplus.pop(number)), help=codes.SEE_TEMPLATE)
        else:
            message = f"{quoted(_spelled(line))} ({line.what}) is carried by this kind, and stands nowhere on the paper"
            yield codes.LOST_WORDS.at(line.span, message, help=codes.SEE_TEMPLATE)


def _changed(line: Line, surplus: Surplus) -> str:
    """Which words of a line were lost or put in."""
    wanted, there = _spelled(line).split(), surplus.text.split()
    changes = SequenceMatcher(None, wanted, there, autojunk=False).get_opcodes()
    lost = " … ".join(" ".join(wanted[a:b]) for what, a, b, _, _ in changes if what in {"delete", "replace"})
    added = " … ".join(" ".join(there[c:d]) for what, _, _, c, d in changes if what in {"insert", "replace"})
    told = [f"lost {quoted(lost)}" * bool(lost), f"has {quoted(added)} that it should not" * bool(added)]
    return f"{quoted(_spelled(line))} ({line.what}) in {surplus.block.name} {' and '.join(filter(None, told))}"


def _surplus(surplus: Surplus, lines: Sequence[Line]) -> Diagnostic:
    row, name = letters(surplus.text).row, surplus.block.name
    twin = next((line for line in lines if line.row and line.row in row), None)
    if twin:
        message = f"{quoted(_spelled(twin))} ({twin.what}) stands once more in {name}"
        return codes.DOUBLED_WORDS.at(twin.span, message, help=codes.SEE_TEMPLATE)
    message = f"{quoted(surplus.extra)} in {name}: no text of this edition, no label and no number that was generated"
    return codes.SURPLUS_WORDS.at(None, message, help=codes.USE_LABEL)


def _moved_spaces(placed: Placed) -> Iterator[Diagnostic]:
    for line, offset in placed.moved_spaces():
        around = quoted(line.row[max(0, offset - 12) : offset + 12])
        message = f"{quoted(_spelled(line))} ({line.what}): the spaces changed at {around}"
        yield codes.MOVED_SPACE.at(line.span, message, help=codes.SEE_TEMPLATE)


def _facts_lost(shown: Edition, allowed: Fragments) -> Iterator[Diagnostic]:
    for fact in shown.facts:
        if not allowed.was_used(fact.value):
            message = f"the fact {fact.name} ({quoted(fact.value)}) is carried by this kind, and stands nowhere"
            yield codes.LOST_WORDS.at(fact.span, message, help=codes.SEE_TEMPLATE)


def _spelled(line: Line) -> str:
    return " ".join(word for part in line.parts for word in part.words)
