import pytest

from communique.write.layout import lay_out
from communique.write.pdf.writer import write_pdf
from sheet_making import PLAIN, make_sheet

THEME = "templates/themes/trial/theme.css"


def found(body="<p>words</p>", css="", template="", **more):
    sheet = make_sheet(body, PLAIN + "\n" + css, template=template, **more)
    return [(d.code.number, str(d.span or ""), d.message) for d in lay_out(sheet).diagnostics]


@pytest.mark.parametrize(
    ("css", "column"),
    [
        ('p { background: url("http://example.org/a.png") }', 22),
        ("p { background: url(//example.org/a.png) }", 21),
        ("p { background: url(file:///etc/a.png) }", 21),
        ('p::before { content: url("../a.png") }', 27),
        ('@font-face { font-family: X; src: url("https://example.org/x.woff2") } p { font-family: X, Carlito }', 40),
        ('ul { list-style-image: url("data:text/css,p{}") }', 29),
        ('@page { background: url("http://example.org/b.png") }', 26),
    ],
)
def test_an_address_in_a_stylesheet_is_refused_at_its_place(css, column):
    refused = [finding for finding in found("<p>words</p><ul><li>one</li></ul>", css) if finding[0] == "CQ501"]
    assert [place for _, place, _ in refused] == [f"{THEME}:2:{column}"]


def test_an_import_is_refused_even_of_a_file_of_the_theme():
    sheet = make_sheet("<p>words</p>", '@import "more.css"; ' + PLAIN, assets={"more.css": b"p { color: red }"})
    findings = lay_out(sheet).diagnostics
    assert [(d.code.number, str(d.span)) for d in findings] == [("CQ501", f"{THEME}:1:10")]


def test_an_address_that_a_template_wrote_is_refused_where_it_wrote_it():
    template = '<p>\n<img src="http://example.org/a.png" alt="A">'
    refused = found('<p><img src="http://example.org/a.png" alt="A"></p>', template=template)
    assert [finding[:2] for finding in refused] == [("CQ501", "templates/statement.html:2:11")]


def test_an_address_that_came_from_elsewhere_is_refused_with_its_element():
    message = (
        '"pictures/none.png" is not fetched, asked for by <img alt="A" src="pictures/none.png">: '
        "only files of the theme and pictures of the text are fetched"
    )
    assert found('<p><img src="pictures/none.png" alt="A"></p>') == [("CQ501", "", message)]


def test_what_a_drawing_fetches_is_refused_when_it_is_drawn():
    image = b'<image href="http://example.org/a.png" width="9" height="9"/>'
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">' + image + b"</svg>"
    sheet = make_sheet('<p><img src="pictures/a.svg" alt="A"></p>', pictures={"a.svg": drawing})
    layout = lay_out(sheet)
    assert layout.diagnostics == ()
    assert [finding.code.number for finding in write_pdf(sheet, layout)[1]] == ["CQ501"]


@pytest.mark.parametrize(
    "element",
    [
        '<link rel="attachment" href="pictures/a.png">',
        '<link rel="stylesheet" href="more.css">',
        '<object data="pictures/a.png"></object>',
        '<embed src="pictures/a.png">',
        '<iframe src="pictures/a.png"></iframe>',
        '<base href="http://example.org/">',
        '<a rel="attachment" href="pictures/a.png">a</a>',
    ],
)
def test_elements_that_fetch_or_attach_are_refused(element):
    codes = [code for code, _, _ in found(element, pictures={"a.png": b"x"})]
    assert "CQ502" in codes


def test_a_refused_attachment_does_not_travel_either():
    sheet = make_sheet('<link rel="attachment" href="pictures/a.png">', pictures={"a.png": b"x"})
    assert lay_out(sheet).document.metadata.attachments == []


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org/", True),
        ("mailto:desk@example.org", True),
        ("#end", True),
        ("file:///home/me/brief.md", False),
        ("javascript:alert(1)", False),
        ("brief.md", False),
        ("//example.org", False),
        (" file:x", False),
    ],
)
def test_links_to_files_and_scripts_are_refused(address, safe):
    codes = [code for code, _, _ in found(f'<p id="end"><a href="{address}">words</a></p>')]
    assert ("CQ512" not in codes) is safe
