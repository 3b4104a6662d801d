"""Texts are found again on pages, whatever stands between them there."""

from hypothesis import given
from hypothesis import strategies as st

from communique.diagnostics.span import Span
from communique.preview.places import Text, places
from communique.preview.words import Box, Letter, Words, fold

WORD = st.sampled_from(["norm", "states", "Convention", "peace", "première", "2008", "ﬁnal", "we", "III", "text"])
SENTENCE = st.lists(WORD, min_size=4, max_size=12).map(" ".join)


def pages(*told):
    """Words as they would stand on pages, a line a page wide."""
    return Words(
        tuple(
            Letter(sign, page, Box(at * 5, 10, at * 5 + 5, 20))
            for page, text in enumerate(told)
            for at, sign in enumerate(text)
        )
    )


def text(line, words):
    return Text(Span("speech.md", line, 1, line, 2), words)


def found(words, *runs):
    """What was found of each line of the source, piece by piece."""
    told = {}
    for place in places(words, runs):
        told.setdefault(place.span.line, []).append((place.page, words.folded[place.start : place.end]))
    return told


@given(st.lists(SENTENCE, min_size=1, max_size=5, unique_by=fold))
def test_texts_in_order_are_found_whole_and_none_takes_from_another(sentences):
    numbered = [f"{number * 1000} {sentence}" for number, sentence in enumerate(sentences, 1)]
    words = pages("Head of the page. " + " ¶ ".join(numbered))
    told = found(words, [text(line, sentence) for line, sentence in enumerate(numbered)])
    assert told == {line: [(0, fold(sentence))] for line, sentence in enumerate(numbered)}


def test_a_text_that_runs_over_pages_and_around_a_note_is_found_in_pieces():
    said = "Since the adoption of the Convention in 2008, we have seen tremendous progress in our efforts."
    words = pages(
        "Since the adoption of the Convention17 in 2008, we Page 1 of 2",
        "Running head have seen tremendous progress in our efforts.",
    )
    assert found(words, [text(3, said)]) == {
        3: [
            (0, fold("Since the adoption of the Convention")),
            (0, fold("in 2008, we")),
            (1, fold("have seen tremendous progress in our efforts")),
        ]
    }


def test_equal_texts_are_each_found_in_their_turn():
    words = pages("Mr President, we begin. Mr President, we end.")
    run = [text(1, "Mr President,"), text(2, "we begin."), text(3, "Mr President,"), text(4, "we end.")]
    starts = [(place.span.line, place.start) for place in places(words, [run])]
    assert starts == [(1, 0), (2, 11), (3, 18), (4, 29)]


def test_a_short_text_is_no_part_of_a_distant_one():
    words = pages("The norm holds. " + "We go on at length. " * 40 + "It is the norm indeed.")
    assert found(words, [text(1, "The norm holds."), text(2, "indeed")]) == {1: [(0, "thenormholds")]}


def test_what_is_not_on_the_pages_has_no_place():
    words = pages("The norm holds.")
    assert found(words, [text(1, "Nobody said this here at all."), text(2, "…"), text(3, "")]) == {}


def test_typography_makes_no_difference():
    words = pages("« Côte d’Ivoire » signed on 1\u00a0May – the \ufb01rst.")
    assert found(words, [text(1, '"Côte d\'Ivoire" signed on 1 May - the first.')]) == {
        1: [(0, "cotedivoiresignedon1maythefirst")]
    }


def test_words_on_the_pages_belong_to_one_text_alone():
    words = pages("Regional cooperation. Countries share common features.")
    speech, point = text(1, "Countries share common features."), text(2, "Countries share common features.")
    assert found(words, [speech], [point]) == {1: [(0, "countriessharecommonfeatures")]}
