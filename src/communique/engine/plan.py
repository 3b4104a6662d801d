"""The order of the work, on one page."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from communique.deliver.delivery import deliver, settle
from communique.deliver.folders import open_build, open_private, refusing
from communique.deliver.pack import Pack
from communique.diagnostics.codes.engine import NOTHING_ORDERED
from communique.engine.bench import attempt, equip, equipment, warm
from communique.engine.beside import beside
from communique.engine.crew import cores, work
from communique.engine.inputs import Inputs
from communique.engine.job import Job, Made, Stock
from communique.engine.order import Order
from communique.engine.outcome import Outcome, Result
from communique.engine.remember import forget, glance_at, recall, remembered
from communique.engine.store import Store
from communique.engine.tray import Tray
from communique.engine.undertaking import Survey
from communique.model.workspace import Workspace
from communique.write import fonts

Watch = Callable[[int, int, str], None]
"""Is told how many jobs are done, of how many, and which was the last."""

Work = Callable[[Sequence[Job], Stock], Iterator[tuple[Job, Made]]]
"""Whoever makes jobs, in any order, and tells of each what came of it."""


def build(workspace: Workspace, order: Order, inputs: Inputs, watch: Watch, by: Work | None = None) -> Outcome:
    """Everything of the order, each intervention whole or not at all; Refused for what concerns all of it.

    The jobs are made `by` a crew of this machine, unless somebody else is named.
    """
    settle(workspace.build, workspace.store)
    found = beside(partial(_survey, workspace, order, inputs), getting_ready(workspace) if by is None else ())
    by = by or partial(_crew, hands=order.hands or cores())
    results = tuple(_results(workspace, order, found, watch, by))
    tidy(workspace, order, inputs, found, results)
    nothing = not results and not found.current
    also = (NOTHING_ORDERED.at(None, "nothing of what there is fits the order", "communique list shows what there is"),)
    return Outcome(results, found.current, also if nothing else ())


def _survey(workspace: Workspace, order: Order, inputs: Inputs) -> Survey:
    """What there is to make; it reads all texts, and loads what reads them."""
    from communique.engine.survey import survey  # noqa: PLC0415  in the process that reads, and no other

    return survey(workspace, order, inputs)


def getting_ready(workspace: Workspace) -> Iterator[Callable[[], object]]:
    """Step by step what a crew will need, if there turns out to be something to make."""
    yield partial(settle_fonts, workspace)
    yield from equipment()


def _results(workspace: Workspace, order: Order, found: Survey, watch: Watch, by: Work) -> Iterator[Result]:
    """Each intervention as soon as the last of its papers is there."""
    trays = {one.folder: Tray(one, workspace, order, found.stock) for one in found.undertakings}
    if any(one.jobs for one in found.undertakings):
        prepare(workspace)
    jobs = [job for tray in trays.values() if not tray.one.is_refused for job in tray.due()]
    waits = {job.folder: 0 for job in jobs}
    for job in jobs:
        waits[job.folder] += 1
    yield from (tray.finish() for folder, tray in trays.items() if folder not in waits and tray.is_wanted)
    if jobs:
        watch(0, len(jobs), "")
    for number, (job, made) in enumerate(by(jobs, found.stock), start=1):
        watch(number, len(jobs), str(job))
        trays[job.folder].take(job, made)
        waits[job.folder] -= 1
        if not waits[job.folder]:
            yield trays[job.folder].finish()


def _crew(jobs: Sequence[Job], stock: Stock, hands: int) -> Iterator[tuple[Job, Made]]:
    """The jobs made on this machine: what several hands would do alike is done before they part."""
    if jobs:
        equip()
        warm((job for job in jobs if not job.artefacts), stock)
    yield from work(jobs, stock, attempt, hands)


def prepare(workspace: Workspace) -> None:
    """See that one may write, and settle the fonts, before anything that sets pages is loaded."""
    open_build(workspace.build)
    settle_fonts(workspace)


def settle_fonts(workspace: Workspace) -> None:
    """Say which fonts may stand on a page: all that making a paper needs which is put nowhere."""
    open_private(workspace.store)
    with refusing(workspace.store):
        fonts.configure(workspace.store)


def tidy(workspace: Workspace, order: Order, inputs: Inputs, found: Survey, results: Sequence[Result]) -> None:
    """Clear away interventions that are gone, and remember the workspace as a whole when all of it is well."""
    if order.paths:
        return
    for folder in set(remembered(workspace.store)) - set(found.folders):
        deliver(Pack(folder), workspace.build, workspace.store)
        forget(workspace.store, folder)
    with refusing(workspace.store):
        records = (recall(workspace.store, folder) for folder in remembered(workspace.store))
        Store(workspace.store).prune(paper.sha256 for record in records if record for paper in record.papers)
        if not any(result.is_refused for result in results):
            known = {one.folder: one.inputs for one in found.undertakings} | {
                f: record.inputs for f, record in found.current
            }
            glance_at(workspace.store, inputs, known)
