"""What the ledger takes for the same text, and what not."""

import pytest

from communique.guard.letters import folded, letters, same


def test_letters_keep_where_the_spaces_were():
    row = letters("  We  act\nnow ")
    assert (row.row, row.gaps, row.words) == ("Weactnow", (2, 5), ["We", "act", "now"])


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("Mr\u00a0President’s “word”", 'Mr President\'s "word"'),
        ("« mot »", '"mot"'),
        ("\ufb01nal", "final"),
        ("e\u0301te\u0301", "été"),
        ("inter\u00adnational", "international"),
        ("twenty\u2011five", "twenty-five"),
        ("\ufef2\ufee0\ufecb", "\u064a\u0644\u0639"),
    ],
)
def test_typography_and_the_shapes_of_letters_are_folded(printed, typed):
    assert folded(printed) == folded(typed)


@pytest.mark.parametrize(("one", "other"), [("a – b", "a - b"), ("m²", "m2"), ("…", "..."), ("Norway", "norway")])
def test_nothing_else_is_folded(one, other):
    assert folded(one) != folded(other)


def test_capitals_may_stand_for_small_letters_and_never_the_other_way():
    assert same("THE TITLE", "The title")
    assert same("STRASSE", "Straße")
    assert not same("the title", "The title")


def test_the_letters_of_a_line_from_the_right_may_stand_in_any_order():
    assert same("(6)المادة", "المادة(6)")
    assert not same("(7)المادة", "المادة(6)")
    assert same("2 of 3", "3 of 2", turned=True)
