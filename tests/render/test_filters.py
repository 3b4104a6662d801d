"""The filters that a template owner reaches for: dates, numbers, ordinals, spoken forms, names, by language."""

from dataclasses import replace

import pytest

from communique.model.labels import Labels
from communique.model.typography import fold
from communique.render.ordinals import ordinal
from communique.render.sheet import render
from editions import FULL, PLAIN, SIZES, kind, with_template

TRIAL = kind("trial", FULL.audience, "Statement", "speech")


def printed(expression, language="en"):
    """What an expression prints, between brackets in the page."""
    templates = with_template(f"<p>[{{{{ {expression} }}}}]</p>")
    edition = replace(FULL, language=language)
    html = render(edition, TRIAL, Labels(language), PLAIN, SIZES, templates).html
    return html.partition("[")[2].rpartition("]")[0]


@pytest.mark.parametrize(
    ("expression", "english", "french"),
    [
        ("edition.particulars.date|full_date", "Wednesday, 12 September 2012", "mercredi 12 septembre 2012"),
        ("edition.particulars.date|short_date", "12 Sept 2012", "12 sept. 2012"),
        ("edition.particulars.revision|ordinal", "3rd", "3e"),
        ("edition.minutes|duration", "5 minutes, 1 second", "5 minutes, 1 seconde"),
        ("2|duration", "2 minutes", "2 minutes"),
        ("0.5|duration", "30 seconds", "30 secondes"),
        ('["a", "b", "c"]|listed', "a, b and c", "a, b et c"),
        ("1234.5|number", "1,234.5", "1 234,5"),
    ],
)
def test_each_speaks_the_language_of_the_paper(expression, english, french):
    assert fold(printed(expression)) == english
    assert fold(printed(expression, "fr")).replace("\u202f", " ") == french


def test_a_name_is_not_torn_apart():
    assert printed("edition.particulars.speaker|unbroken") == "H.E.\u00a0Ms.\u00a0Name\u00a0of\u00a0the\u00a0Speaker"


@pytest.mark.parametrize(
    ("number", "language", "said"),
    [
        (1, "en", "1st"),
        (2, "en-US", "2nd"),
        (11, "en", "11th"),
        (112, "en", "112th"),
        (23, "en", "23rd"),
        (1, "fr", "1er"),
        (3, "nb", "3."),
        (3, "es", "3.º"),
        (3, "pt-BR", "3º"),
        (3, "zh", "3"),
    ],
)
def test_ordinals_are_those_of_the_language(number, language, said):
    assert ordinal(number, language) == said
