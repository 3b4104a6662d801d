"""pydyf's promise: a stream writes its own data, so that the end of each can be made unmistakable."""

import pydyf
import pytest

from communique.write.weasyprint_private.streams import END, unmistakable_streams

TRICKY = bytes((134, 134))
"""Bytes whose sum makes the last byte of their checksum, and so of the stream, a carriage return (RFC 1950)."""


def test_pydyf_still_ends_its_streams_as_it_did():
    assert pydyf.Stream([b"words"]).data.endswith(b"words" + END)


def test_a_stream_that_ends_with_a_carriage_return_gets_a_whole_end_of_line():
    before = pydyf.Stream([TRICKY], compress=True).data
    assert before.endswith(b"\r" + END)
    with unmistakable_streams():
        during = pydyf.Stream([TRICKY], compress=True).data
    assert during == before.removesuffix(END) + b"\r" + END
    assert pydyf.Stream([TRICKY], compress=True).data == before


@pytest.mark.parametrize("words", [b"words", b"", b"words\n"])
def test_other_streams_are_left_alone(words):
    before = pydyf.Stream([words], compress=True).data
    with unmistakable_streams():
        assert pydyf.Stream([words], compress=True).data == before
