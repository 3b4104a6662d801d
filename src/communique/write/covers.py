"""Covers: the first page of a pack as a document of its own, laid out for one addressee after the other.

A cover is not one page of a document of all covers: that would be laid out a little sooner, but its fonts would hold
the letters of every name on the list, and no copy could be made again by itself with the same bytes.
"""

from dataclasses import replace
from typing import Any, TypeAlias

from lxml import html

from communique.model.sheet import Sheet
from communique.write import typesetter
from communique.write.layout import Layout

COVERS = frozenset({"cover", "covering"})
"""The classes of what stands alone on the first page of a pack, and of what is all there is of a paper."""

Style: TypeAlias = Any
"""A style that was read by WeasyPrint, which is loaded by the first layout only."""


def cover_of(sheet: Sheet) -> Sheet | None:
    """The sheet with nothing behind its cover; None when it has none."""
    root = html.document_fromstring(sheet.html)
    cover = next(
        (element for element in root.iter() if COVERS.intersection((element.get("class") or "").split())), None
    )
    if cover is None:
        return None
    at = cover
    while at.tag != "body":
        for later in list(at.itersiblings()):
            later.getparent().remove(later)
        at.tail = None
        at = at.getparent()
    return replace(sheet, html=html.tostring(root, encoding="unicode", doctype="<!doctype html>"))


def style_of(cover: Sheet) -> Style:
    """The style of a cover, read once for all that are laid out in it."""
    typesetter.load()
    from communique.write.pages import read_style  # noqa: PLC0415  needs WeasyPrint loaded

    return read_style(cover)


def lay_out_cover(cover: Sheet, style: Style) -> Layout:
    """The pages of a cover: one, unless it runs over."""
    from communique.write.pages import set_cover  # noqa: PLC0415  needs WeasyPrint loaded

    return Layout(*set_cover(cover, style))
