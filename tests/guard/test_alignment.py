"""Pieces of a finished file along the text that it should have."""

import pytest

from communique.guard.alignment import GENERATED, Expected, follow
from communique.guard.letters import letters
from communique.guard.reading import Piece, Stands
from communique.guard.sheet_text import SheetBlock


def expected(*texts: str, stands: Stands = Stands.FLOW) -> Expected:
    return Expected([SheetBlock(letters(text), "p", stands) for text in texts])


def complete(pieces: list[str], *texts: str, notes: tuple[str, ...] = ()) -> bool:
    found = [Piece(piece, "page 1") for piece in pieces]
    return follow(found, expected(*texts), expected(*notes, stands=Stands.NOTE)).complete


def test_a_text_in_lines_is_the_text():
    assert complete(["We act", "now, to-", "day."], "We act now, today.")
    assert complete(["well-", "known"], "well-known")


def test_numbers_may_stand_before_and_behind_a_block():
    assert complete(["1", "111 States", "•", "2.", "b)", "Act", "7"], "111 States", "Act")


@pytest.mark.parametrize("word", ["civil", "no", "mix", "Act", "II", "a"])
def test_a_word_is_never_taken_for_a_number(word):
    assert not GENERATED.fullmatch(word)


def test_notes_may_stand_anywhere():
    assert complete(["We act", "1", "A note that", "goes on.", "now."], "We act now.", notes=("A note that goes on.",))
    assert complete(["We act", "now.", "A note."], "We act now.", notes=("A note.",))


@pytest.mark.parametrize(
    "pieces",
    [["We act"], ["We act", "act", "now."], ["We now", "act."], ["We act", "5", "now."], ["We act now.", "No."]],
)
def test_lost_doubled_and_moved_words_do_not_follow(pieces):
    assert not complete(pieces, "We act now.")


def test_a_number_before_a_note_is_followed_by_the_note():
    assert complete(["We act", "1", "A note.", "now."], "We act now.", notes=("A note.",))
    assert not complete(["We act", "5", "now.", "A note."], "We act now.", notes=("A note.",))
