"""Sheet to Layout: the pages, from which the PDF is painted and which Word learns its page numbers from."""

from dataclasses import dataclass, field
from traceback import walk_tb
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

from communique.diagnostics.codes.bounds import BOTTOMLESS_PAGE, STUMBLED
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused
from communique.model.page_facts import PageFacts
from communique.model.sheet import Sheet
from communique.write import typesetter

Document: TypeAlias = Any
"""A `weasyprint.Document`; named so, because WeasyPrint is loaded by the first layout only."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The laid-out pages of one sheet; `diagnostics` is what was found wrong while laying out.

    `root` is the HTML tree that the boxes on the pages, and so the tags of the PDF, refer to.
    A layout lives in one process: only `facts` can be pickled.
    """

    document: Document = field(repr=False)
    root: Element = field(repr=False)
    facts: PageFacts
    diagnostics: tuple[Diagnostic, ...] = ()


def lay_out(sheet: Sheet) -> Layout:
    """The pages of a sheet; Refused when they have no bottom, or what sets them is not installed."""
    typesetter.load()
    from communique.write.pages import set_pages  # noqa: PLC0415  needs WeasyPrint loaded

    try:
        return Layout(*set_pages(sheet))
    except RecursionError:
        place = sheet.kind.template.span(0, 0)
        message = "the elements of this page are nested too deep to be laid out"
        raise Refused(BOTTOMLESS_PAGE.at(place, message, "close each element where it ends")) from None
    except Exception as fault:
        if not _is_of_the_typesetter(fault):
            raise
        place = sheet.kind.template.span(0, 0)
        message = f"the pages could not be set: {type(fault).__name__}: {fault}"
        raise Refused(STUMBLED.at(place, message, "take back the last change of the theme or the template")) from fault


def _is_of_the_typesetter(fault: BaseException) -> bool:
    """True for a fault that was raised inside WeasyPrint: what it was given came from a theme or a template."""
    *_, (frame, _) = walk_tb(fault.__traceback__)
    module: str = frame.f_globals.get("__name__", "")
    return module.startswith("weasyprint.")
