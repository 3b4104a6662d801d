"""Every word that a template prints is a label, and every label is translated."""

import re
from io import StringIO

import pytest
from babel.messages.pofile import read_po

from communique.model.labels import Labels
from communique.model.register_row import STATES
from communique.model.sets import OFFICERS, PRINTED_FOR
from communique.render.sheet import render
from editions import BASE, KINDS, PLAIN, ROOT, SIZES, TEMPLATES

CATALOGS = ROOT / "src/communique/data/labels"
MAIL = (ROOT / "templates/covering-mail.txt").read_text(encoding="utf-8")
USED = {
    *re.findall(r'labels\(\s*"([^"]+)"', "".join((MAIL, *(source.text for _, source in TEMPLATES.files)))),
    *(found[1] for _, source in TEMPLATES.files if (found := re.search(r"^title: (.+)$", source.text, re.MULTILINE))),
    OFFICERS,
    *PRINTED_FOR,
    *STATES.values(),
}


def catalog(language):
    messages = read_po(StringIO((CATALOGS / f"{language}.po").read_text(encoding="utf-8")), abort_invalid=True)
    return {message.id: message.string for message in messages if message.id}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_catalog_has_each_label_of_the_templates_and_no_other(language):
    assert set(catalog(language)) == USED


def test_french_says_everything_with_the_same_places():
    for english, french in catalog("fr").items():
        assert french and sorted(re.findall(r"{\w+}", english)) == sorted(re.findall(r"{\w+}", french))


def test_a_template_holds_no_word_of_its_own():
    for _, source in TEMPLATES.files:
        body = re.sub(r"\A---\n.*?\n---\n", "", source.text, flags=re.DOTALL)
        visible = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", body, flags=re.DOTALL)
        words = re.sub(r"<[^>]*>|&\w+;|(?: id| data-paragraph)=\"\"", " ", visible)
        assert not re.findall(r"\w+", words), source.path


def test_the_papers_speak_the_language_of_the_labels():
    french = Labels("fr", tuple(catalog("fr").items()))
    pages = {kind.name: render(BASE, kind, french, PLAIN, SIZES, TEMPLATES).html for kind in KINDS}
    assert "Vérifier au prononcé" in pages["statement"] and "Check against delivery" not in pages["statement"]
    assert '<p class="kind">Éléments de langage</p>' in pages["talking-points"]
    assert "Réservé à la délégation" in pages["podium"] and "501 mots, 5 min" in pages["podium"]
    assert "À ne pas divulguer" in pages["briefing-pack"]
    for kind in KINDS:
        assert f"<title>{BASE.particulars.full_title}" in pages[kind.name]
