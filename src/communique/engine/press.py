"""A press that stays warm: single papers at once, for whoever looks on while a text is being written.

It makes what `communique build` would make, from the files as they are at that moment, and out of the
same memory. It never touches build/.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused
from communique.engine.bench import attempt, equip
from communique.engine.grading import in_force
from communique.engine.inputs import Inputs
from communique.engine.job import Job, Made, Stock
from communique.engine.memory import keep
from communique.engine.order import Order
from communique.engine.plan import settle_fonts
from communique.engine.store import Store
from communique.engine.survey import survey
from communique.engine.task import Task, task_of
from communique.model.artefact import Artefact
from communique.model.dossier import Dossier
from communique.model.edition import Edition
from communique.model.kind import Kind
from communique.model.page_facts import PageFacts
from communique.model.workspace import Workspace

UNREAD = Inputs({}, "")
"""A press looks at every text it is asked for, so it need not know what changed."""

Choice = Callable[[tuple[Job, ...]], Iterable[Job]]
"""Which of the jobs that an intervention has are to be made: its languages are known by reading alone."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One kind of one intervention in one language, as it would be built now.

    `edition` is what its audience may read. `artefacts` are the files, in the order of the formats;
    none when it could not be made. `facts.page_of` gives the page, counted from 1, on which each
    id of the HTML begins (paragraphs carry their own); None without artefacts. `findings` are those
    of making and of the guard: with an error among them, this paper may not leave the house.
    """

    folder: str
    kind: Kind
    language: str
    edition: Edition = field(repr=False)
    artefacts: tuple[Artefact, ...] = ()
    facts: PageFacts | None = None
    findings: tuple[Diagnostic, ...] = ()

    @property
    def is_refused(self) -> bool:
        """True when it may not leave the house."""
        return any(finding.is_error for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Pull:
    """All proofs of one order, what was read for it, and what reading and the checks found.

    An intervention with an error in its text has no proofs; the error is among the findings.
    """

    proofs: tuple[Proof, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    dossiers: tuple[Dossier, ...] = field(default=(), repr=False)


class Press:
    """Pulls proofs in a workspace. One at a time: a press is for one thread, and for the process it was made in."""

    def __init__(self, opened: Callable[[], Workspace]) -> None:
        """`opened` opens the workspace anew: its settings, and today's date. Refused when nothing can be set."""
        self._opened = opened
        settle_fonts(opened())
        equip()

    def pull(self, order: Order, choose: Choice = lambda jobs: jobs) -> Pull:
        """The proofs of an order, kind by kind; Misordered for a slip, never Refused.

        `order.paths` names the interventions (none: all), `kinds`, `languages` and `formats` what of
        them; `final` grades findings as for handing out, `force` asks no memory. `choose` picks among
        the jobs that an intervention then has.
        """
        try:
            workspace = self._opened()
            found = survey(workspace, replace(order, force=True), UNREAD)
        except Refused as refused:
            return Pull(findings=refused.diagnostics)
        findings = tuple(finding for one in found.undertakings for finding in one.findings)
        store = Store(workspace.store)
        chosen = [choose(one.jobs) for one in found.undertakings if not one.is_refused]
        proofs = (proof for jobs in chosen for proof in self._proofs(jobs, found.stock, store, order))
        dossiers = tuple(one.dossier for one in found.undertakings if one.dossier)
        return Pull(tuple(proofs), findings, dossiers)

    def _proofs(self, jobs: Iterable[Job], stock: Stock, store: Store, order: Order) -> list[Proof]:
        tasks = [task_of(job, stock, store, forced=order.force) for job in jobs]
        return [self._proof(task, _made(task, stock, store), order) for task in tasks]

    def _proof(self, task: Task, made: Made, order: Order) -> Proof:
        job = task.job
        findings = in_force(made.said, final=order.final)
        return Proof(job.folder, job.kind, job.language, job.edition, made.artefacts, made.facts, findings)


def _made(task: Task, stock: Stock, store: Store) -> Made:
    """What came of a task: remembered, looked at again, or made."""
    job = task.due(store)
    if job is None and task.known is not None and (made := task.known.made(task.job, store)):
        return made
    job = job or task.job
    made = attempt(job, stock)
    with suppress(OSError):  # a full disk keeps nobody from looking
        keep(store, task.named, job, stock, made)
    return task.looked_at(made) if job.artefacts else made
