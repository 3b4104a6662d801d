"""What the page in the browser is told, as JSON can hold it. No word of a withheld part is in it."""

from collections.abc import Mapping
from typing import Any

from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.show.text import in_order, pointed
from communique.diagnostics.span import Source, Span
from communique.diagnostics.stored import stored
from communique.model.audience import AUDIENCES
from communique.model.fact import Fact
from communique.preview.gaps import Gap
from communique.preview.places import Place
from communique.preview.view import Meter, Pages, State, Table, View
from communique.preview.words import Box, Words

Plain = dict[str, Any]


def told_table(table: Table) -> Plain:
    """The interventions and kinds there are."""
    return {
        "folders": list(table.folders),
        "kinds": [{"name": one.name, "title": one.title, "audience": str(one.audience)} for one in table.kinds],
        "audiences": list(AUDIENCES),
    }


def told_state(state: State, sources: Mapping[str, Source]) -> Plain:
    """All that is told of a view; `sources` for the lines under the findings."""
    return {
        "view": told_view(state.view),
        "title": state.title,
        "languages": list(state.languages),
        "held": state.is_held,
        "findings": [told_finding(finding, sources) for finding in in_order(state.findings)],
        "pages": told_pages(state.pages) if state.pages else None,
        "meter": told_meter(state.meter) if state.meter else None,
        "facts": [told_fact(fact) for fact in state.facts],
    }


def told_view(view: View) -> Plain:
    """The names of what is looked at."""
    return {"folder": view.folder, "kind": view.kind, "language": view.language, "audience": str(view.audience)}


def told_finding(finding: Diagnostic, sources: Mapping[str, Source]) -> Plain:
    """A finding with its source line, the caret below it, and what it means."""
    return {
        **stored(finding),
        "excerpt": "\n".join(pointed(finding.span, sources)),
        "what": finding.code.what,
        "why": finding.code.why,
    }


def told_pages(pages: Pages) -> Plain:
    """The pages without their words, which are asked for page by page."""
    return {
        "digest": pages.digest,
        "name": pages.name,
        "sizes": [[round(width, 2), round(height, 2)] for width, height in pages.sizes],
        "formats": [form.value for form in pages.formats],
        "places": [told_place(place, pages) for place in pages.places],
        "gaps": [told_gap(gap, pages) for gap in pages.gaps],
    }


def told_words(words: Words, page: int, size: tuple[float, float]) -> list[list[Any]]:
    """The words of a page in pieces of a line, each with its box."""
    return [[text, *told_box(box, size)] for text, box in words.runs(page)]


def told_place(place: Place, pages: Pages) -> Plain:
    """A text on a page. `words`: its letters there, by which it is known again in the next version."""
    return {
        "page": place.page,
        "box": told_box(place.box, pages.sizes[place.page]),
        "place": told_span(place.span),
        "words": pages.words.folded[place.start : place.end],
    }


def told_gap(gap: Gap, pages: Pages) -> Plain:
    """Where something is withheld: what it is and where it was written."""
    held = [{"what": one.what, "place": told_span(one.span)} for one in gap.held]
    return {"page": gap.page, "box": told_box(gap.box, pages.sizes[gap.page]), "held": held}


def told_box(box: Box, size: tuple[float, float]) -> list[float]:
    """Left, top, width and height in hundredths of the page."""
    width, height = size
    parts = (box.left / width, box.top / height, (box.right - box.left) / width, (box.bottom - box.top) / height)
    return [round(part * 100, 3) for part in parts]


def told_span(span: Span) -> Plain:
    """A place in the sources."""
    return {"path": span.path, "line": span.line, "column": span.column}


def told_meter(meter: Meter) -> Plain:
    """The length of the speech."""
    return {
        "words": meter.words,
        "minutes": round(meter.minutes, 2),
        "pace": meter.words_per_minute,
        "slot": meter.slot,
        "venue": meter.venue,
    }


def told_fact(fact: Fact) -> Plain:
    """A fact as far as the audience of the view may see it."""
    return {
        "name": fact.name,
        "value": fact.value,
        "label": fact.label,
        "source": fact.source,
        "as_of": fact.as_of.isoformat() if fact.as_of else None,
        "place": told_span(fact.span) if fact.span else None,
    }
