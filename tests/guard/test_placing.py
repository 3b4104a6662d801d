"""Each line of an edition in its place on a sheet, and what is left."""

from communique.guard.edition_text import Line
from communique.guard.fragments import Fragments
from communique.guard.letters import letters
from communique.guard.placing import Placed, place
from communique.guard.reading import Stands
from communique.guard.sheet_text import SheetBlock


def lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line((letters(text),), "paragraph", None) for text in texts)


def placed(blocks: list[str], *parts: tuple[Line, ...]) -> Placed:
    return place(parts, [SheetBlock(letters(text), "p", Stands.FLOW) for text in blocks])


def left(of: Placed) -> list[str]:
    return [text for _, text in of.left()]


def test_lines_are_found_and_the_rest_is_left():
    found = placed(["Norway", "Thank you.", "We act. ¶ 1"], lines("Thank you.", "We act."))
    assert not found.missing and left(found) == ["Norway", "¶ 1"]


def test_a_line_over_several_blocks_is_one_line():
    assert left(placed(["We act.", "We stay."], lines("We act. We stay."))) == []


def test_a_line_is_not_found_inside_a_word():
    assert placed(["Norway"], lines("No")).missing


def test_a_refrain_is_placed_once_a_line():
    found = placed(["A", "We go.", "B", "We go.", "We go."], lines("A", "We go.", "B", "We go."))
    assert not found.missing and left(found) == ["We go."]


def test_a_title_and_a_text_that_say_the_same_both_have_their_place():
    found = placed(["We go.", "We go. We go."], lines("We go."), lines("We go", "We go."))
    assert (not found.missing and left(found) == []) or left(found) == ["."]


def test_moved_spaces_are_told():
    assert [offset for _, offset in placed(["Weact"], lines("We act")).moved_spaces()] == [2]


def test_fragments_account_for_what_they_cover():
    known = Fragments(["Page of", "Oslo", "11–14 September 2012"])
    assert known.unknown("Oslo, 11–14 September 2012") == ""
    assert known.unknown("in Oslo, at last") == "in Oslo, at last"
    assert known.unknown("Oslo, at last") == "at last"
    assert known.was_used("Oslo") and not known.was_used("Page of")
