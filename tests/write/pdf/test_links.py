import io

import pikepdf
import pytest

from communique.write.layout import lay_out
from communique.write.pdf.structure_checks import structure_findings
from communique.write.pdf.writer import write_pdf
from sheet_making import PLAIN, make_sheet


def contents(body, css=""):
    """The words of every link annotation, in their order."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    sheet = make_sheet(f'<h1 id="top">Title</h1>{body}', PLAIN + css, pictures={"a.svg": svg})
    data, found = write_pdf(sheet, lay_out(sheet))
    assert (found, structure_findings(data)) == ((), ())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [str(link.Contents) for page in pdf.pages for link in page.obj.get("/Annots", [])]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('<p><a href="#top">to the <em>top</em> of <strong>all</strong></a></p>', ["to the top of all"]),
        ('<p><a href="#top" title="Back">x</a></p>', ["Back"]),
        ('<p><a href="#top" aria-label="Back">x</a></p>', ["Back"]),
        ('<p><a href="#top"><img src="pictures/a.svg" alt="A map"></a></p>', ["A map"]),
        ('<a href="#top" style="display: block"><p>a <em>block</em></p></a>', ["a block"]),
        ('<p><a href="#top"></a></p>', []),
        ("<p>no link</p>", []),
    ],
)
def test_a_link_is_one_annotation_with_its_words(body, words):
    assert contents(body) == words


def test_a_number_that_a_theme_writes_into_a_link_is_part_of_it():
    assert contents('<p><a href="#top">top</a></p>', "a::after { content: ' (1)' }") == ["top"]


def test_a_link_over_two_lines_is_one_that_can_be_followed_on_both(tags):
    words = "many <em>words</em> " * 8
    body = f'<p>See <a href="https://example.org/">{words}</a> and <a href="https://example.org/b">more</a>.</p>'
    lines = tags(body)
    assert lines == ["  P", "    Link", "    Link"]
    assert len(contents(body)) == 3
