"""What an audience may read, and what is recorded as taken away."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model.audience import Audience
from communique.model.block import (
    Background,
    Block,
    CueBlock,
    Objective,
    Paragraph,
    Passage,
    Point,
    Question,
    Written,
    lines_of,
)
from communique.model.digest import digest
from communique.model.dossier import Dossier, Speech
from communique.model.edition import Edition
from communique.model.fact import Fact
from communique.model.inline import Cue, FactUse, Inline, Note, Picture, Pronounced, Text, plain
from communique.model.particulars import Particulars
from communique.model.theme import Asset
from communique.withhold.edition import withhold

SECRET = "zanzibar"


def line(*texts: str | Inline) -> tuple[Inline, ...]:
    return tuple(Text(text) if isinstance(text, str) else text for text in texts)


def paragraph(*texts: str | Inline) -> Paragraph:
    return Paragraph(line(*texts))


def dossier(*blocks: Block, facts: tuple[Fact, ...] = (), marking: str | None = None) -> Dossier:
    particulars = Particulars(full_title="A title", marking=marking, origin=f"Office {SECRET}")
    pictures = (Asset("map.png", b"open"), Asset("plan.png", b"closed"))
    return Dossier("meeting", "speech", (Speech("en", "ltr", particulars, blocks, (), facts),), pictures)


def words(edition: Edition) -> str:
    blocks = (*edition.speech, *edition.objectives, *edition.points, *edition.questions, *edition.backgrounds)
    return " | ".join(plain(run) for run in lines_of(blocks))


def everything(secret: str) -> Dossier:
    """One of each thing that is not for the public, all saying the same secret."""
    said = (paragraph(secret),)
    return dossier(
        paragraph("We act ", Cue(line(secret)), " now with ", Pronounced(line("Lenape"), secret), "."),
        Passage(said, Audience.DELEGATION),
        CueBlock(said),
        Point(line(secret), said),
        Question(line(secret), said, said),
        Background(line(secret), said),
        Objective(said),
        paragraph("There are ", FactUse("open", "75"), "."),
        facts=(
            Fact("open", "75", source=secret),
            Fact("hidden", secret, label=secret, source=secret),
        ),
        marking=secret,
    )


def test_the_public_reads_the_speech_alone() -> None:
    edition, _ = withhold(everything(SECRET), Audience.PUBLIC, "en")
    assert words(edition) == "We act now with Lenape. | There are 75."
    assert SECRET not in repr(edition)


def test_the_delegation_reads_all_but_what_is_for_the_speaker() -> None:
    edition, withheld = withhold(everything("dossier"), Audience.DELEGATION, "en")
    assert edition.points and edition.questions[0].pressed and edition.backgrounds and edition.objectives
    assert edition.particulars.marking == "dossier"
    assert {text.what for text in withheld.texts} == {
        "cue",
        "cue-block",
        "pronunciation",
        "fact hidden",
        "label of fact hidden",
        "source of fact hidden",
    }


def test_the_speaker_reads_everything() -> None:
    edition, withheld = withhold(everything(SECRET), Audience.SPEAKER, "en")
    assert "We act zanzibar now with Lenape." in words(edition)
    assert all("fact hidden" in text.what for text in withheld.texts)


def test_what_is_withheld_is_named_whole() -> None:
    _, withheld = withhold(everything(SECRET), Audience.PUBLIC, "en")
    kinds = {text.what for text in withheld.texts}
    assert {"cue", "pronunciation", "passage", "cue-block", "point", "question", "background"} <= kinds
    assert {"objective", "marking", "origin", "source of fact open", "fact hidden"} <= kinds
    assert all(SECRET in text.words for text in withheld.texts)


@given(st.text(st.characters(exclude_characters="\0"), min_size=1))
def test_no_public_edition_depends_on_a_withheld_word(secret: str) -> None:
    assert withhold(everything(secret), Audience.PUBLIC, "en")[0] == withhold(everything("x"), Audience.PUBLIC, "en")[0]
    assert digest(withhold(everything(secret), Audience.PUBLIC, "en")[0]) == digest(
        withhold(everything("x"), Audience.PUBLIC, "en")[0]
    )


def test_a_paragraph_of_cues_alone_leaves_no_trace() -> None:
    edition, _ = withhold(dossier(paragraph(Cue(line("pause")))), Audience.PUBLIC, "en")
    assert edition.speech == ()


def test_pressed_for_the_speaker_alone_goes_and_its_question_stays() -> None:
    question = Question(line("Why?"), (paragraph("So."),), (paragraph(SECRET),), pressed_audience=Audience.SPEAKER)
    edition, withheld = withhold(dossier(question), Audience.DELEGATION, "en")
    assert edition.questions[0].pressed == () and words(edition) == "Why? | So."
    assert [text.words for text in withheld.texts if text.what == "pressed"] == [SECRET]


def test_pictures_of_withheld_passages_do_not_travel() -> None:
    shown, hidden = Picture("map.png", "a map"), Picture("plan.png", "a plan")
    blocks = (paragraph(shown), Passage((paragraph(hidden),), Audience.DELEGATION))
    edition, withheld = withhold(dossier(*blocks), Audience.PUBLIC, "en")
    assert [picture.name for picture in edition.pictures] == ["map.png"]
    assert "a plan" in [text.words for text in withheld.texts]


def test_a_note_called_from_a_withheld_passage_goes_with_it() -> None:
    note = Note("1", (line(SECRET),))
    edition, withheld = withhold(dossier(Passage((paragraph("x", note),), Audience.DELEGATION)), Audience.PUBLIC, "en")
    assert SECRET not in repr(edition) and SECRET in [text.words for text in withheld.texts]


@pytest.mark.parametrize("public", [True, False])
def test_a_source_is_public_only_when_the_fact_says_so(public: bool) -> None:
    facts = (Fact("n", "75", source="a cable", public=public),)
    edition, _ = withhold(dossier(paragraph(FactUse("n", "75")), facts=facts), Audience.PUBLIC, "en")
    assert edition.facts[0].source == ("a cable" if public else None)


def test_words_are_counted_as_read_out() -> None:
    blocks = (
        paragraph("One two – three ", Cue(line("pause")), "."),
        Written((paragraph("four five"),)),
        Point(line("six"), ()),
    )
    for audience in Audience:
        assert withhold(dossier(*blocks), audience, "en")[0].words == 3


def test_editions_cross_processes() -> None:
    edition, withheld = withhold(everything(SECRET), Audience.SPEAKER, "en")
    assert pickle.loads(pickle.dumps((edition, withheld))) == (edition, withheld)
