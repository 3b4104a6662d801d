"""The ledger, second half: a finished file against its sheet, in both directions."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from communique.diagnostics.codes import guard as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.guard.alignment import Expected, Step, Trace, follow
from communique.guard.letters import letters, same
from communique.guard.margins import margins_against
from communique.guard.naming import quoted
from communique.guard.reading import Piece, Reading, Stands
from communique.guard.sheet_text import SheetBlock

MOST = 10
"""How many differences of one file are named; the first ones tell the cause."""
AROUND = 4
"""Words shown on either side of a difference."""


def against_sheet(reading: Reading, blocks: Sequence[SheetBlock], *, turned: bool = False) -> Iterator[Diagnostic]:
    """What the file lost, and what it has too much, with block and page; `turned`: it runs from right to left."""
    flow = Expected([block for block in blocks if block.stands is Stands.FLOW], turned=turned)
    notes = Expected([block for block in blocks if block.stands is Stands.NOTE], turned=turned)
    trace = follow(reading.standing(Stands.FLOW, Stands.NOTE), flow, notes)
    if trace.complete:
        yield from _spaces(reading, trace, {Stands.FLOW: flow, Stands.NOTE: notes})
    else:
        yield from _differences(reading, blocks)
    yield from margins_against(reading, blocks)


def _spaces(reading: Reading, trace: Trace, expected: dict[Stands, Expected]) -> Iterator[Diagnostic]:
    """Words run together or torn apart, where the file keeps its spaces."""
    for step in trace.steps:
        if not step.piece.whole or step.start == step.end:
            continue
        text = expected[step.stands]
        inside = range(step.start + 1, step.end)
        wanted = {at for at in inside if at in text.spaces} - text.edges
        there = {step.start + gap for gap in step.found.gaps} - text.edges
        for at in sorted(wanted ^ there)[:MOST]:
            yield codes.MOVED_SPACE.at(
                None,
                f"{reading.name}, {step.piece.place}: {_torn(step, at, lost=at in wanted)}",
                help="a filter or a writer changed the spaces; the words must stand as in the sheet",
            )


def _torn(step: Step, at: int, *, lost: bool) -> str:
    offset = at - step.start
    around = f"{step.found.row[max(0, offset - 12) : offset]}|{step.found.row[offset : offset + 12]}"
    return f"a space {'is missing' if lost else 'was put in'} at the bar in {quoted(around)}"


def _differences(reading: Reading, blocks: Sequence[SheetBlock]) -> Iterator[Diagnostic]:
    """The words that differ, by comparing word with word; notes where they are called."""
    expected = [(word, block) for block in blocks if block.stands is not Stands.MARGIN for word in block.letters.words]
    found = [
        (word, piece) for piece in reading.standing(Stands.FLOW, Stands.NOTE) for word in letters(piece.text).words
    ]
    start = _shared([word for word, _ in expected], [word for word, _ in found])
    matcher = SequenceMatcher(None, [w for w, _ in expected[start:]], [w for w, _ in found[start:]], autojunk=False)
    told = 0
    for what, a, b, c, d in matcher.get_opcodes():
        lost = [word for word, _ in expected[start + a : start + b]]
        surplus = [word for word, _ in found[start + c : start + d]]
        if what == "equal" or same("".join(surplus), "".join(lost)) or _only_generated(lost, surplus):
            continue
        where = _where(found, start + c, reading.name)
        block = expected[min(start + a, len(expected) - 1)][1] if expected else None
        context = " ".join(word for word, _ in expected[max(0, start + a - AROUND) : start + a])
        yield _difference(where, block, context, " ".join(lost), " ".join(surplus))
        told += 1
        if told == MOST:
            return
    if not told:
        yield codes.MOVED_WORDS.at(
            None, f"{reading.name}: the words stand in another order than in the sheet", help=codes.SEE_WRITER
        )


def _difference(where: str, block: SheetBlock | None, context: str, lost: str, surplus: str) -> Diagnostic:
    near = f" after {quoted(context)}" if context else ""
    name = f" in {block.name}" if block else ""
    if lost and surplus:
        message = f"{where}: {quoted(surplus)} stands for {quoted(lost)}{name}{near}"
        return codes.LOST_WORDS.at(None, message, help=codes.SEE_WRITER)
    if lost:
        return codes.LOST_WORDS.at(None, f"{where}: {quoted(lost)} is lost{name}{near}", help=codes.SEE_WRITER)
    message = f"{where}: {quoted(surplus)} stands there{near}, and nobody wrote it"
    return codes.SURPLUS_WORDS.at(None, message, help=codes.SEE_WRITER)


def _where(found: list[tuple[str, Piece]], at: int, name: str) -> str:
    return f"{name}, {found[min(at, len(found) - 1)][1].place}" if found else name


def _only_generated(lost: list[str], surplus: list[str]) -> bool:
    return not lost and all(not any(map(str.isalpha, word)) for word in surplus)


def _shared(one: list[str], other: list[str]) -> int:
    """How many words the two begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
