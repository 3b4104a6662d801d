"""From what was made to what is delivered, said and remembered of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from communique.deliver.manifest import FILE_NAME
from communique.deliver.pack import Pack, Paper
from communique.diagnostics.codes.deliver import HELD_BACK
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.stored import stored
from communique.engine.inputs import digest_of
from communique.engine.job import Job, Made
from communique.engine.order import Order
from communique.engine.outcome import Result
from communique.engine.remember import Record, RememberedPaper
from communique.engine.survey import in_force
from communique.engine.undertaking import Undertaking
from communique.model.audience import AUDIENCES


def result_of(one: Undertaking, made: Iterable[tuple[Job, Made]], order: Order) -> Result:
    """The papers of an intervention with all their findings, as they count for this order."""
    made = list(made)
    said = dict.fromkeys(_placed(finding, one) for _, work in made for finding in work.findings)
    found = in_force(said, final=order.final)
    return Result(one.folder, tuple(_papers(one, made)), one.findings + found)


def _placed(finding: Diagnostic, one: Undertaking) -> Diagnostic:
    """A finding that has no place in the sources says which intervention it is about: the paper by its folder."""
    if finding.span is not None:
        return finding
    names = {f"{paper.kind}.{paper.language}.{paper.format}": paper.place for paper in one.papers}
    named = next((name for name in names if finding.message.startswith(name)), None)
    message = f"{one.folder}: {finding.message}"
    return replace(finding, message=message if named is None else names[named] + finding.message[len(named) :])


def _papers(one: Undertaking, made: Iterable[tuple[Job, Made]]) -> Iterator[tuple[Paper, float | None]]:
    places = {(paper.kind, paper.language, paper.format): paper.place for paper in one.papers}
    for _, work in made:
        for artefact, provenance in zip(work.artefacts, work.provenance, strict=True):
            place = places[artefact.kind, artefact.language, artefact.format]
            yield Paper(artefact, place, work.edition, provenance), work.minutes


def pack_of(one: Undertaking, result: Result) -> Pack:
    """The pack to be put into place."""
    return Pack(one.folder, tuple(paper for paper, _ in result.papers), tuple(paper.place for paper in one.papers))


def held_back(result: Result, known: Record | None) -> Result:
    """The result without papers, and the note that the last good ones stay."""
    stay = "the papers of the last good build stay" if known else "there were no papers before"
    note = HELD_BACK.at(None, f"nothing was written to build/{result.folder}; {stay}", "mend the errors, build again")
    return Result(result.folder, (), (*result.findings, note))


def record_of(one: Undertaking, result: Result, known: Record | None, order: Order, build: Path) -> Record:
    """What to remember of it; what was not part of the order keeps what is known of it."""
    old = {paper.place: paper for paper in known.papers} if known else {}
    new = {paper.place: paper.sha256 for paper, _ in result.papers}
    manifests = [f"{one.folder}/{word}/{FILE_NAME}" for word in AUDIENCES]
    return Record(
        inputs=one.inputs,
        papers=tuple(_remembered(paper, old, new, one.inputs, order) for paper in one.papers),
        manifests={place: digest for place in manifests if (digest := digest_of(build / place))},
        findings=tuple(map(stored, result.findings)),
    )


def _remembered(
    paper: RememberedPaper, old: dict[str, RememberedPaper], new: dict[str, str], inputs: str, order: Order
) -> RememberedPaper:
    if paper.place in new:
        return replace(paper, inputs=inputs, sha256=new[paper.place], final=order.final)
    return old.get(paper.place, paper)
