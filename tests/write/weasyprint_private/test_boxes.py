"""WeasyPrint's promise: boxes know their element, their columns and the fonts of their text."""

import pytest
from weasyprint import HTML

from communique.write.weasyprint_private.boxes import CounterStyle, column_widths, picture_sizes, texts_with

STYLE = 'html { font: 10px/20px "Liberation Serif" } table { table-layout: fixed; border-spacing: 0 } td { padding: 0 }'
TABLE = '<table style="width: 100px"><tr><td style="width: 30px">a</td><td>b</td></tr></table>'


def laid_out(body):
    html = HTML(string=f'<!doctype html><html lang="en"><style>{STYLE}</style><body>{body}')
    return html.render(), html.etree_element


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_columns_are_measured_in_reading_order(direction):
    assert column_widths(*laid_out(f'<div style="direction: {direction}">{TABLE}</div>')) == ((30.0, 70.0),)


def test_every_table_has_its_place_also_one_that_is_not_shown():
    hidden = '<table style="display: none"><tr><td>x</td></tr></table>'
    placed = f'<div style="position: absolute">{TABLE}</div>'
    assert [len(widths) for widths in column_widths(*laid_out(hidden + TABLE + placed))] == [0, 2, 2]


def test_of_a_table_over_pages_the_first_counts():
    rows = "<tr><td>a</td><td>b</td></tr>" * 100
    assert len(column_widths(*laid_out(f"<table>{rows}</table>"))) == 1


def test_the_text_with_a_character_comes_with_its_fonts():
    document, _ = laid_out("<p>one</p><p style=\"font-family: Carlito, 'Liberation Sans'\">two</p>")
    assert list(texts_with(document, "w")) == [("two", ("Carlito", "Liberation Sans"))]
    assert list(texts_with(document, "x")) == []


def test_counter_styles_can_be_shared():
    assert isinstance(CounterStyle(), dict)


def test_a_picture_knows_its_size_in_a_margin_too():
    drawing = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 2'/%3E"
    css = ".h { position: running(h) } @page { @top-left { content: element(h) } } .no { display: none }"
    pictures = "".join(f'<p class="{kind}"><img src="{drawing}" style="width: 60px"></p>' for kind in ("h", "no", "x"))
    assert picture_sizes(*laid_out(f"<style>{css}</style>{pictures}")) == ((60.0, 30.0), (0.0, 0.0), (60.0, 30.0))
