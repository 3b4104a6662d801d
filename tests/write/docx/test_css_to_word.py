"""The table of what CSS becomes in Word: each row is true, and the page in the docs is current."""

import sys

import pytest

from editions import ROOT

sys.path.insert(0, str(ROOT / "docs"))

import css_to_word


@pytest.mark.parametrize("row", [*css_to_word.TEXT, *css_to_word.BLOCKS], ids=lambda row: row.css)
def test_a_declaration_is_in_the_definition_of_its_style(row):
    assert css_to_word.construct(row.css).startswith("<w:")


@pytest.mark.parametrize("row", css_to_word.STRUCTURES, ids=lambda row: row.css)
def test_a_construct_of_html_is_one_of_word(row):
    assert row.element in css_to_word.part_of(row)


def test_the_page_is_current():
    assert css_to_word.PLACE.read_text(encoding="utf-8") == css_to_word.page(), "make docs writes it anew"
