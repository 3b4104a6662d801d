"""Direct formatting of the shipped kinds, measured: runs say their language, paragraphs what an edge demands.

`pytest -s` prints the table.
"""

from collections import Counter

import pytest

import editions
from communique.render.sheet import render
from communique.write.docx.writer import write_docx
from communique.write.layout import lay_out
from write.docx.opened import Opened, W, at

RUN = {"rStyle", "lang", "rtl"}
EDGE = {"keepNext", "keepLines", "pageBreakBefore"}
"""What a block that is kept whole, or begins a page, asks of the paragraphs in it: Word has no such blocks."""

FLOW = {"pStyle", "sectPr", "numPr"}
MARGIN = {"tabs", "jc"}
"""Where two boxes of a margin share a line, or stand on pages of another width."""

SEPARATORS = ("-1", "0")


def measured(data):
    """How often each property is set on a run, and on a paragraph of the body or of a margin; spacing by side."""
    opened, found = Opened(data), Counter()
    for name, root in opened.parts("document", "header", "footer", "footnotes").items():
        place = "margin" if name.startswith(("header", "footer")) else "text"
        for paragraph in root.iter(W + "p"):
            if at(paragraph, "pPr/spacing", "lineRule") == "exact" and not paragraph.findall(W + "r"):
                continue  # the lowest paragraph that Word demands behind a table
            if (paragraph.getparent().get(W + "id") or "") in SEPARATORS:
                continue
            for own in paragraph.findall(f"{W}pPr/*"):
                kind = own.tag.removeprefix(W)
                sides = [key.removeprefix(W) for key in own.attrib] if kind == "spacing" else [kind]
                found.update((place, side) for side in sides)
            found.update(("run", own.tag.removeprefix(W)) for own in paragraph.iterfind(f".//{W}r/{W}rPr/*"))
    return found


@pytest.fixture(scope="module")
def table():
    rows = {}
    for title, edition in (("bare", editions.UNTITLED), ("full", editions.FULL)):
        for kind in editions.KINDS:
            sheet = render(edition, kind, editions.ENGLISH, editions.PLAIN, editions.SIZES, editions.TEMPLATES)
            rows[kind.name, title] = measured(write_docx(sheet, lay_out(sheet).facts)[0])
    for (kind, title), found in rows.items():
        told = ", ".join(f"{count} {place} {name}" for (place, name), count in sorted(found.items()))
        print(f"{kind}, {title}: {told}")  # noqa: T201  the measure is there to be read
    return rows


def said(table, place):
    return {name for found in table.values() for where, name in found if where == place}


def test_runs_have_their_language_and_direction_alone(table):
    assert said(table, "run") <= RUN


def test_paragraphs_have_restarts_and_what_an_edge_demands(table):
    assert said(table, "text") <= FLOW | EDGE | {"before", "after"}


def test_the_lines_of_a_margin_have_their_place(table):
    assert said(table, "margin") <= FLOW | MARGIN | {"before", "after"}
