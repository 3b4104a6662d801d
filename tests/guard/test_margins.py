"""What may stand in the margins of a page: what the sheet put there, and the repeated head of a table."""

from communique.guard.margins import margins_against
from communique.guard.reading import Piece, Reading, Stands
from communique.guard.sheet_text import blocks_of
from sheet_making import make_sheet

TABLE = (
    '<p class="marking">For the delegation only</p><table><thead><tr><th>Recipient</th><th>Paper</th></tr></thead>'
    "<tbody><tr><th>Delegation 001</th><td>Statement</td></tr></tbody></table>"
)
BLOCKS = blocks_of(make_sheet(TABLE, ".marking { position: running(marking) }"))


def found(*margins: str) -> list[str]:
    pieces = (Piece(text, f"page {number}", Stands.MARGIN) for number, text in enumerate(margins, 1))
    return [finding.message for finding in margins_against(Reading("p.pdf", tuple(pieces)), BLOCKS)]


def test_only_the_head_of_a_table_stands_again():
    assert [block.name for block in BLOCKS if block.repeats] == ["th", "th"]


def test_a_table_that_runs_on_repeats_its_head():
    assert found("For the delegation only", "For the delegation only Recipient Paper") == []


def test_nothing_else_of_a_table_may_stand_there():
    assert ["Delegation001" in message for message in found("For the delegation only Recipient Delegation 001")] == [
        True
    ]


def test_a_marking_that_stands_nowhere_is_missed_still():
    assert ["the marking" in message for message in found("Recipient Paper")] == [True]
