"""WeasyPrint's promise: its line layout pushes notes in one known place, which can be switched off."""

import inspect
from contextlib import suppress

import pytest
from weasyprint import HTML
from weasyprint.layout import block

from communique.write.weasyprint_private import notes
from communique.write.weasyprint_private.notes import PUSHES_NOTES, notes_with_their_calls

PAGES = """<!doctype html><html lang="en"><title>Notes</title><style>
@page {{ size: 300px 200px; margin: 0 }} html {{ font: 10px/20px "Liberation Serif"; orphans: 2; widows: 2 }}
body, p {{ margin: 0 }} .fn {{ float: footnote; footnote-policy: line }}</style><body>
<p>call<span class="fn">note</span></p>{}<p>one<br>two<br>three<br>four</p>"""


def places(lines):
    """The pages of the call and of its note."""
    pages = HTML(string=PAGES.format("<p>line</p>" * lines)).render().pages
    texts = ["".join(getattr(box, "text", "") for box in page._page_box.descendants()) for page in pages]
    return [next(number for number, text in enumerate(texts) if word in text) for word in ("call", "note")]


def wrong():
    return [lines for lines in range(10) if len(set(places(lines))) > 1]


def test_the_condition_still_stands_where_we_know_it():
    source = inspect.getsource(block._linebox_layout)
    assert source.count(PUSHES_NOTES) == 1, "see whether WeasyPrint still moves notes off the page of their call"


def test_stock_weasyprint_still_needs_the_cure():
    assert wrong(), "WeasyPrint keeps notes with their calls by itself now: take the cure away"


def test_with_the_cure_every_note_stands_below_its_call():
    with notes_with_their_calls():
        assert wrong() == []


def test_the_stock_function_is_back_afterwards_even_after_a_failure():
    stock = block._linebox_layout
    with suppress(ZeroDivisionError), notes_with_their_calls():
        assert block._linebox_layout is not stock
        raise ZeroDivisionError
    assert block._linebox_layout is stock


def test_another_weasyprint_is_our_own_fault_and_said_clearly(monkeypatch):
    notes._cured.cache_clear()
    monkeypatch.setattr(notes, "PUSHES_NOTES", "report = something else")
    with pytest.raises(RuntimeError, match="_linebox_layout changed"), notes_with_their_calls():
        pass
