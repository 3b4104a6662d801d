"""The address of a place inside a value: it still leads there when only lines and columns have moved.

Spans are no part of what a value equals (a line inserted above shifts them all), so what is
remembered of a value names the node, such as "speech.3.line.0", and looks its line up anew.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from communique.diagnostics.span import Span


def address_of(span: Span, value: object) -> str | None:
    """The way to the first node of a value that stands at that place; None when none does."""
    return next((way for way, found in _spans(value, "") if found == span), None)


def span_at(address: str, value: object) -> Span | None:
    """The place of the node at an address in a value that equals the one it was taken from."""
    for step in address.split("."):
        try:
            value = value[int(step)] if isinstance(value, tuple) else getattr(value, step)
        except (AttributeError, IndexError, ValueError):
            return None
    return value if isinstance(value, Span) else None


def _spans(value: object, way: str) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield way, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _spans(each, f"{way}.{number}" if way else str(number))
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _spans(getattr(value, each.name), f"{way}.{each.name}" if way else each.name)
