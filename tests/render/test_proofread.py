"""Templates are proofread without a speech: every slip at its line and column, and none where there is none."""

import pytest

from communique.model.templates import Templates
from communique.render.proofread import proofread
from editions import TEMPLATES, with_template

HEAD = '---\naudience: public\n---\n{% import "_partials/page.html" as page %}\n'


PARTIALS = tuple(
    (name, source) for name, source in TEMPLATES.files if name in {"_partials/page.html", "_partials/blocks.html"}
)


def found(body, templates=None):
    """What is told of a template: where, which code, and the advice."""
    told = proofread(templates or Templates((*PARTIALS, *with_template(HEAD + body).files[-1:])))
    return [(f"{finding.span.line}:{finding.span.column}", finding.code.number, finding.help) for finding in told]


def test_the_shipped_templates_are_without_fault():
    assert proofread(TEMPLATES) == ()


@pytest.mark.parametrize(
    ("body", "place", "code", "advice"),
    [
        ("<p>{{ edition.particulars.titel }}</p>", "5:27", "CQ402", 'did you mean "title"?'),
        ("{{ edtion.speech }}", "5:4", "CQ402", 'did you mean "edition"?'),
        ("{% for point in edition.points %}{{ point.titl|inline }}{% endfor %}", "5:43", "CQ402", '"title"?'),
        ("{% with known = edition.particulars %}{{ known.speeker }}{% endwith %}", "5:48", "CQ402", '"speaker"?'),
        ("{{ edition.facts[0].valeu }}", "5:21", "CQ402", '"value"?'),
        ('{{ edition.facts|map(attribute="as_off")|list }}', "5:33", "CQ402", '"as_of"?'),
        ("{% macro row(fact) %}{{ fact.soorce }}{% endmacro %}", "5:30", "CQ402", '"source"?'),
        ("{{ page.masthed() }}", "5:9", "CQ402", '"masthead"?'),
        ("{{ page.masthead(shrt=true) }}", "5:18", "CQ402", '"short"?'),
        ("{{ page.folio(1) }}", "5:9", "CQ408", ""),
        ("{{ edition.particulars.date|longdate }}", "5:29", "CQ406", '"long_date"?'),
        ("{% if edition is definite %}{% endif %}", "5:18", "CQ406", ""),
        ('{% include "_partials/bloks.html" %}', "5:13", "CQ405", '"_partials/blocks.html"?'),
        ('{% from "_partials/page.html" import folo %}', "5:38", "CQ402", '"folio"?'),
        ("{% if x %}\n  {% iff y %}\n{% endif %}", "6:6", "CQ401", ""),
        ('{{ "a" ~ "b" }}', "5:8", "CQ401", ""),
        ("{% autoescape false %}{% endautoescape %}", "5:4", "CQ401", ""),
        ("{% if edition.audience == 2 %}{% endif %}", "5:15", "CQ410", ""),
        ('<img src="https://example.org/a.png" alt="">', "5:6", "CQ409", ""),
    ],
)
def test_a_slip_is_told_at_its_word(body, place, code, advice):
    (only,) = found(body)
    assert only[:2] == (place, code) and advice in only[2]


def test_all_slips_are_told_in_one_run():
    told = found("{{ edition.titel }} {{ edition.titel }}\n{{ kind.nmae }}")
    assert [place for place, _, _ in told] == ["5:12", "5:32", "6:9"]


def test_a_block_that_no_parent_has_is_told():
    parent, child = "{% block body %}{% endblock %}", '{% extends "parent.html" %}{% block boddy %}{% endblock %}'
    templates = Templates((*with_template(parent, "parent").files[-1:], *with_template(child, "child").files[-1:]))
    assert found("", templates) == [("1:37", "CQ402", 'did you mean "body"?')]


@pytest.mark.parametrize(
    "body",
    [
        "{% for block in edition.speech %}{{ block.children|inline }}{{ loop.index }}{% endfor %}",
        "{% set first = edition.points|first %}{{ first.title|lead_in }}",
        "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ caller is defined }}{% endmacro %}",
        "{% for term, explanations in edition.speech[0].entries %}{{ term|inline }}{% endfor %}",
        '{{ "words".upper() }}{{ edition.particulars.title|upper }}{{ edition.language[:2] }}',
        "{% for fact in edition.facts if fact.source %}{{ fact.source }}{% endfor %}",
    ],
)
def test_what_is_right_is_left_alone(body):
    assert found(body) == []
