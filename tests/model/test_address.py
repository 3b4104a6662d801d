"""An address still leads to its node when only lines and columns have moved."""

from dataclasses import replace

from communique.diagnostics.span import Span
from communique.model.address import address_of, span_at
from communique.model.block import Paragraph
from communique.model.inline import Text


def at(line):
    return Span("content/a.md", line, 1, line, 9)


def paragraph(line):
    return Paragraph((Text("We thank", at(line)), Text("you", at(line + 1))), span=at(line))


TEXT = (paragraph(3), paragraph(9))


def test_the_first_node_that_stands_there_is_named_and_found_again_further_down():
    moved = (paragraph(13), paragraph(19))
    for line in (3, 4, 9, 10):
        address = address_of(at(line), TEXT)
        assert span_at(address, TEXT) == at(line)
        assert span_at(address, moved) == at(line + 10)


def test_a_place_that_no_node_has_has_no_address():
    assert address_of(at(77), TEXT) is None


def test_an_address_that_leads_nowhere_is_no_place():
    address = address_of(at(10), TEXT)
    assert span_at(address, TEXT[:1]) is None
    assert span_at("speech.0", TEXT) is None
    assert span_at("0.span", (replace(TEXT[0], span=None),)) is None
