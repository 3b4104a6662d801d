"""The copies of a pattern: for each addressee a cover of its own before the one body; where that will not do, all anew.

On every finished copy it is proven that only the cover differs: its first page is taken out again and the pattern's own
put back, and the bytes have to be those that ledger and guard looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from communique.diagnostics.codes.copies import ALTERED_BODY
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused
from communique.engine.job import Stock
from communique.engine.packs import Pattern, artefacts_of, filled_in, setter, sheet_for, word_for
from communique.guard.copy_verdict import guard_cover, guard_names
from communique.guard.search import Index
from communique.guard.verdict import guard
from communique.model.addressee import Addressee
from communique.model.artefact import Artefact
from communique.model.kind import Format
from communique.model.sheet import Sheet
from communique.write.covers import lay_out_cover, style_of
from communique.write.docx.patch import is_one_run, is_patched
from communique.write.layout import lay_out
from communique.write.pdf.splice import fingerprint, splice
from communique.write.writers import WRITERS

Style: TypeAlias = Any
"""What `style_of` gives."""


@dataclass(frozen=True, slots=True)
class Copied:
    """The files of one addressee, and what was found; `anew` says why they were laid out by themselves."""

    addressee: Addressee
    artefacts: tuple[Artefact, ...] = field(default=(), repr=False)
    findings: tuple[Diagnostic, ...] = ()
    anew: str = ""


class Press:
    """Makes copies, one after the other; the style of a pattern is read once. `names` are those of all recipients."""

    def __init__(self, stock: Stock, names: Index) -> None:
        self.stock, self.names = stock, names
        self._styles: dict[str, Style] = {}

    def copy(self, pattern: Pattern, addressee: Addressee) -> Copied:
        """The copy for one addressee; without files when a template refuses it."""
        try:
            return self._copy(pattern, addressee)
        except Refused as refused:
            return Copied(addressee, findings=refused.diagnostics)

    def _copy(self, pattern: Pattern, addressee: Addressee) -> Copied:
        if pattern.cover is None:
            return _laid_out_anew(pattern, addressee, self.stock, self.names, pattern.anew)
        cover = filled_in(pattern.cover, addressee, self.stock)
        written: dict[Format, bytes] = {}
        findings: list[Diagnostic] = []
        if pattern.base:
            layout = lay_out_cover(cover, self._style(pattern, cover))
            if layout.facts.pages != 1:
                return _laid_out_anew(pattern, addressee, self.stock, self.names, "the cover runs over the page")
            front, found = WRITERS[Format.PDF](cover, layout)
            data = written[Format.PDF] = splice(pattern.base, front) if pattern.fingerprint else front
            findings += [*layout.diagnostics, *found, *_of_pdf(pattern, data, cover, addressee, self.names)]
        if pattern.word:
            written[Format.DOCX], found = _word(pattern, addressee, self.stock)
            findings += found
        ordered = {form: written[form] for form in pattern.job.formats}
        return Copied(
            addressee, artefacts_of(pattern.job, pattern.facts.pages, pattern.words, ordered), tuple(findings)
        )

    def _style(self, pattern: Pattern, cover: Sheet) -> Style:
        theme = pattern.job.kind.name
        if theme not in self._styles:
            self._styles[theme] = style_of(cover)
        return self._styles[theme]


def _of_pdf(pattern: Pattern, data: bytes, cover: Sheet, addressee: Addressee, names: Index) -> Iterator[Diagnostic]:
    """The verdict on a finished PDF: its cover as it is read back, its body as it was proven."""
    name = _name(pattern, Format.PDF, addressee)
    if pattern.fingerprint and fingerprint(data, pattern.front) != pattern.fingerprint:
        yield _altered(name)
    yield from guard_cover(name, data, cover, pattern.job.edition, addressee, names)


def _word(pattern: Pattern, addressee: Addressee, stock: Stock) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The Word file, filled in; one whose name Word writes in several runs is written by the writer itself."""
    if is_one_run(addressee.name, rtl=pattern.job.edition.direction == "rtl"):
        data = word_for(pattern, addressee, stock)
        right = is_patched(data, pattern.word, addressee, setter(pattern.job.language, stock))
        return data, () if right else (_altered(_name(pattern, Format.DOCX, addressee)),)
    from communique.write.docx.writer import write_docx  # noqa: PLC0415  needs WeasyPrint loaded

    sheet = sheet_for(pattern.job, stock, addressee)
    data, found = write_docx(sheet, pattern.facts)
    looked_at = artefacts_of(pattern.job, pattern.facts.pages, pattern.words, {Format.DOCX: data})
    return data, (*found, *guard(looked_at, sheet, pattern.job.edition, pattern.job.withheld, stock.protected))


def _laid_out_anew(pattern: Pattern, addressee: Addressee, stock: Stock, names: Index, reason: str) -> Copied:
    """The whole paper for one addressee, looked at as any other."""
    job = pattern.job
    sheet = sheet_for(job, stock, addressee)
    layout = lay_out(sheet)
    written = {form: WRITERS[form](sheet, layout) for form in job.formats}
    artefacts = artefacts_of(
        job, layout.facts.pages, pattern.words, {form: data for form, (data, _) in written.items()}
    )
    findings = [*layout.diagnostics, *(finding for _, found in written.values() for finding in found)]
    findings += guard(artefacts, sheet, job.edition, job.withheld, stock.protected)
    findings += guard_names(artefacts, sheet, job.edition, names)
    return Copied(addressee, artefacts, tuple(dict.fromkeys(findings)), reason)


def _altered(name: str) -> Diagnostic:
    return ALTERED_BODY.at(None, f"{name}: behind its cover it is another paper", help=ALTERED_BODY.right)


def _name(pattern: Pattern, form: Format, addressee: Addressee) -> str:
    """What findings call a copy."""
    number = f", copy {addressee.copy_number}" if addressee.copy_number is not None else ""
    return f"{pattern.job.kind.name}.{pattern.job.language}.{form} for {addressee.name}{number}"
