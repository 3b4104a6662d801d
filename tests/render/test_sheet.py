import pickle
from dataclasses import replace
from datetime import UTC, date, datetime

from communique.diagnostics.span import Source
from communique.model.audience import Audience
from communique.model.digest import digest
from communique.model.inline import Picture
from communique.model.labels import Labels
from communique.model.settings import PageSize, Settings
from communique.model.theme import Asset
from communique.render.environment import environment
from communique.render.printing import Printing
from communique.render.sheet import render
from editions import (
    BARE,
    BASE,
    BRIEFING_PACK,
    ENGLISH,
    PLAIN,
    PODIUM,
    SIZES,
    STATEMENT,
    TALKING_POINTS,
    TEMPLATES,
    paragraph,
    with_template,
)


def sheet(edition=BASE, kind=STATEMENT, labels=ENGLISH, settings=SIZES, templates=TEMPLATES):
    return render(edition, kind, labels, PLAIN, settings, templates)


def html(text, edition=BASE, kind=STATEMENT, **more):
    return sheet(edition, replace(kind, name="trial"), templates=with_template(text), **more).html.strip()


def test_the_title_of_a_public_paper_is_the_full_title_alone():
    assert sheet().properties.title == BASE.particulars.full_title
    assert f"<title>{BASE.particulars.full_title}</title>" in sheet().html
    assert sheet(kind=PODIUM).properties.title == f"{BASE.particulars.full_title} – Podium copy"
    assert f"<title>{BASE.particulars.full_title} – Podium copy</title>" in sheet(kind=PODIUM).html


def test_the_properties_come_from_the_particulars():
    properties = sheet().properties
    assert (properties.author, properties.subject) == ("Norway", BASE.particulars.meeting)
    assert properties.created == datetime(2012, 9, 11, tzinfo=UTC)
    spoken = replace(BASE, particulars=replace(BASE.particulars, date=date(2012, 9, 12)))
    assert sheet(spoken).properties.created == datetime(2012, 9, 12, tzinfo=UTC)
    bare = sheet(BARE).properties
    assert (bare.title, bare.author, bare.subject, bare.created) == ("hello", "", "", None)


def test_the_paper_has_the_size_that_the_settings_ask_for():
    for page in PageSize:
        assert sheet(settings=Settings(page=page)).theme.css.rstrip().endswith(f"@page {{ size: {page} }}")


def test_a_template_gets_four_names_and_no_others():
    names = "edition labels kind settings"
    assert html(f"{{% if [{names.replace(' ', ', ')}]|length == 4 %}}four{{% endif %}}") == "four"
    printing = Printing(BASE, STATEMENT, ENGLISH, True, {}, frozenset())
    assert sorted(environment(TEMPLATES, printing, dict.fromkeys(names.split())).globals) == sorted(names.split())


def test_a_template_never_gets_a_part_its_kind_does_not_carry():
    assert html("{{ edition.points|length }}{{ edition.questions|length }}{{ edition.facts|length }}") == "000"


def test_front_matter_is_not_printed():
    assert html("---\naudience: public\n---\n<p>x</p>") == "<p>x</p>"


def test_words_of_the_particulars_are_escaped_and_set():
    edition = replace(BASE, particulars=replace(BASE.particulars, title="Côte d'Ivoire & <b>"))
    assert '<h1 class="title">Côte d’Ivoire &amp; &lt;b&gt;</h1>' in sheet(edition).html
    plain = sheet(edition, settings=Settings(typography=False))
    assert '<h1 class="title">Côte d&#39;Ivoire &amp; &lt;b&gt;</h1>' in plain.html


def test_one_printing_leaves_nothing_to_the_next():
    constant = '{% import "_partials/page.html" as page %}{{ "it\'s" }} {{ page.days() }}'
    french = replace(BASE, language="fr")
    assert html(constant) == "it’s 11–14\u00a0September\u00a02012"
    assert html(constant, french, labels=Labels("fr")) == "it’s 11–14\u00a0septembre\u00a02012"
    assert html(constant, settings=Settings(typography=False)) == "it&#39;s 11–14 September 2012"


def test_the_words_that_nobody_wrote_are_remembered():
    generated = sheet().generated
    assert {"Statement", "Check against delivery", "11–14\u00a0September\u00a02012"} <= set(generated)
    assert not any("Convention" in words for words in generated)


def test_only_pictures_that_are_shown_travel():
    pictures = (Asset("map.png", b"x"), Asset("other.png", b"y"))
    shown = replace(
        BARE, speech=(replace(paragraph("See "), children=(Picture("map.png", "a map"),)),), pictures=pictures
    )
    assert [picture.name for picture in sheet(shown).pictures] == ["map.png"]
    assert sheet(replace(BARE, pictures=pictures)).pictures == ()


def test_a_sheet_crosses_processes_and_has_a_digest():
    made = sheet()
    assert digest(pickle.loads(pickle.dumps(made))) == digest(made)
    assert digest(sheet()) == digest(made)


def test_a_dropped_file_is_a_kind():
    press = replace(STATEMENT, name="press-line", title="Press line")
    copy = (
        *TEMPLATES.files,
        ("press-line.html", Source("templates/press-line.html", TEMPLATES.get("statement.html").text)),
    )
    made = render(BASE, press, ENGLISH, PLAIN, SIZES, replace(TEMPLATES, files=copy))
    assert '<p class="kind">Press line</p>' in made.html
    assert made.html.count('class="numbered"') == 8


def test_an_internal_kind_is_marked_and_a_public_one_is_not():
    for kind in (PODIUM, TALKING_POINTS, BRIEFING_PACK):
        assert kind.internal and '<p class="marking">For the delegation only</p>' in sheet(kind=kind).html
    assert STATEMENT.audience is Audience.PUBLIC and "marking" not in sheet().html
    own = replace(BASE, particulars=replace(BASE.particulars, marking="Confidential"))
    assert '<p class="marking">Confidential</p>' in sheet(own, PODIUM).html
    assert "Confidential" not in sheet(own).html
