"""What came of a job, remembered under its key, and the verdict on it under one of its own.

A finding is kept with the address of the block it is about, and its line is looked up anew in the
text as it stands now.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import Any

from communique.diagnostics.codes import every_code
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Span
from communique.diagnostics.stored import restored, stored
from communique.engine.job import Job, Made, Stock
from communique.engine.key import Ingredients, key_of, looked_for
from communique.engine.store import Note, Store
from communique.model.address import address_of, span_at
from communique.model.artefact import Artefact
from communique.model.carried import carried
from communique.model.kind import Format
from communique.model.page_facts import PageFacts

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class RememberedFile:
    """One file that was made: the digest of its bytes, its extent, and what was found in writing it."""

    format: Format
    sha256: str
    pages: int
    words: int
    findings: Findings = ()


@dataclass(frozen=True, slots=True)
class Remembered:
    """What came of a job when it was made; without a `verdict`, its files are to be looked at again."""

    files: tuple[RememberedFile, ...]
    findings: Findings
    facts: PageFacts
    verdict: Findings | None

    def made(self, job: Job, store: Store) -> Made | None:
        """The same with the bytes; None when they are there no longer."""
        artefacts = []
        for file in self.files:
            data = store.data(file.sha256)
            if data is None:
                return None
            kind = job.kind
            artefacts.append(
                Artefact(kind.name, job.language, file.format, kind.audience, file.pages, file.words, data)
            )
        written = tuple(file.findings for file in self.files)
        return Made(tuple(artefacts), self.findings, written, self.verdict or (), self.facts)


def recall(store: Store, job: Job, stock: Stock) -> Remembered | None:
    """What came of a job of the same key; None unless all the files it wants are there."""
    note = store.note(job.key)
    if note is None or not {form.value for form in job.formats} <= set(note["files"]):
        return None
    shown = carried(job.edition, job.kind)
    files = tuple(_file(form, note["files"][form.value], shown) for form in job.formats)
    facts = PageFacts(**{name: _tuples(value) for name, value in note["facts"].items()})
    if not all(store.holds(file.sha256) for file in files):
        return None
    findings = _found(note["findings"], shown)
    return Remembered(files, findings, facts, _verdict(store, job, stock, [file.sha256 for file in files]))


def keep(store: Store, named: Ingredients, job: Job, stock: Stock, made: Made) -> None:
    """Remember what came of a job; a job without files leaves nothing, for whatever stopped it may pass."""
    if not made.artefacts:
        return
    digests = [store.keep_bytes(artefact.data) for artefact in made.artefacts]
    if made.facts is not None:
        shown = carried(job.edition, job.kind)
        files = {
            artefact.format.value: {
                "sha256": digest,
                "pages": artefact.pages,
                "words": artefact.words,
                "findings": _told(found, shown),
            }
            for artefact, digest, found in zip(made.artefacts, digests, made.written, strict=True)
        }
        before = store.note(job.key) or {}
        note = {"files": {**before.get("files", {}), **files}, "findings": _told(made.findings, shown)}
        store.keep_note(job.key, {**note, "facts": asdict(made.facts), "ingredients": named})
    told = _told(made.verdict, (job.edition, job.withheld))
    store.keep_note(_verdict_key(job, stock, digests), {"verdict": told})


def ingredients_of(store: Store, key: str) -> Ingredients:
    """What the papers of a key were made from; nothing when that is remembered no more."""
    note = store.note(key) or {}
    return tuple((name, digest) for name, digest in note.get("ingredients", ()))


def _verdict_key(job: Job, stock: Stock, digests: Iterable[str]) -> str:
    return key_of((("made from", job.key), *looked_for(job, stock, digests)))


def _verdict(store: Store, job: Job, stock: Stock, digests: Iterable[str]) -> Findings | None:
    note = store.note(_verdict_key(job, stock, digests))
    return None if note is None else _found(note["verdict"], (job.edition, job.withheld))


def _file(form: Format, told: Note, shown: object) -> RememberedFile:
    return RememberedFile(form, told["sha256"], told["pages"], told["words"], _found(told["findings"], shown))


def _tuples(value: Any) -> Any:  # noqa: ANN401  whatever JSON has
    """JSON knows lists alone; a frozen value holds tuples."""
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _told(findings: Findings, about: object) -> list[Note]:
    """Findings as data; a place that is one of the value they are about is its address there."""
    told = []
    for finding in findings:
        note = stored(finding)
        address = address_of(finding.span, about) if finding.span else None
        told.append(note if address is None else {**note, "place": None, "address": address})
    return told


def _found(told: Iterable[Note], about: object) -> Findings:
    """The findings with their places in the value as it is now."""
    found = []
    for note in told:
        for finding in restored([note], _codes()):
            span: Span | None = span_at(note["address"], about) if "address" in note else finding.span
            found.append(replace(finding, span=span))
    return tuple(found)


_codes = cache(every_code)
