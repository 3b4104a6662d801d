"""A fault in a template is said with its file, its line and the expression."""

from dataclasses import replace

import pytest

from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source
from communique.model.block import Paragraph
from communique.model.labels import Labels
from communique.render.sheet import render
from editions import BASE, ENGLISH, PLAIN, SIZES, STATEMENT, at, line, with_template

TRIAL = replace(STATEMENT, name="trial")
PLACE = at("content/ccm/speech.md", 7)
EDITION = replace(BASE, speech=(Paragraph(line("We agree."), id="agree", number=1, span=PLACE),))


def refused(text, labels=ENGLISH):
    with pytest.raises(Refused) as caught:
        render(EDITION, TRIAL, labels, PLAIN, SIZES, with_template(text))
    return caught.value.diagnostics


CASES = {
    "{% if edition.name %}": ("CQ401", "endif", None),
    "{{ 1 + }}": ("CQ401", "end of print statement", None),
    "{% autoescape false %}x{% endautoescape %}": ("CQ401", "escaping stays on", None),
    "{{ edition.name ~ edition.particulars.speaker }}": ("CQ401", "one expression after another", None),
    "{{ edition.particulars.titel }}": ("CQ402", '"titel"', "titel"),
    "{{ editon.name }}": ("CQ402", '"editon"', "editon"),
    "{{ range(3) }}": ("CQ402", '"range"', "range"),
    "{{ namespace() }}": ("CQ402", '"namespace"', "namespace"),
    "{{ edition.questions[9] }}": ("CQ402", "no item 9", "edition.questions[9]"),
    "{% if edition.particulars.titel %}{% endif %}": ("CQ402", '"titel"', "titel"),
    "{{ edition.name }} {{ edition.particulars.speaker }}": ("CQ403", "speaker", "edition.particulars.speaker"),
    "{{ edition.__class__ }}": ("CQ404", "__class__", "edition.__class__"),
    '{{ "{0.__class__}".format(edition) }}': ("CQ404", "format", '"{0.__class__}".format(edition)'),
    "{{ labels._printing }}": ("CQ404", "_printing", "labels._printing"),
    "{{ render.__globals__ }}": ("CQ402", '"render"', "render"),
    '{% import "_partials/block.html" as b %}': ("CQ405", "_partials/block.html", "_partials/block.html"),
    '{% include "/etc/passwd" %}': ("CQ405", "/etc/passwd", "/etc/passwd"),
    "{{ edition.speech|inlined }}": ("CQ406", "inlined", "inlined"),
    "{{ edition.name|safe }}": ("CQ406", "safe", "safe"),
    "{{ edition.points|random }}": ("CQ406", "random", "random"),
    "{{ edition.speech is odde }}": ("CQ406", "odde", "odde"),
    '{{ labels("Page {page}") }}': ("CQ407", "{page}", "labels"),
    "{{ edition.particulars.title|long_date }}": (
        "CQ408",
        "wants date, not str",
        "edition.particulars.title|long_date",
    ),
    "{{ edition.particulars.speaker|upper }}": ("CQ408", "not nothing", "edition.particulars.speaker|upper"),
    '{{ [edition.particulars.speaker, "x"]|join }}': (
        "CQ408",
        "not nothing",
        '[edition.particulars.speaker, "x"]|join',
    ),
    '{{ labels("By {n}", n=edition.particulars.speaker) }}': ("CQ408", "n is unknown", None),
    "{{ 1 / 0 }}": ("CQ408", "division by zero", "1 / 0"),
    "{{ edition.points }}": ("CQ408", "no word and no number", "edition.points"),
    "{{ kind.spoken }}": ("CQ408", "no word and no number", "kind.spoken"),
    "{{ edition.name.upper }}": ("CQ408", "no word and no number", "edition.name.upper"),
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}": ("CQ408", "without end", None),
    '<img src="https://example.org/arms.png">': ("CQ409", "address outside", 'src="'),
    "<script>": ("CQ409", "element", "<script"),
    '<a rel="attachment" href="x">': ("CQ409", "attachment", 'rel="attachment'),
    '<p style="background: url(x)">': ("CQ409", "style", 'style="background: url('),
}


@pytest.mark.parametrize("expression", CASES)
def test_the_line_and_the_words_are_named(expression):
    number, message, pointed = CASES[expression]
    text = f"---\naudience: public\n---\n<p>all well</p>\n<p>{expression}</p>\n"
    finding = refused(text)[0]
    assert finding.code.number == number
    assert message in finding.message
    assert finding.span.path == "templates/trial.html"
    if pointed:
        assert finding.span.line == 5
        assert Source("", text).at(finding.span) == pointed


def test_a_known_name_is_offered():
    assert refused("{{ edition.particulars.titel }}")[0].help == 'did you mean "title"?'
    assert refused("{{ lables('x') }}")[0].help == 'did you mean "labels"?'
    assert refused('{% import "_partials/block.html" as b %}')[0].help == 'did you mean "_partials/blocks.html"?'
    text = '{% import "_partials/blocks.html" as text %}{{ text.spech() }}'
    assert refused(text)[0].help == 'did you mean "speech"?'


def test_the_block_that_was_being_printed_is_named():
    (finding,) = refused("{% for block in edition.speech %}\n<p>{{ block.language }}</p>\n{% endfor %}")
    assert finding.message.startswith('"block.language" is unknown')
    assert [related.span for related in finding.related] == [PLACE]


def test_a_fault_inside_a_macro_is_named_where_it_stands():
    text = '{% import "_partials/blocks.html" as text %}\n{{ text.blocks(5) }}'
    (finding,) = refused(text)
    assert finding.span.path == "templates/_partials/blocks.html"


def test_a_place_that_a_translation_invents_is_named():
    (finding,) = refused('{{ labels("Page {page}", page=1) }}', Labels("nb", (("Page {page}", "Side {side}"),)))
    assert finding.code.number == "CQ407" and "{side}" in finding.message


def test_a_label_understands_names_and_no_python():
    labels = Labels("nb", (("Page {page}", "Side {page.__class__} {page!r} {page}"),))
    assert labels("Page {page}", page="<3>") == "Side {page.__class__} {page!r} &lt;3&gt;"


def test_a_fault_of_our_own_is_not_blamed_on_a_template(monkeypatch):
    monkeypatch.setattr("communique.render.inline.symbols", lambda text: text.nonsense)
    with pytest.raises(AttributeError):
        render(EDITION, STATEMENT, ENGLISH, PLAIN, SIZES, with_template(""))
