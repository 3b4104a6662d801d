import pickle

import pytest

from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source
from communique.write.layout import lay_out
from communique.write.pdf.writer import write_pdf
from pdf_reading import page_with, read_pages
from sheet_making import PLAIN, make_sheet


def pdf_of(sheet):
    layout = lay_out(sheet)
    data, found = write_pdf(sheet, layout)
    assert (layout.diagnostics, found) == ((), ())
    return data


def test_facts_name_the_page_on_which_each_id_begins():
    body = '<h1 id="one">One</h1><h2 id="two" style="break-before: page">Two</h2><p id="three">Three</p>'
    facts = lay_out(make_sheet(body)).facts
    assert (facts.pages, facts.page_of) == (2, {"one": 1, "two": 2, "three": 2})
    assert pickle.loads(pickle.dumps(facts)) == facts


def test_stylesheets_cascade_in_their_order_and_layers_below_them():
    base = Source("base.css", '@layer base { p { font: 20pt "Carlito" } } @page { size: 100mm 100mm }')
    theme = Source("theme.css", "p { font-size: 10pt } @page { size: 120mm 100mm }")
    page = read_pages(pdf_of(make_sheet("<p>words</p>", (base, theme))))[0]
    assert [(word.font, round(word.size)) for word in page.words] == [("Carlito", 10)]
    assert round(page.width) == 340


def test_a_later_layer_wins_over_an_earlier_one_in_another_stylesheet():
    base = Source("base.css", "@layer base, theme; @layer theme { p { font-size: 10pt } }")
    theme = Source("theme.css", PLAIN + "@layer base { p { font-size: 20pt } }")
    page = read_pages(pdf_of(make_sheet("<p>words</p>", (base, theme))))[0]
    assert [round(word.size) for word in page.words] == [10]


def test_what_is_meant_for_word_alone_leaves_the_pages_alone():
    css = PLAIN + "@media docx { p { font-size: 40pt } } @media print { p { font-size: 10pt } }"
    assert round(read_pages(pdf_of(make_sheet("<p>words</p>", css)))[0].words[0].size) == 10


def test_counter_styles_of_a_theme_reach_the_page():
    css = PLAIN + '@counter-style points { system: cyclic; symbols: "§"; suffix: " " } ol { list-style: points }'
    assert "§ One" in read_pages(pdf_of(make_sheet("<ol><li>One</li></ol>", css)))[0].text


NOTED = PLAIN + ".fn { float: footnote; footnote-policy: line } p { orphans: 2; widows: 2; margin: 0 0 6pt }"


@pytest.mark.parametrize("lines", range(22, 30))
def test_a_note_stands_on_the_page_of_its_call(lines):
    noted = '<p>Here is the call of a note<span class="fn">Dublin, 2008.</span> and more words after it.</p>'
    body = "<p>line</p>" * (lines // 2) + noted + "<p>several words, and then<br>a second line<br>a third</p>" * 6
    data = pdf_of(make_sheet(body, NOTED))
    assert page_with(data, "Here is the call") == page_with(data, "Dublin")


def test_words_come_out_whole_and_in_their_fonts():
    css = PLAIN.replace('"Liberation Serif"', '"Calibri"') + "em { font-style: italic }"
    page = read_pages(pdf_of(make_sheet("<p>Côte d’Ivoire &amp; &lt;b&gt; <em>Φιλία</em> дружба</p>", css)))[0]
    assert page.text == "Côte d’Ivoire & <b> Φιλία дружба"
    assert {word.font for word in page.words} == {"Carlito", "Carlito-Italic"}


def test_pictures_of_the_text_and_files_of_the_theme_are_drawn():
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    css = PLAIN + '@page { background: url("mark%20two.svg") } h1 { background: url(./mark.svg) }'
    body = '<h1>One</h1><p><img src="pictures/map.svg" alt="A map"></p>'
    sheet = make_sheet(body, css, pictures={"map.svg": svg}, assets={"mark.svg": svg, "mark two.svg": svg})
    assert pdf_of(sheet)


def test_a_page_without_a_bottom_is_refused():
    deep = "<div>" * 1000 + "x" + "</div>" * 1000
    with pytest.raises(Refused) as refused:
        lay_out(make_sheet(deep, template="<p>"))
    assert [(str(one.span), one.code.number) for one in refused.value.diagnostics] == [
        ("templates/statement.html:1:1", "CQ530")
    ]


def test_a_rule_that_the_typesetter_stumbles_over_is_a_finding():
    theme = Source("theme.css", PLAIN + 'li::marker { content: "x" }')
    with pytest.raises(Refused) as refused:
        lay_out(make_sheet("<ul><li>words</li></ul>", (theme,)))
    (finding,) = refused.value.diagnostics
    assert finding.code.number == "CQ531"
    assert finding.message.startswith("the pages could not be set: TypeError")


def test_a_fault_of_our_own_stays_one(monkeypatch):
    def broken(_):
        raise TypeError("ours")

    monkeypatch.setattr("communique.write.pages.set_pages", broken)
    with pytest.raises(TypeError, match="ours"):
        lay_out(make_sheet("<p>words</p>"))
