"""A cue that goes takes one space with it, and joins no two words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model.cut import cut
from communique.model.inline import Cue, Emphasis, Inline, LineBreak, Note, Text, plain

CUE = Cue((Text("pause"),))


def is_cue(node: Inline) -> bool:
    return isinstance(node, Cue)


def built(text: str) -> tuple[Inline, ...]:
    """`a ^ b`: a text with a cue at each `^`."""
    nodes: list[Inline] = []
    for number, piece in enumerate(text.split("^")):
        nodes += [CUE] if number else []
        nodes += [Text(piece)] if piece else []
    return tuple(nodes)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("We ^ act.", "We act."),
        ("We act. ^", "We act."),
        ("^ We act.", "We act."),
        ("We act ^.", "We act."),
        ("We^ act.", "We act."),
        ("We ^act.", "We act."),
        ("We^act.", "Weact."),
        ("(^ we)", "(we)"),
        ("We ^ ^ act.", "We act."),
        ("^ ^ We act.", "We act."),
        ("We act. ^ ^", "We act."),
        ("We  ^  act.", "We   act."),
        ("^", ""),
    ],
)
def test_one_space_goes(typed: str, left: str) -> None:
    assert plain(cut(built(typed), is_cue)) == left


def test_a_space_inside_emphasis_counts() -> None:
    line = (Emphasis((Text("We "),)), CUE, Text(" act."))
    assert plain(cut(line, is_cue)) == "We act."


def test_a_mark_left_without_words_goes_too() -> None:
    assert cut((Emphasis((CUE,)),), is_cue) == ()


def test_a_cue_after_a_break_takes_the_space_behind_it() -> None:
    line = (Text("one"), LineBreak(), CUE, Text(" two"))
    assert cut(line, is_cue) == (Text("one"), LineBreak(), Text("two"))


def test_a_cue_in_a_note_goes() -> None:
    line = (Text("one"), Note("1", ((Text("see "), CUE, Text(" two")),)))
    assert cut(line, is_cue) == (Text("one"), Note("1", ((Text("see"), Text(" two")),)))


@given(st.text("ab ^", max_size=30))
def test_no_word_is_lost_and_none_is_joined(typed: str) -> None:
    left = plain(cut(built(typed), is_cue))
    assert left.split() == typed.replace("^", "").split()
