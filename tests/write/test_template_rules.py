"""What would break PDF/UA or PDF/A is told at its line, before anything is laid out."""

import io
from xml.etree import ElementTree as ET

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from communique.diagnostics.span import Source
from communique.write.layout import lay_out
from communique.write.template_rules import broken_rules
from sheet_making import PLAIN, make_sheet, page_of

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


def told(sheet):
    """Number and place of what the layout finds, in a word each."""
    return [(finding.code.number, str(finding.span or "")) for finding in lay_out(sheet).diagnostics]


@pytest.mark.parametrize(
    ("css", "places"),
    [
        ("p { opacity: .5 }", [":1:5"]),
        ("p { color: navy;\n  opacity: 50% !important }", [":2:3"]),
        ("p { opacity: 1; --fill-opacity: .5 } /* opacity: .5 */ em { opacity: 100% }", []),
    ],
)
def test_opacity_in_a_stylesheet(css, places):
    sheet = make_sheet("<p>words</p>", (Source("base.css", PLAIN), Source("theme.css", css)))
    assert told(sheet) == [("CQ513", f"theme.css{place}") for place in places]


def test_opacity_in_a_template():
    template = '<body>\n<p style="margin: 0; opacity: 0.4">{{ words }}</p>'
    sheet = make_sheet('<p style="margin: 0; opacity: 0.4">words</p>', template=template)
    assert told(sheet) == [("CQ513", "templates/statement.html:2:22")]


@pytest.mark.parametrize(
    ("picture", "found"),
    [
        ('<img src="pictures/a.svg">', True),
        ('<img src="pictures/a.svg" alt="A map">', False),
        ('<img src="pictures/a.svg" alt="">', False),
        ('<img src="pictures/a.svg" aria-hidden="true">', False),
    ],
)
def test_a_picture_of_the_template_without_words(picture, found):
    template = f'<p><img src="pictures/b.svg" alt=""></p>\n<p>{picture}</p>'
    sheet = make_sheet(template, template=template, pictures={"a.svg": SVG, "b.svg": SVG})
    assert told(sheet) == ([("CQ510", "templates/statement.html:2:4")] if found else [])


def test_a_template_without_language_or_title():
    template = "<!doctype html>\n<html>\n<head><title></title></head>"
    sheet = make_sheet("<p>words</p>", template=template)
    root = ET.fromstring("<html><head><title> </title></head></html>")
    found = [(finding.code.number, str(finding.span), finding.message) for finding in broken_rules(sheet, root)]
    assert found == [
        ("CQ511", "templates/statement.html:2:1", "the template names no language"),
        ("CQ511", "templates/statement.html:3:1", "the template has no title"),
    ]


def test_a_document_without_title_or_language():
    assert told(make_sheet("<p>words</p>", title=" ")) == [("CQ511", "")]
    sheet = make_sheet("<p>words</p>", language="", template=page_of(""))
    assert {number for number, _ in told(sheet)} == {"CQ511"}


def font(*, variable=False, cff=False):
    """The smallest font of a sort."""
    built = FontBuilder(1000, isTTF=not cff)
    built.setupGlyphOrder([".notdef", "A"])
    built.setupCharacterMap({65: "A"})
    if cff:
        strings = {name: T2CharStringPen(500, None).getCharString() for name in (".notdef", "A")}
        built.setupCFF("Ministry", {}, strings, {})
    else:
        built.setupGlyf({name: TTGlyphPen(None).glyph() for name in (".notdef", "A")})
    built.setupHorizontalMetrics(dict.fromkeys((".notdef", "A"), (500, 0)))
    built.setupHorizontalHeader(ascent=800, descent=-200)
    built.setupNameTable({"familyName": "Ministry", "styleName": "Regular"})
    built.setupOS2()
    built.setupPost()
    if variable:
        built.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    file = io.BytesIO()
    built.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (font(variable=True), "a variable font"),
        (font(cff=True), "an OpenType font in CFF"),
        (font(), ""),
        (b"no font", ""),
    ],
    ids=["variable", "CFF", "static TrueType", "no font"],
)
def test_a_font_that_breaks_the_archive(data, kind):
    css = PLAIN + '\n@font-face { font-family: Ministry; src: url("Ministry.ttf") }'
    sheet = make_sheet("<p>words</p>", css, assets={"Ministry.ttf": data, "unused.ttf": font(variable=True)})
    root = ET.fromstring('<html lang="en"><head><title>T</title></head></html>')
    numbers = [(finding.code.number, str(finding.span), finding.message) for finding in broken_rules(sheet, root)]
    place = "templates/themes/trial/theme.css:2:47"
    assert numbers == ([("CQ515", place, f"Ministry.ttf is {kind}")] if kind else [])


def test_a_font_that_was_cut_off():
    css = PLAIN + '\n@font-face { font-family: Ministry; src: url("Ministry.ttf") }'
    sheet = make_sheet("<p>words</p>", css, assets={"Ministry.ttf": font()[:-200]})
    assert ("CQ508", "templates/themes/trial/theme.css:2:47") in told(sheet)
