import pytest

from communique.check.line import Line, Piece, aligned
from communique.diagnostics.span import Source, Span
from communique.model.audience import Audience
from communique.model.inline import FactUse, Text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("plain words", "plain words"),
        (r"a \* b", "a * b"),
        ("fish &amp; chips", "fish & chips"),
        ("one\n> two", "one two"),
        ("one\r\n  two", "one two"),
        (r"C\\D &lt;b&gt;", r"C\D <b>"),
        ("&amp;amp; ends", "&amp; ends"),
    ],
)
def test_each_printed_character_finds_the_typed_one(typed, printed):
    offsets = aligned(typed, printed)
    assert len(offsets) == len(printed)
    assert list(offsets) == sorted(offsets)
    for at, char in zip(offsets, printed, strict=True):
        assert typed[at] == char or typed[at] == "&" or (char.isspace() and typed[at].isspace())


def test_what_cannot_be_explained_is_left_alone():
    assert aligned("other", "words") == ()


def test_a_place_reaches_over_pieces_and_takes_facts_whole():
    source = Source("a.md", "So {{ n }} \\*States\\*\nsigned.")
    fact = FactUse("n", "75", source.span(3, 10))
    words = Text(" *States* signed.", source.span(10, 29))
    pieces = (Piece(0, "So ", Text("So ", source.span(0, 3)), "en"), Piece(3, "75", fact, "en"))
    line = Line((*pieces, Piece(5, words.text, words, "en")), Audience.PUBLIC, "en", sources={"a.md": source})
    assert line.text == "So 75 *States* signed."
    assert source.at(line.span(3, 4)) == "{{ n }}"
    assert source.at(line.span(7, 13)) == "States"
    assert source.at(line.span(3, 13)) == "{{ n }} \\*States"
    assert line.span(15, 21) == Span("a.md", 2, 1, 2, 7)
    assert line.facts_of(0, 4) == (fact,)
