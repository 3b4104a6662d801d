"""Notes that stay on the page of their call.

WeasyPrint 70 pushes all notes of a page to the next one when a later paragraph has exactly
`orphans - 1` lines left on the page, and does not bring them back when that did not help. The loop
that does so stands in a private function; here it is switched off, for the time of one layout.
Together with `footnote-policy: line` every note then stands below its call.
"""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from weasyprint.layout import block

PUSHES_NOTES = "report = not context.in_column and can_break_now and not could_break_before"
"""The condition as WeasyPrint 70 writes it: when true, the notes of the page are pushed on."""


@contextmanager
def notes_with_their_calls() -> Iterator[None]:
    """While this lasts, no note that fitted is moved to the next page."""
    stock = block._linebox_layout  # noqa: SLF001
    block._linebox_layout = _cured()  # noqa: SLF001
    try:
        yield
    finally:
        block._linebox_layout = stock  # noqa: SLF001


@cache
def _cured() -> Callable[..., Any]:
    """WeasyPrint's own function, with that one condition never true."""
    source = inspect.getsource(block._linebox_layout)  # noqa: SLF001
    if source.count(PUSHES_NOTES) != 1:
        raise RuntimeError("WeasyPrint's _linebox_layout changed: see whether it still moves notes off their page")
    names: dict[str, Any] = {}
    code = compile(source.replace(PUSHES_NOTES, "report = False"), block.__file__, "exec")
    exec(code, block.__dict__, names)  # noqa: S102  the text is WeasyPrint's own, changed in one known place
    cured: Callable[..., Any] = names["_linebox_layout"]
    return cured
