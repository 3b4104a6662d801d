"""What in a template would break PDF/UA is told from its text, at its place."""

import pytest

from communique.diagnostics.span import Source
from communique.write.template_texts import classes_in, template_findings
from editions import TEMPLATES

WELL = '<html lang="{{ edition.language }}"><head><title>{{ edition|document_title }}</title></head></html>'


def found(text):
    told = template_findings(Source("templates/trial.html", text))
    return [(str(finding.span).partition(":")[2], finding.code.number) for finding in told]


def test_the_shipped_templates_are_without_fault():
    assert [finding for _, source in TEMPLATES.files for finding in template_findings(source)] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<html><head><title>{{ a }}</title>", [("1:1", "CQ511")]),
        ('<html lang="en">\n<head><title></title>', [("2:1", "CQ511")]),
        (WELL + '<img src="theme/a.png">', [(f"1:{len(WELL) + 1}", "CQ510")]),
        (WELL + '<p style="opacity: 0.5">', [(f"1:{len(WELL) + 11}", "CQ513")]),
        ("{# <html> #}{% macro a() %}<p>{% endmacro %}", []),
        (WELL + '<img src="theme/a.png" alt="">', []),
    ],
)
def test_a_page_says_language_title_and_what_its_pictures_show(text, told):
    assert found(text) == told


def test_classes_are_those_written_and_those_handed_to_a_macro():
    text = '<p class="note {{ x }} origin">{{ text.blocks(parts, 4, "if-pressed") }}'
    assert {"note", "origin", "if-pressed"} <= classes_in(Source("a.html", text))
