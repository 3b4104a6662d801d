"""WeasyPrint's promise: the margin boxes of a page hold the text that they print, and the content it came from."""

import pytest

from communique.write.layout import lay_out
from communique.write.weasyprint_private.numbers import printed_numbers
from sheet_making import PLAIN, make_sheet

TWO = '<p>one</p><p style="break-before: page">two</p>'


@pytest.mark.parametrize(
    ("content", "printed"),
    [
        ("counter(page)", ("1", "decimal")),
        ("counter(page, lower-roman)", ("i", "lower-roman")),
        ("'Page ' counter(page) ' (of) ' counter(pages)", ("1", "decimal")),
        ("counter(pages) ' / ' counter(page)", ("1", "decimal")),
        ("counter(pages)", None),
        ("'1'", None),
        ("none", None),
    ],
)
def test_the_number_is_read_out_of_what_the_margin_prints(content, printed):
    css = PLAIN + f"@page {{ @bottom-right {{ content: {content} }} }}"
    assert printed_numbers(lay_out(make_sheet(TWO, css)).document)[0] == printed


def test_each_page_has_its_own():
    css = PLAIN + "@page { counter-increment: page 2; @top-center { content: counter(page) } }"
    numbers = printed_numbers(lay_out(make_sheet(TWO, css)).document)
    assert [number[0] for number in numbers] == ["2", "4"]
