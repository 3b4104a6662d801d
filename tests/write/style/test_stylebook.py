"""CSS properties, read back from the definition of a style in Word's own units."""

import pytest
from lxml import etree

from communique.diagnostics.span import Source
from communique.write.docx.styles_part import styles_xml
from communique.write.docx.xml import part
from communique.write.style.stylebook import stylebook
from write.docx.opened import W, all_at, at

GROUND = 'html { font: 12pt/18pt "Liberation Serif"; color: #000 } p { margin: 0 } body { margin: 0 } '


def book(css, language="en", direction="ltr"):
    return stylebook((Source("theme.css", GROUND + css),), language, direction)


def definition(css, name="Trial", **settings):
    root = etree.fromstring(part("styles", styles_xml(book(css, **settings))))
    return next(style for style in root.iter(W + "style") if at(style, "name") == name)


def trial(declarations, **settings):
    return definition(f'.trial {{ --docx-style: "Trial"; --docx-based-on: "Normal"; {declarations} }}', **settings)


RUNS = [
    ("font-weight: bold", "b", {}),
    ("font-style: italic", "i", {}),
    ("font-size: 10pt", "sz", {"val": "20"}),
    ("font-size: 10pt", "szCs", {"val": "20"}),
    ("color: #17456b", "color", {"val": "17456B"}),
    ("color: rgb(0 0 0 / 50%)", "color", {"val": "808080"}),
    ("letter-spacing: 0.8pt", "spacing", {"val": "16"}),
    ("text-transform: uppercase", "caps", {}),
    ("font-variant-caps: small-caps", "smallCaps", {}),
    ("text-decoration: underline", "u", {"val": "single"}),
    ("text-decoration: underline double", "u", {"val": "double"}),
    ("text-decoration: line-through", "strike", {}),
    ("visibility: hidden", "vanish", {}),
]
PARAGRAPHS = [
    ("text-align: center", "jc", {"val": "center"}),
    ("text-align: justify", "jc", {"val": "both"}),
    ("text-align: end", "jc", {"val": "right"}),
    ("margin: 6pt 0 9.5pt", "spacing", {"before": "120", "after": "190"}),
    ("margin: 0 10mm 0 20mm", "ind", {"left": "1134", "right": "567"}),
    ("text-indent: 10mm", "ind", {"firstLine": "567"}),
    ("text-indent: -10mm", "ind", {"hanging": "567"}),
    ("padding-left: 9pt", "ind", {"left": "180"}),
    ("line-height: 12pt", "spacing", {"line": "240", "lineRule": "exact"}),
    ("line-height: 27.6pt", "spacing", {"line": "480", "lineRule": "auto"}),
    ("line-height: 20pt; --docx-line: atLeast", "spacing", {"line": "400", "lineRule": "atLeast"}),
    ("break-after: avoid", "keepNext", {}),
    ("break-inside: avoid", "keepLines", {}),
    ("break-before: page", "pageBreakBefore", {}),
    ("orphans: 1; widows: 1", "widowControl", {"val": "0"}),
    ("hyphens: auto", "suppressAutoHyphens", {"val": "0"}),
    ("bookmark-level: 2", "outlineLvl", {"val": "1"}),
    ("border-left: 2.25pt solid #a00; padding-left: 9pt", "pBdr/left",
     {"val": "single", "sz": "18", "space": "9", "color": "AA0000"}),
    ("background: #eef3f7", "shd", {"val": "clear", "color": "auto", "fill": "EEF3F7"}),
    ("background: #eee; padding: 5pt 0", "pBdr/top", {"val": "single", "sz": "4", "space": "5", "color": "EEEEEE"}),
    ("--docx-tabs: 'right . 100%'", "tabs/tab", {"val": "right", "leader": "dot", "pos": "9638"}),
    ("--docx-tabs: 'left 20mm, center 50%'", "tabs/tab", {"val": "left", "pos": "1134"}),
    ("direction: rtl; text-align: start", "bidi", {}),
]  # fmt: skip


CASES = [("rPr", *case) for case in RUNS] + [("pPr", *case) for case in PARAGRAPHS]


@pytest.fixture(scope="module")
def matrix():
    """One theme with a style for each case."""
    css = "@page { size: A4; margin: 20mm } html { hyphens: manual }"
    for number, (_, declarations, _, _) in enumerate(CASES):
        css += f' .c{number} {{ --docx-style: "Case {number}"; --docx-based-on: "Normal"; {declarations} }}'
    root = etree.fromstring(part("styles", styles_xml(book(css))))
    return {at(style, "name"): style for style in root.iter(W + "style")}


@pytest.mark.parametrize("number", range(len(CASES)), ids=[f"{case[1]} as {case[2]}" for case in CASES])
def test_a_property_is_said_in_the_style(matrix, number):
    kind, _, path, value = CASES[number]
    style = matrix[f"Case {number}"]
    step = "/".join(f"{W}{name}" for name in path.split("/"))
    assert style.find(f"{W}{kind}/{step}") is not None
    assert all_at(style, f"{kind}/{path}").items() >= value.items()


def test_fonts_are_named_as_word_has_them():
    fonts = all_at(trial('font-family: Carlito, "Noto Naskh Arabic", "Noto Sans CJK SC"'), "rPr/rFonts")
    assert fonts == {"ascii": "Calibri", "hAnsi": "Calibri", "cs": "Noto Naskh Arabic", "eastAsia": "Noto Sans CJK SC"}


def test_the_font_of_html_is_the_default_of_the_document():
    root = etree.fromstring(part("styles", styles_xml(book(""))))
    fonts = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert all_at(fonts, "rFonts")["ascii"] == "Times New Roman"
    assert all_at(fonts, "sz") == {"val": "24"}
    assert all_at(fonts, "lang") == {"val": "en-GB", "eastAsia": "zh-CN", "bidi": "ar-SA"}


def test_no_style_of_word_shows_unless_it_is_ours():
    root = etree.fromstring(part("styles", styles_xml(book(""))))
    latent = root.find(W + "latentStyles")
    assert (latent.get(W + "defSemiHidden"), latent.get(W + "defQFormat")) == ("1", "0")


def test_a_style_says_only_what_its_base_does_not():
    css = '.trial { --docx-style: "Trial"; font-weight: bold }'
    style = definition("p { margin: 0 0 9pt } " + css)
    assert at(style, "basedOn") == "BodyText"
    assert style.find(W + "pPr") is None
    assert [child.tag for child in style.find(W + "rPr")] == [W + "b", W + "bCs"]


def test_names_of_word_are_its_own_and_others_are_marked_as_ours():
    css = 'h1 { --docx-style: "heading 1" } .trial { --docx-style: "Talking Point" }'
    assert definition(css, "heading 1").get(W + "customStyle") is None
    ours = definition(css, "Talking Point")
    assert (ours.get(W + "customStyle"), ours.get(W + "styleId")) == ("1", "TalkingPoint")


def test_next_priority_and_gallery():
    style = trial("--docx-next: 'Body Text'; --docx-priority: 5; --docx-quick: none")
    assert (at(style, "next"), at(style, "uiPriority")) == ("BodyText", "5")
    assert style.find(W + "qFormat") is None


def test_a_character_style_says_what_its_word_adds():
    style = definition('.cue { --docx-style: "Cue"; --docx-type: character; color: #444; font-size: 10pt }', "Cue")
    assert style.get(W + "type") == "character"
    assert (at(style, "rPr/color"), at(style, "rPr/sz")) == ("444444", "20")


def test_raised_and_lowered_text_are_styles():
    assert at(definition("", "Raised"), "rPr/vertAlign") == "superscript"
    assert at(definition("", "Lowered"), "rPr/vertAlign") == "subscript"


def test_a_box_around_belongs_to_the_style_of_what_is_in_it():
    css = '.box { border-left: 3pt solid #000; padding-left: 6pt } .box .trial { --docx-style: "Trial" }'
    style = definition(css)
    assert all_at(style, "pPr/pBdr/left")["sz"] == "24"
    assert at(style, "pPr/ind", "left") == "180"


def test_a_table_style_has_its_zones():
    css = (
        'table { --docx-style: "Trial"; border-collapse: collapse; border-top: 1pt solid #000 } '
        "td, th { padding: 3pt 6pt; "
        "border-bottom: 0.5pt solid #999 } thead th { background: #eee } "
        "tr:nth-child(even) :is(td, th) { background: #f7f7f7 }"
    )
    style = definition(css)
    assert all_at(style, "tblPr/tblBorders/top")["sz"] == "8"
    assert all_at(style, "tblPr/tblBorders/insideH")["sz"] == "4"
    assert all_at(style, "tblPr/tblCellMar/left") == {"w": "120", "type": "dxa"}
    zones = {zone.get(W + "type"): at(zone, "tcPr/shd", "fill") for zone in style.iter(W + "tblStylePr")}
    assert zones == {"firstRow": "EEEEEE", "band2Horz": "F7F7F7"}


def test_arabic_compiles_styles_of_its_own():
    root = etree.fromstring(part("styles", styles_xml(book("", "ar", "rtl"))))
    normal = next(style for style in root.iter(W + "style") if at(style, "name") == "Normal")
    assert normal.find(f"{W}pPr/{W}bidi") is not None
    assert root.find(f".//{W}style//{W}rtl") is None  # not allowed in a style


def test_a_theme_wins_over_the_defaults_of_word():
    styles = book('h3 { --docx-style: "heading 2" }').styles
    assert "heading 3" not in styles
    assert book("").findings == ()


def test_a_style_no_element_can_be_given_is_said_where_it_stands():
    found = book('\n.trial:has(b) { color: red; --docx-style: "Trial" }').findings
    assert [(finding.code.number, finding.span.line, finding.span.column) for finding in found] == [("CQ521", 2, 29)]


def test_the_first_rule_that_can_be_followed_makes_the_style():
    assert "trial" in book('.x:has(b), .trial { --docx-style: "Trial" }').styles


def test_neighbours_and_first_children_do_not_colour_a_style():
    css = '.trial { --docx-style: "Trial" } .trial:first-child, .trial:last-child, p + .trial { margin: 50pt 0 }'
    assert definition(css).find(W + "pPr") is None


def test_the_stylebook_of_a_theme_is_compiled_once():
    assert book("") is book("")
