import logging

import pytest

from communique.diagnostics.span import Source
from communique.write.layout import lay_out
from communique.write.pdf.writer import write_pdf
from communique.write.remarks import findings, listening
from sheet_making import PLAIN, make_sheet

THEME = "templates/themes/trial/theme.css"


def found(body="<p>words</p>", css=PLAIN, **more):
    return lay_out(make_sheet(body, css, **more)).diagnostics


@pytest.mark.parametrize(
    ("css", "place", "message"),
    [
        ("p { margin: 9.5 pt }", "2:5", "margin: 9.5 pt has no effect: invalid value"),
        ("p {\n  colour: red;\n}", "3:3", "colour: red has no effect: unknown property"),
        ("p { orphans: 9; } nonsense", "2:19", "parse error: EOF reached before {} block for a qualified rule"),
        ("@page { @top-middle { content: none } }", "2:9", None),
        ("@page :nonsense { margin: 0 }", "2:1", None),
    ],
)
def test_ignored_style_is_told_where_it_stands(css, place, message):
    (finding,) = found(css=PLAIN + "\n" + css)
    assert (finding.code.number, str(finding.span)) == ("CQ503", f"{THEME}:{place}")
    assert message in {None, finding.message}
    assert not finding.is_error


def test_the_place_covers_the_declaration():
    theme = Source(THEME, "p { margin: 9.5 pt; color: navy }")
    (finding,) = found(css=(Source("base.css", PLAIN), theme))
    assert theme.at(finding.span) == "margin: 9.5 pt"


def test_a_value_that_a_variable_spoils_is_found_in_its_stylesheet():
    theme = Source(THEME, ":root { --gap: red }\np { margin: var(--gap) }")
    (finding,) = found(css=(Source("base.css", PLAIN), theme))
    assert finding.code.number == "CQ503"
    assert "margin" in finding.message


def test_an_unknown_selector_is_told():
    (finding,) = found(css=PLAIN + "p::nonsense { color: navy }")
    assert finding.code.number == "CQ503"
    assert "nonsense" in finding.message


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ('<p><a href="#nowhere">words</a></p>', "CQ506"),
        ('<p id="a">one</p><p id="a">two</p>', "CQ507"),
        ('<p><img src="pictures/a.png" alt="A"></p>', "CQ505"),
    ],
)
def test_what_the_template_gets_wrong_is_an_error(body, number):
    sheet = make_sheet(body, pictures={"a.png": b"no picture"})
    layout = lay_out(sheet)
    findings = (*layout.diagnostics, *write_pdf(sheet, layout)[1])
    assert [finding.code.number for finding in findings if finding.is_error] == [number]


def test_a_page_number_of_no_page_is_an_error():
    css = PLAIN + "span::after { content: target-counter(attr(data-href), page) }"
    (finding,) = found('<p><span data-href="#nowhere"></span></p>', css)
    assert finding.code.number == "CQ506"


def test_a_font_that_the_theme_lacks_is_an_error():
    css = PLAIN + '@font-face { font-family: Seal; src: url("seal.ttf") } p { font-family: Seal, Carlito }'
    assert {finding.code.number for finding in found(css=css)} == {"CQ501", "CQ508"}


def test_a_missing_glyph_names_character_words_fonts_and_help():
    sheet = make_sheet("<p>Thank you, მადლობა Mr President, and მადლობა again.</p>", PLAIN.replace("Serif", "Sans"))
    findings = write_pdf(sheet, lay_out(sheet))[1]
    assert {finding.code.number for finding in findings} == {"CQ504"}
    assert len(findings) == len(set("მადლობა"))
    assert (
        '"მ" (U+10DB GEORGIAN LETTER MAN) in "Thank you, მადლობა Mr President, and" is in none of the fonts tried: '
        "Liberation Sans"
    ) in {finding.message for finding in findings}
    assert {finding.help for finding in findings} == {
        "put a static TrueType font that has it beside the theme.css, and name it with @font-face"
    }


def test_nothing_reaches_the_terminal(capfd, caplog):
    with caplog.at_level(logging.DEBUG):
        assert found(css=PLAIN + "p { margin: 1 pt }")
    assert (capfd.readouterr(), caplog.records) == (("", ""), [])


def test_what_nobody_knows_is_a_warning_with_its_words():
    with listening() as remarks:
        logging.getLogger("weasyprint").warning("The %s is new", "moon")
    (finding,) = findings(remarks, make_sheet(""), (), lambda _: iter(()))
    assert (finding.code.number, finding.message, finding.is_error) == ("CQ509", "the moon is new", False)
