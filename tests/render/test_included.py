"""Which template files count for a kind."""

import pytest

from communique.diagnostics.span import Source
from communique.model.audience import Audience
from communique.model.kind import Format, Kind, Part
from communique.model.templates import Templates
from communique.render.included import included

KIND = Kind("statement", Audience.PUBLIC, (Format.PDF,), "Statement", (Part.SPEECH,))


def names(own, **partials):
    files = {"statement.html": own, "other.html": "other", **{f"_partials/{n}.html": t for n, t in partials.items()}}
    templates = Templates(tuple((name, Source(name, text)) for name, text in sorted(files.items())))
    return set(included(KIND, templates))


def test_a_kind_is_made_with_its_own_file_and_all_that_those_include():
    found = names(
        '{% import "_partials/a.html" as a %}', a="{%- include '_partials/b.html' -%}", b="words", c="never named"
    )
    assert found == {"statement.html", "_partials/a.html", "_partials/b.html"}


@pytest.mark.parametrize(
    "tag",
    [
        '{% extends "_partials/a.html" %}',
        '{% from "_partials/a.html" import x %}',
        '{%+ include "_partials/a.html" ignore missing with context %}',
        "{% import '_partials/a.html' as a without context %}",
    ],
)
def test_every_way_to_bring_a_template_in_counts(tag):
    assert names(tag, a="words") == {"statement.html", "_partials/a.html"}


def test_two_that_name_each_other_end():
    assert "_partials/b.html" in names(
        '{% import "_partials/a.html" as a %}',
        a='{% include "_partials/b.html" %}',
        b='{% include "_partials/a.html" %}',
    )


@pytest.mark.parametrize(
    "tag",
    [
        "{% include kind.name %}",
        '{% include "_partials/" + kind.name %}',
        '{% include ["_partials/a.html", "_partials/b.html"] %}',
        '{% include "_partials/gone.html" %}',
    ],
)
def test_where_a_name_is_not_plain_all_files_count(tag):
    assert names(tag, a="words", b="words") == {"statement.html", "other.html", "_partials/a.html", "_partials/b.html"}
