"""WeasyPrint's promise: each box knows its computed colours, so that what is printed on what can be told."""

import pytest
from weasyprint import HTML

from communique.write.weasyprint_private.colours import PAPER, inked

RED, WHITE, BLACK = (1.0, 0.0, 0.0), (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)


def seen(body, css=""):
    """The colours of each stretch of text."""
    page = f'<!doctype html><html lang="en"><style>html {{ font: 10px "Liberation Serif" }} {css}</style><body>{body}'
    return {found.text.strip(): (found.ink, found.ground) for found in inked(HTML(string=page).render())}


def test_text_is_black_on_paper_unless_told_otherwise():
    assert seen("<p>plain</p>") == {"plain": (BLACK, PAPER)}


@pytest.mark.parametrize("place", ["", "; position: absolute", "; float: right", "; display: inline-block"])
def test_the_nearest_background_that_is_not_see_through_counts(place):
    body = f'<div style="background: black{place}"><p style="color: white">on black</p><p>beside</p></div>'
    assert seen(body)["on black"] == (WHITE, BLACK)


def test_what_shines_through_is_mixed():
    ink, ground = seen('<p style="color: rgb(0 0 0 / 50%); background: rgb(255 0 0 / 50%)">half</p>')["half"]
    assert ground == pytest.approx((1.0, 0.5, 0.5))
    assert ink == pytest.approx((0.5, 0.25, 0.25))


def test_the_colour_of_the_text_itself_may_be_its_ground():
    assert seen('<p style="color: red; background: currentcolor">red</p>')["red"] == (RED, RED)


def test_what_lies_on_a_picture_or_is_not_read_is_left_out():
    picture = "background: linear-gradient(red, blue)"
    body = (
        f'<p style="{picture}">on a picture</p><p aria-hidden="true">unread</p><p style="visibility: hidden">gone</p>'
    )
    assert seen(body + "<p>read</p>") == {"read": (BLACK, PAPER)}
