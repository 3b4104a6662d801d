"""Forms of address are told from sentences, in each language there is data for."""

import pytest

from communique.model.block import Closing, Paragraph, Point, Salutation
from communique.model.inline import Cue, Text
from communique.model.salutations import recognise
from communique.read.salutations import SHIPPED, forms_of_address

SALUTATIONS = {
    "en": [
        "Mr President,",
        "Mr. President,",
        "MADAM CHAIR",
        "Thank you, Mr President.",
        "Thank you Mr. Chair,",
        "Excellencies,",
        "Distinguished delegates, ladies and gentlemen,",
        "Mr President, Mr Secretary-General, Excellencies, dear colleagues and friends,",
        "Excellencies!",
        "I thank you, Madam President.",
    ],
    "fr": [
        "Monsieur le Président,",
        "Madame la Présidente, Excellences, Mesdames et Messieurs,",
        "Merci, Monsieur le Président.",
        "Monsieur l’Ambassadeur,",
        "Chers collègues,",
    ],
    "es": ["Señor Presidente:", "Sra. Presidenta,", "Gracias, señor Presidente.", "Señoras y señores,", "Excelencias,"],
}
CLOSINGS = {
    "en": ["Thank you.", "I thank you.", "Thank you, Mr President.", "Thank you very much for your attention."],
    "fr": ["Je vous remercie.", "Merci.", "Je vous remercie de votre attention."],
    "es": ["Gracias.", "Muchas gracias.", "Muchas gracias por su atención."],
}
NEITHER = {
    "en": [
        "Mr President, we regret this.",
        "The President spoke.",
        "Thank you for the report of the panel.",
        "We thank the President.",
        "President of the Assembly of a thousand days",
        "Colleagues have signed.",
        "",
        "Friends, " * 40,
    ],
    "fr": ["Monsieur le Président a parlé.", "Merci pour ce rapport."],
    "es": ["El señor Presidente habló.", "Gracias por este informe."],
}


@pytest.mark.parametrize(("language", "text"), [(tag, text) for tag, texts in SALUTATIONS.items() for text in texts])
def test_a_salutation(language, text):
    assert forms_of_address(language).is_salutation(text)


@pytest.mark.parametrize(("language", "text"), [(tag, text) for tag, texts in CLOSINGS.items() for text in texts])
def test_a_closing(language, text):
    assert forms_of_address(language).is_closing(text)


@pytest.mark.parametrize(("language", "text"), [(tag, text) for tag, texts in NEITHER.items() for text in texts])
def test_neither(language, text):
    forms = forms_of_address(language)
    assert not forms.is_salutation(text) and not forms.is_closing(text)


def recognised(*texts, last=()):
    blocks = tuple(Paragraph((Text(text),)) for text in texts)
    return [type(block) for block in recognise((*blocks, *last), lambda _: forms_of_address("en"))]


def test_thanks_to_the_chair_open_the_speech_and_end_it():
    found = recognised("Thank you, Mr President.", "We act.", "Thank you, Mr President.")
    assert found == [Salutation, Paragraph, Closing]


def test_private_blocks_behind_a_closing_do_not_hide_it():
    point = Point((), (Paragraph((Text("The norm."),)),))
    assert recognised("We act.", "Thank you, Mr President.", last=(point,)) == [Paragraph, Closing, Point]


def test_a_paragraph_with_an_id_stays_one():
    block = Paragraph((Text("Mr President,"),), id="norm")
    assert recognise((block,), lambda _: forms_of_address("en")) == (block,)


def test_a_cue_does_not_hide_a_salutation():
    block = Paragraph((Text("Mr President, "), Cue((Text("pause"),))))
    (found,) = recognise((block,), lambda _: forms_of_address("en"))
    assert isinstance(found, Salutation)


def test_varieties_and_languages_without_data():
    assert forms_of_address("en-GB").is_salutation("Mr President,")
    assert forms_of_address("tlh") is None


def test_no_text_takes_long():
    assert not forms_of_address("en").is_salutation("dear " * 47 + "x")


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_file_can_be_read(path):
    assert forms_of_address(path.stem).addressees
