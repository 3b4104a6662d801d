"""The order of the work, on one page."""

from collections import defaultdict
from collections.abc import Callable
from importlib import import_module

from communique.deliver.delivery import deliver, settle
from communique.deliver.folders import open_build, open_private, refusing
from communique.deliver.pack import Pack
from communique.diagnostics.codes.engine import NOTHING_ORDERED
from communique.diagnostics.refused import Refused
from communique.engine.crew import cores, work
from communique.engine.inputs import Inputs
from communique.engine.job import Job, Made, Stock
from communique.engine.order import Order
from communique.engine.outcome import Outcome, Result
from communique.engine.provenance import provenance
from communique.engine.remember import forget, glance_at, keep, recall, remembered
from communique.engine.results import held_back, pack_of, record_of, result_of
from communique.engine.survey import survey
from communique.engine.undertaking import Survey, Undertaking
from communique.guard.verdict import guard
from communique.model.artefact import Artefact
from communique.model.block import lines_of
from communique.model.carried import carried
from communique.model.digest import digest
from communique.model.edition import Edition
from communique.model.inline import plain
from communique.model.kind import Kind, Part
from communique.model.pace import words_in
from communique.model.workspace import Workspace
from communique.render.sheet import render
from communique.withhold.edition import withhold
from communique.write import fonts, typesetter
from communique.write.layout import lay_out
from communique.write.writers import WRITERS

Watch = Callable[[int, int, str], None]
"""Is told how many jobs are done, of how many, and which was the last."""


def build(workspace: Workspace, order: Order, inputs: Inputs, watch: Watch) -> Outcome:
    """Everything of the order, each intervention whole or not at all; Refused for what concerns all of it."""
    settle(workspace.build, workspace.store)
    found = survey(workspace, order, inputs)
    undertakings = {one.folder: one for one in found.undertakings}
    jobs = [job for one in undertakings.values() if not one.is_refused for job in one.jobs]
    results = [
        held_back(Result(f, (), o.findings), recall(workspace.store, f))
        for f, o in undertakings.items()
        if o.is_refused
    ]
    done: dict[str, list[tuple[Job, Made]]] = defaultdict(list)
    if jobs:
        prepare(workspace)
        watch(0, len(jobs), "")
    for number, (job, made) in enumerate(work(jobs, make, found.stock, order.hands or cores()), start=1):
        watch(number, len(jobs), str(job))
        done[job.folder].append((job, made))
        if len(done[job.folder]) == len(undertakings[job.folder].jobs):
            results.append(finish(undertakings[job.folder], done.pop(job.folder), workspace, order))
    tidy(workspace, order, inputs, found, results)
    nothing = not jobs and not results and not found.current
    also = (NOTHING_ORDERED.at(None, "nothing of what there is fits the order", "communique list shows what there is"),)
    return Outcome(tuple(results), found.current, also if nothing else ())


def make(job: Job, stock: Stock) -> Made:
    """One kind in one language, in all its formats, looked at before anyone else may."""
    edition, withheld = withhold(job.dossier, job.kind.audience, job.language)
    labels = stock.labels_in(job.language)
    sheet = render(edition, job.kind, labels, stock.theme, stock.settings, stock.templates)
    layout = lay_out(sheet)
    written = [WRITERS[form](sheet, layout) for form in job.formats]
    words = words_of(edition, job.kind)
    artefacts = tuple(
        Artefact(job.kind.name, job.language, form, job.kind.audience, layout.facts.pages, words, data)
        for form, (data, _) in zip(job.formats, written, strict=True)
    )
    findings = [*layout.diagnostics, *(finding for _, found in written for finding in found)]
    findings += guard(artefacts, sheet, edition, withheld, stock.settings.protected)
    return Made(
        artefacts,
        tuple(findings),
        digest(edition),
        edition.minutes if Part.SPEECH in job.kind.carries else None,
        tuple(provenance(stock.theme, form) for form in job.formats),
    )


def words_of(edition: Edition, kind: Kind) -> int:
    """The words of a text that a kind carries, read out or not."""
    shown = carried(edition, kind)
    parts = (shown.objectives, shown.points, shown.speech, shown.questions, shown.backgrounds)
    return sum(words_in(plain(line)) for blocks in parts for line in lines_of(blocks))


def prepare(workspace: Workspace) -> None:
    """See that one may write, settle the fonts, load what sets the pages: once, before the workers are forked."""
    open_build(workspace.build)
    open_private(workspace.store)
    with refusing(workspace.store):
        fonts.configure(workspace.store)
    typesetter.load()
    for writer in ("communique.write.pages", "communique.write.docx.writer"):
        import_module(writer)


def finish(one: Undertaking, made: list[tuple[Job, Made]], workspace: Workspace, order: Order) -> Result:
    """Put the papers of an intervention into place and remember them, or hold all of them back."""
    known = recall(workspace.store, one.folder)
    result = result_of(one, made, order)
    if not result.is_refused:
        try:
            result = result.with_findings(deliver(pack_of(one, result), workspace.build, workspace.store))
            with refusing(workspace.store):
                keep(workspace.store, one.folder, record_of(one, result, known, order, workspace.build))
        except Refused as refused:
            result = result.with_findings(refused.diagnostics)
    return held_back(result, known) if result.is_refused else result


def tidy(workspace: Workspace, order: Order, inputs: Inputs, found: Survey, results: list[Result]) -> None:
    """Clear away interventions that are gone, and remember the workspace as a whole when all of it is well."""
    if order.paths:
        return
    for folder in set(remembered(workspace.store)) - set(found.folders):
        deliver(Pack(folder), workspace.build, workspace.store)
        forget(workspace.store, folder)
    if not any(result.is_refused for result in results):
        known = {one.folder: one.inputs for one in found.undertakings} | {
            f: record.inputs for f, record in found.current
        }
        with refusing(workspace.store):
            glance_at(workspace.store, inputs, known)
