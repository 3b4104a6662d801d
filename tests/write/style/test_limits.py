"""What CSS can say and Word cannot is said at its line."""

import pytest

from communique.diagnostics.span import Source
from communique.model.page_facts import PageFacts
from communique.write.docx.writer import write_docx
from sheet_making import make_sheet


def findings(css, body="<div class='row'><p>a</p><p>b</p></div>"):
    sources = (Source("base.css", "@layer base { .row { display: flex } p { margin: 0 } }"), Source("theme.css", css))
    return write_docx(make_sheet(body, sources), PageFacts(1))[1]


@pytest.mark.parametrize(
    ("declaration", "said"),
    [
        ("display: flex", "Word has no display: flex; the children stand one below the other"),
        ("display: grid", "Word has no display: grid; the children stand one below the other"),
        ("display: block; float: left", "Word has no float: left; the element stays in the flow of the text"),
        (
            "display: block; position: absolute",
            "Word has no position: absolute; the element stays in the flow of the text",
        ),
        ("display: block; column-count: 2", "Word has no columns; the text stands in one column"),
        ("display: block; opacity: 0.5", "Word has no opacity: 0.5; the element is opaque"),
        ("display: block; transform: rotate(3deg)", "Word has no transform; the element stays as it is"),
        ("display: block; border-radius: 3pt", "Word has no rounded corners; the corners are square"),
        ("display: block; outline: 1pt solid", "Word has no outline; it is left out"),
        ("display: block; height: 40mm", "Word has no height of a block; the block is as high as its text"),
        ("display: block; margin-top: -5pt", "Word has no negative margin; it counts as 0"),
    ],
)
def test_a_declaration_that_word_cannot_follow_is_found_at_its_line(declaration, said):
    (found,) = findings(f"p {{ margin: 0 }}\n.row {{ {declaration} }}")
    assert found.code.number == "CQ523"
    assert found.message == f"div.row: {said}"
    assert (found.span.path, found.span.line) == ("theme.css", 2)


def test_a_rule_for_word_silences_it():
    assert findings("@media docx { .row { display: block } }") == ()


def test_a_declaration_of_a_layer_is_named_when_no_other_wins():
    (found,) = findings("")
    assert str(found.span) == "base.css:1:22"


@pytest.mark.parametrize("box", ["top-left-corner", "right-middle", "left-top"])
def test_a_margin_box_that_word_has_not_is_found_at_its_line(box):
    css = f".row {{ display: block }}\n@page {{ @top-left {{ content: 'a' }}\n @{box} {{ content: 'b' }} }}"
    (found,) = findings(css)
    assert found.message == f"@{box}: Word has no such place in the margin; what stands there is left out"
    assert (found.code.number, found.span.line) == ("CQ523", 3)


def test_each_is_said_once():
    assert len(findings("", "<div class='row'><p>a</p></div>" * 3)) == 1
