"""Streams whose length no reader can mistake.

pydyf ends the data of a stream with a line feed. Where compressed data happen to end with a carriage
return, the two look like one end of line, and a reader that counts backwards from `endstream` finds
the stream a byte shorter than it says (ISO 19005-3, 6.1.7.1). One stream in 256 does. Those streams
then end with both characters; the ones pydyf makes while it writes too, which no finisher sees.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf  # type: ignore[import-untyped]

END = b"\nendstream"
"""How pydyf ends each stream."""

_stock: Any = pydyf.Stream.data


@contextmanager
def unmistakable_streams() -> Iterator[None]:
    """While this lasts, no stream is written whose last byte could belong to the end of line after it."""
    pydyf.Stream.data = property(_data)
    try:
        yield
    finally:
        pydyf.Stream.data = _stock


def _data(stream: pydyf.Stream) -> bytes:
    written: bytes = _stock.fget(stream)
    if written.endswith(b"\r" + END):
        return written.removesuffix(END) + b"\r" + END
    return written
