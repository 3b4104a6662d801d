"""From what was made to what is delivered, said and remembered of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from communique.deliver.manifest import FILE_NAME
from communique.deliver.pack import Pack, Paper
from communique.diagnostics.codes.deliver import HELD_BACK
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.stored import stored
from communique.engine.grading import in_force
from communique.engine.inputs import digest_of
from communique.engine.job import Stock
from communique.engine.order import Order
from communique.engine.outcome import Printed, Result
from communique.engine.provenance import provenance
from communique.engine.remember import Record, RememberedPaper
from communique.engine.store import Store
from communique.engine.task import Done, why
from communique.engine.undertaking import Undertaking
from communique.model.audience import AUDIENCES
from communique.model.digest import digest


def result_of(one: Undertaking, done: Sequence[Done], order: Order, stock: Stock) -> Result:
    """The papers of an intervention with all their findings, as they count for this order."""
    said = dict.fromkeys(_placed(finding, one) for each in done for finding in each.made.said)
    found = in_force(said, final=order.final)
    return Result(one.folder, tuple(_papers(one, done, stock)), one.findings + found)


def _placed(finding: Diagnostic, one: Undertaking) -> Diagnostic:
    """A finding that has no place in the sources says which intervention it is about: the paper by its folder."""
    if finding.span is not None:
        return finding
    names = {f"{paper.kind}.{paper.language}.{paper.format}": paper.place for paper in one.papers}
    named = next((name for name in names if finding.message.startswith(name)), None)
    message = f"{one.folder}: {finding.message}"
    return replace(finding, message=message if named is None else names[named] + finding.message[len(named) :])


def _papers(one: Undertaking, done: Iterable[Done], stock: Stock) -> Iterator[Paper]:
    places = _places(one)
    for each in done:
        edition = digest(each.task.job.edition)
        for artefact in each.made.artefacts:
            place = places[artefact.kind, artefact.language, artefact.format]
            yield Paper(artefact, place, edition, provenance(stock.theme, artefact.format))


def pack_of(one: Undertaking, result: Result) -> Pack:
    """The pack to be put into place."""
    return Pack(one.folder, result.papers, tuple(paper.place for paper in one.papers))


def held_back(result: Result, known: Record | None) -> Result:
    """The result without papers, and the note that the last good ones stay."""
    stay = "the papers of the last good build stay" if known else "there were no papers before"
    note = HELD_BACK.at(None, f"nothing was written to build/{result.folder}; {stay}", "mend the errors, build again")
    return Result(result.folder, (), (*result.findings, note))


def printed(one: Undertaking, done: Sequence[Done], build: Path) -> tuple[Printed, ...]:
    """The papers that are not in place yet as they are to be; asked before they are delivered."""
    places = _places(one)
    lines = []
    for each in done:
        job = each.task.job
        for artefact in each.made.artefacts:
            place = places[artefact.kind, artefact.language, artefact.format]
            if each.made_now or digest_of(build / place) != sha256(artefact.data).hexdigest():
                size = len(artefact.data)
                lines.append(Printed(place, artefact.audience, artefact.pages, artefact.words, job.minutes, size))
    return tuple(lines)


def reasons(
    one: Undertaking, done: Sequence[Done], known: Record | None, order: Order, build: Path, store: Store
) -> tuple[tuple[str, str], ...]:
    """Why each paper was made, brought back or left, by its place; asked before they are delivered."""
    keys = {paper.place: paper.key for paper in known.papers} if known else {}
    places = _places(one)
    found = []
    for each in done:
        for artefact in each.made.artefacts:
            place = places[artefact.kind, artefact.language, artefact.format]
            lay_there = digest_of(build / place) == sha256(artefact.data).hexdigest()
            told = why(each, keys.get(place, ""), store, forced=order.force, lay_there=lay_there)
            found.append((place, told))
    return tuple(found)


def record_of(
    one: Undertaking, done: Sequence[Done], result: Result, known: Record | None, order: Order, build: Path
) -> Record:
    """What to remember of it; what was not part of the order keeps what is known of it."""
    keys = {(each.task.job.kind.name, each.task.job.language): each.task.job.key for each in done}
    old = {paper.place: paper for paper in known.papers} if known else {}
    new = {paper.place: paper.sha256 for paper in result.papers}
    manifests = [f"{one.folder}/{word}/{FILE_NAME}" for word in AUDIENCES]

    def remembered(paper: RememberedPaper) -> RememberedPaper:
        if paper.place not in new:
            return old.get(paper.place, paper)
        key = keys[paper.kind, paper.language]
        return replace(paper, inputs=one.inputs, sha256=new[paper.place], final=order.final, key=key)

    return Record(
        inputs=one.inputs,
        papers=tuple(map(remembered, one.papers)),
        manifests={place: digest for place in manifests if (digest := digest_of(build / place))},
        findings=tuple(map(stored, result.findings)),
    )


def _places(one: Undertaking) -> dict[tuple[str, str, str], str]:
    return {(paper.kind, paper.language, paper.format): paper.place for paper in one.papers}
