import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model.inline import Code, Cue, Emphasis, FactUse, LineBreak, Note, Strong, Text, plain
from communique.model.sentences import sentences


def split(text, language="en"):
    return [plain(sentence) for sentence in sentences((Text(text),), language)]


def test_a_full_stop_ends_a_sentence():
    assert split("We agree. We will act! Will you?  Thank you.") == [
        "We agree.",
        "We will act!",
        "Will you?",
        "Thank you.",
    ]


def test_a_word_that_can_be_shortened_may_also_end_a_sentence():
    assert split("We say no. We do our part. This is our session. We act.") == [
        "We say no.",
        "We do our part.",
        "This is our session.",
        "We act.",
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Thank you, Mr. President, for giving us the floor.", "en"),
        ("H.E. Ms. Smith spoke of No. 5, Art. 6 and para. 4 of the text.", "en"),
        ("The U.S. delegation and 3.5 million others agree.", "en"),
        ("M. Dupont cite l'art. 6 de la Convention.", "fr"),
        ("Vi viser til art. 6 og nr. 5 i konvensjonen.", "nb"),
    ],
)
def test_an_abbreviation_ends_none(text, language):
    assert split(text, language) == [text]


def test_the_marks_on_the_words_are_kept():
    line = (Text("One "), Strong((Text("two. Three"),)), Text(" four. "), Emphasis((Text("Five."),)))
    assert sentences(line, "en") == (
        (Text("One "), Strong((Text("two."),))),
        (Strong((Text("Three"),)), Text(" four.")),
        (Emphasis((Text("Five."),)),),
    )


def test_a_pause_between_two_sentences_stays_with_the_first():
    cue = Cue((Text("pause"),))
    assert sentences((Text("We agree. "), cue, Text(" We act.")), "en") == (
        (Text("We agree. "), cue),
        (Text("We act."),),
    )


def test_a_note_stays_at_its_call():
    note = Note("1", ((Text("See there. And here."),),))
    assert sentences((Text("We agree."), note, Text(" We act.")), "en") == (
        (Text("We agree."), note),
        (Text("We act."),),
    )


def test_a_break_set_by_hand_is_kept_inside_a_sentence():
    line = (Text("One,"), LineBreak(), Text("two."), LineBreak(), Text("Three."))
    assert sentences(line, "en") == ((Text("One,"), LineBreak(), Text("two.")), (Text("Three."),))


NODES = st.recursive(
    st.builds(Text, st.text(alphabet="aB .!?é\"'", min_size=1, max_size=12))
    | st.just(FactUse("n", "75"))
    | st.just(Code("x. Y")),
    lambda inner: st.builds(Emphasis, st.lists(inner, min_size=1, max_size=3).map(tuple)),
    max_leaves=6,
)


@given(st.lists(NODES, max_size=5).map(tuple))
def test_no_word_is_lost_or_moved(line):
    together = "".join(plain(sentence) for sentence in sentences(line, "en"))
    assert "".join(together.split()) == "".join(plain(line).split())
