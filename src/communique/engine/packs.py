"""A pack made once, for all the copies of it that differ on their cover alone.

A paper for a recipient is rendered with marks in place of the recipient's fields, laid out and looked at as any other.
What comes of it is a pattern: the finished PDF, which gets another cover for each copy, and the finished Word file, in
which the marks are filled in. Where that would not give what the template prints, the pattern says so, and the copies
are laid out one by one (`copies.py`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from markupsafe import escape

from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused
from communique.engine.job import Job, Stock
from communique.engine.make import words_of
from communique.guard.copy_verdict import guard_names, page_behind
from communique.guard.strangers import names_index
from communique.guard.verdict import guard
from communique.model.about import About
from communique.model.addressee import Addressee
from communique.model.artefact import Artefact
from communique.model.kind import Format
from communique.model.page_facts import PageFacts
from communique.model.sheet import Sheet
from communique.model.stencil import another, filled, marked
from communique.model.typography import typeset
from communique.render.included import included
from communique.render.sheet import render
from communique.write.covers import cover_of, lay_out_cover, style_of
from communique.write.docx.patch import patched
from communique.write.layout import Layout, lay_out
from communique.write.pdf.splice import fingerprint, objection, splice
from communique.write.writers import WRITERS

CHANGES_FIELDS = "its template does something to a recipient's fields before it prints them"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One paper of scope recipient, made once.

    `cover` is its cover with marks, `front` that cover as a PDF and `base` the whole PDF with it, whose `fingerprint`
    every copy shares (of a single page, nothing is behind it and there is none); `word` is the Word file with marks.
    `anew` says why copies cannot be made of it and have to be laid out one by one; it is empty when they can.
    """

    job: Job = field(repr=False)
    cover: Sheet | None = None
    front: bytes = field(default=b"", repr=False)
    base: bytes = field(default=b"", repr=False)
    fingerprint: str = ""
    word: bytes = field(default=b"", repr=False)
    facts: PageFacts = PageFacts(0)
    words: int = 0
    anew: str = ""
    findings: tuple[Diagnostic, ...] = ()


def pattern_of(job: Job, stock: Stock, specimen: Addressee, names: tuple[str, ...]) -> Pattern:
    """The pattern for all addressees that have the same fields as the specimen; Refused for a bad template.

    `names` are those of all recipients: none may stand in the paper, unless its text mentions it.
    """
    sheet = sheet_for(job, stock, marked(specimen, job.edition.direction))
    layout = lay_out(sheet)
    written = {form: WRITERS[form](sheet, layout) for form in job.formats}
    words = words_of(job.edition, job.kind)
    artefacts = artefacts_of(job, layout.facts.pages, words, {form: data for form, (data, _) in written.items()})
    findings = [*layout.diagnostics, *(finding for _, found in written.values() for finding in found)]
    findings += guard(artefacts, sheet, job.edition, job.withheld, stock.protected)
    findings += guard_names(artefacts, sheet, job.edition, names_index(names))
    pattern = Pattern(job, facts=layout.facts, words=words, findings=tuple(dict.fromkeys(findings)))
    reason = _unlike(pattern, sheet, layout, {form: data for form, (data, _) in written.items()}, stock, specimen)
    return replace(pattern, anew=reason) if isinstance(reason, str) else reason


def _unlike(
    pattern: Pattern, sheet: Sheet, layout: Layout, written: Mapping[Format, bytes], stock: Stock, specimen: Addressee
) -> Pattern | str:
    """The pattern with what copies are made of; or why they would not be what template and writers make."""
    other = another(specimen, sheet.direction)
    try:
        rendered = sheet_for(pattern.job, stock, other)
    except Refused:
        return CHANGES_FIELDS
    if filled_in(sheet, other, stock) != rendered:
        return CHANGES_FIELDS
    cover = cover_of(sheet)
    if cover is None:
        return "its template has no cover, an element of the class cover"
    if Format.PDF in written:
        front, _ = WRITERS[Format.PDF](cover, lay_out_cover(cover, style_of(cover)))
        reason = objection(written[Format.PDF], front)
        if not reason and (page := page_behind(written[Format.PDF], marked(specimen, sheet.direction))):
            reason = f"a recipient's name or number stands behind the cover, on {page}"
        if reason:
            return reason
        base = splice(written[Format.PDF], front) if layout.facts.pages > 1 else front
        proof = fingerprint(base, front) if layout.facts.pages > 1 else ""
        pattern = replace(pattern, front=front, base=base, fingerprint=proof)
    pattern = replace(pattern, cover=cover, word=written.get(Format.DOCX, b""))
    if pattern.word and word_for(pattern, other, stock) != WRITERS[Format.DOCX](rendered, layout)[0]:
        return "Word would have a recipient's fields otherwise than they are filled in"
    return pattern


def sheet_for(job: Job, stock: Stock, addressee: Addressee) -> Sheet:
    """The paper of a job for an addressee, rendered the long way."""
    templates = included(job.kind, stock.templates)
    labels = stock.labels_in(job.language)
    return render(job.edition, job.kind, labels, stock.theme, stock.settings, templates, About(addressee))


def filled_in(sheet: Sheet, addressee: Addressee, stock: Stock) -> Sheet:
    """A sheet with marks, filled in for an addressee."""
    as_printed = setter(sheet.language, stock)
    return replace(
        sheet,
        html=filled(sheet.html, addressee, lambda words: str(escape(as_printed(words)))),
        generated=tuple(filled(words, addressee, as_printed) for words in sheet.generated),
        listed=addressee.words,
    )


def word_for(pattern: Pattern, addressee: Addressee, stock: Stock) -> bytes:
    """The Word file of a pattern, filled in for an addressee."""
    return patched(pattern.word, addressee, setter(pattern.job.language, stock))


def setter(language: str, stock: Stock) -> Callable[[str], str]:
    """How words are set in type on the papers of a workspace."""
    return (lambda words: typeset(words, language)) if stock.settings.typography else str


def artefacts_of(job: Job, pages: int, words: int, written: dict[Format, bytes]) -> tuple[Artefact, ...]:
    """The finished files of a job as artefacts."""
    kind = job.kind
    return tuple(
        Artefact(kind.name, job.language, form, kind.audience, pages, words, data) for form, data in written.items()
    )
