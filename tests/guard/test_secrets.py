"""What is looked for, what is not, and how it is found."""

import pytest

from communique.guard.folding import words_of
from communique.guard.reading import Hidden, Reading, Voice
from communique.guard.search import Index, hits
from communique.guard.secrets import Sort, needles
from communique.model.withheld import Withheld, WithheldText


def wanted(words: str, *public: str, what: str = "point") -> set[tuple[str, Sort]]:
    found = needles(Withheld((WithheldText(words, what),)), public)
    return {(" ".join(needle.words), needle.sort) for needle in found}


def found(words: str, said: str, *public: str, voice: Voice = Voice.PROSE, what: str = "point") -> bool:
    index = Index(needles(Withheld((WithheldText(words, what),)), public))
    return bool(list(hits(Reading("x", (), (Hidden("title", "object 1", said, voice),)), index)))


def test_a_run_of_five_words_is_a_needle():
    assert wanted("we do not sign it now") == {("we do not sign it", Sort.RUN), ("do not sign it now", Sort.RUN)}


def test_what_is_public_too_is_none():
    assert wanted("we do not sign it now", "We do not sign it.") == {("do not sign it now", Sort.RUN)}
    assert wanted("the norm", "It is the norm.") == set()


def test_a_short_text_counts_whole_and_a_common_word_not_at_all():
    assert wanted("slow down") == {("slow down", Sort.WHOLE)}
    assert wanted("pause") == set()


def test_names_and_numbers_count_alone():
    assert ("ruritania", Sort.SINGLE) in wanted("so says Ruritania")
    assert ("4417", Sort.SINGLE) in wanted("cable 4417")
    assert wanted("4417", what="fact n") == {("4417", Sort.SINGLE)}
    assert ("norway", Sort.SINGLE) not in wanted("so says Norway", "Norway")


def test_names_are_not_looked_for_among_programs():
    assert found("so says Ruritania", "for Ruritania alone")
    assert not found("so says Ruritania", "Ruritania", voice=Voice.MACHINE)
    assert found("we do not sign it now", "wedonotsignitnow", voice=Voice.BYTES)


@pytest.mark.parametrize("said", ["slow down", "Slow  Down", "SLOW-DOWN", "slow down!"])
def test_short_texts_are_found_as_words(said):
    assert found("slow down", said)
    assert not found("slow down", f"un{said}")


def test_arabic_is_found_in_any_shape_and_order_of_lam_and_alef():
    assert found("السلام لا يأتي بالسلاح وحده", "\ufe8d\ufedf\ufeb4\ufefc\ufee1 \ufefb يأتي بالسلاح وحده")
    assert words_of("السلام") == words_of("السالم")


def test_a_script_without_spaces_is_read_in_pairs():
    assert words_of("我们不会签署") == ["我们", "不会", "签署"]
