"""What we lean on of WeasyPrint's private cascade: when the pin moves, this says which promise broke."""

import pytest

from communique.write.weasyprint_private.cascade import Cascade, PagePlace, is_element, quotation_marks

CSS = """
@layer z { p { --docx-style: "Layered" } }
.a { --docx-style: "A"; counter-increment: n; margin: 1em 0; line-height: 1.5 }
@media docx { .a { color: #0f0 } } @media print { .a { color: #00f } }
.a::before { content: counter(n) "." } .b { page: wide; float: footnote } q { quotes: auto }
.head { position: running(head); string-set: title content(text) }
a::after { content: target-counter(attr(href), page) }
@page { size: A4; margin: 10mm } @page wide { size: A4 landscape; @top-left { content: string(s) } }
@page :first { @top-left { content: "F" } } @page :nth(1 of wide) { @top-left { content: element(head) } }
@page :left { @bottom-right { content: counter(page) } }
@page { @footnote { border-top: 1px solid; margin-top: 5px } }
@counter-style dashed { system: extends decimal; suffix: " –" }
"""
HTML = (
    '<html lang="ar" dir="rtl"><body><!-- a comment --><p class="a">x<b>y</b></p><p class="b" style="color: red">z</p>'
    '<p class="head">h</p><q lang="fr">c</q><a href="#i">l</a></body></html>'
)


@pytest.fixture(scope="module")
def cascade():
    return Cascade(HTML, CSS)


@pytest.fixture(scope="module")
def elements(cascade):
    return {
        element.get("class") or f"<{element.tag}>": element for element in cascade.root.iter() if is_element(element)
    }


def test_a_rule_without_a_layer_wins_whatever_its_order(cascade, elements):
    assert cascade.own(elements["a"], "--docx-style") == "A"
    assert cascade.own(elements["b"], "--docx-style") == "Layered"


def test_a_custom_property_of_an_ancestor_is_inherited_but_not_own(cascade, elements):
    inner = elements["a"].find("b")
    assert cascade.own(inner, "--docx-style") is None
    assert cascade.inherited(inner, "--docx-style") == "A"


def test_the_medium_docx_is_ours(cascade, elements):
    assert [round(value) for value in cascade.style(elements["a"])["color"].coordinates] == [0, 1, 0]


def test_computed_values_are_px_numbers_and_words(cascade, elements):
    style = cascade.style(elements["a"])
    assert (style["margin_top"].value, style["line_height"], style["direction"], style["lang"]) == (
        16,
        1.5,
        "rtl",
        "ar",
    )
    assert style["display"] == ("block", "flow")
    assert style["counter_increment"] == (("n", 1),)
    assert style["font_size"] == 16
    assert style["border_top_style"] == "none"
    assert style["background_color"].alpha == 0


def test_content_is_a_list_of_kinds_and_values(cascade, elements):
    assert cascade.pseudo(elements["a"], "before")["content"] == (("counter()", ("n", "decimal")), ("string", "."))
    assert cascade.pseudo(elements["a"], "after") is None
    ((kind, (target, name, _)),) = cascade.pseudo(elements["<a>"], "after")["content"]
    assert (kind, target[0], target[1][0], name) == ("target-counter()", "attr()", "href", "page")


def test_what_leaves_the_flow_says_so(cascade, elements):
    head = cascade.style(elements["head"])
    assert tuple(head["position"]) == ("running()", "head")
    assert head["string_set"][0][0] == "title"
    assert cascade.style(elements["b"])["float"] == "footnote"


def test_a_named_page_has_its_size_and_boxes(cascade, elements):
    assert cascade.style(elements["b"])["page"] == "wide"
    page = cascade.page(PagePlace("wide"))
    assert round(page.style["size"][0]) == 1123
    assert page.boxes["@top-left"]["content"] == (("string()", ("s", "first")),)


def test_a_page_knows_the_place_of_its_notes(cascade):
    notes = cascade.page(PagePlace("wide")).notes
    assert (notes["border_top_style"], notes["margin_top"].value) == ("solid", 5)


def test_first_pages_of_the_document_and_of_a_name_differ(cascade):
    first = cascade.page(PagePlace(first_of_all=True))
    assert first.boxes["@top-left"]["content"] == (("string", "F"),)
    opening = cascade.page(PagePlace("wide", first_of_name=True))
    assert opening.boxes["@top-left"]["content"] == (("element()", ("head", "first")),)
    assert (cascade.has_first("wide"), cascade.has_first("")) == (True, False)


def test_left_pages_have_their_own_boxes(cascade):
    assert "@bottom-right" in cascade.page(PagePlace(side="left")).boxes
    assert "@bottom-right" not in cascade.page(PagePlace(side="right")).boxes


def test_a_counter_style_of_the_sheet_is_known(cascade):
    assert cascade.counter_style["dashed"]["suffix"] in {" –", ("string", " –")}
    assert cascade.counter_style.render_value(7, "decimal") == "7"


def test_quotation_marks_follow_the_language(cascade, elements):
    opening, closing = quotation_marks(cascade.style(elements["<q>"]))
    assert (opening[0], closing[0]) == ("«", "»")


def test_nothing_is_fetched(monkeypatch):
    def refuse(*_):
        raise AssertionError("something was fetched")

    monkeypatch.setattr("urllib.request.OpenerDirector.open", refuse)
    css = (
        '@import url("https://example.org/x.css"); @font-face { font-family: F; src: url("https://example.org/f.ttf") }'
    )
    html = '<html><head><link rel="stylesheet" href="https://example.org/y.css"></head><body><p>x</p></body></html>'
    cascade = Cascade(html, css)
    assert cascade.style(cascade.root.find("body"))["display"] == ("block", "flow")
