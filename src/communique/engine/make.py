"""A job becomes its papers: render once, set the pages once, write each format, then look at all of it."""

from collections.abc import Iterable
from typing import NamedTuple

from communique.diagnostics.diagnostic import Diagnostic
from communique.engine.job import Job, Made, Stock
from communique.guard.verdict import guard
from communique.model.artefact import Artefact
from communique.model.block import lines_of
from communique.model.carried import carried
from communique.model.edition import Edition
from communique.model.inline import plain
from communique.model.kind import Format, Kind
from communique.model.pace import words_in
from communique.model.page_facts import PageFacts
from communique.model.sheet import Sheet
from communique.render.included import included
from communique.render.sheet import render
from communique.write.layout import lay_out
from communique.write.writers import WRITERS


def make(job: Job, stock: Stock) -> Made:
    """One kind in one language, in all its formats, looked at before anyone else may; Refused for a bad template."""
    sheet = sheet_of(job, stock)
    if job.artefacts:
        return Made(job.artefacts, verdict=guard(job.artefacts, sheet, job.edition, job.withheld, stock.protected))
    pages = _set(sheet, job.formats)
    words = words_of(job.edition, job.kind)
    artefacts = tuple(
        Artefact(job.kind.name, job.language, form, job.kind.audience, pages.facts.pages, words, data)
        for form, (data, _) in zip(job.formats, pages.files, strict=True)
    )
    verdict = guard(artefacts, sheet, job.edition, job.withheld, stock.protected)
    return Made(artefacts, pages.findings, tuple(found for _, found in pages.files), verdict, pages.facts)


class _Pages(NamedTuple):
    """The files of a sheet, each with what was found in writing it; what was found in setting the pages."""

    files: tuple[tuple[bytes, tuple[Diagnostic, ...]], ...]
    findings: tuple[Diagnostic, ...]
    facts: PageFacts


def _set(sheet: Sheet, formats: Iterable[Format]) -> _Pages:
    """The pages set once and written in each format; what they were set in, half a megabyte a page, is then let go."""
    layout = lay_out(sheet)
    return _Pages(tuple(WRITERS[form](sheet, layout) for form in formats), layout.diagnostics, layout.facts)


def sheet_of(job: Job, stock: Stock) -> Sheet:
    """The job as one HTML tree; its template gets the files that count for its key, and no others."""
    templates = included(job.kind, stock.templates)
    return render(job.edition, job.kind, stock.labels_in(job.language), stock.theme, stock.settings, templates)


def words_of(edition: Edition, kind: Kind) -> int:
    """The words of a text that a kind carries, read out or not."""
    shown = carried(edition, kind)
    parts = (shown.objectives, shown.points, shown.speech, shown.questions, shown.backgrounds)
    return sum(words_in(plain(line)) for blocks in parts for line in lines_of(blocks))
