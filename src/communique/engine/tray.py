"""The tray of one intervention: its papers gather in it, and leave it together or not at all."""

from dataclasses import dataclass, field

from communique.deliver.delivery import deliver
from communique.deliver.folders import refusing
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused
from communique.engine.bench import attempt
from communique.engine.job import Job, Made, Stock
from communique.engine.memory import keep
from communique.engine.order import Order
from communique.engine.outcome import Result
from communique.engine.remember import keep as keep_record
from communique.engine.remember import recall as recall_record
from communique.engine.results import held_back, pack_of, printed, reasons, record_of, result_of
from communique.engine.store import Store
from communique.engine.task import Done, Task, task_of
from communique.engine.undertaking import Undertaking
from communique.model.workspace import Workspace


@dataclass(slots=True)
class Tray:
    """What an intervention waits for, and what is there of it."""

    one: Undertaking
    workspace: Workspace
    order: Order
    stock: Stock
    tasks: dict[str, Task] = field(default_factory=dict)
    there: dict[str, Done] = field(default_factory=dict)
    also: tuple[Diagnostic, ...] = ()

    def due(self) -> list[Job]:
        """What has to be made or looked at; the rest is remembered."""
        tasks = [task_of(job, self.stock, self.store, forced=self.order.force) for job in self.one.jobs]
        self.tasks = {task.job.key: task for task in tasks}
        return [job for task in tasks if (job := task.due(self.store))]

    @property
    def is_wanted(self) -> bool:
        """True when there is something to tell of it: papers, or why there are none."""
        return bool(self.one.jobs) or self.one.is_refused

    @property
    def store(self) -> Store:
        """Where what was made is kept."""
        return Store(self.workspace.store)

    def take(self, job: Job, made: Made) -> None:
        """Lay in what came of a job, and remember it at once: a build that is killed has not worked for nothing."""
        task = self.tasks[job.key]
        whole = task.looked_at(made) if job.artefacts else made
        self.there[job.key] = Done(task, whole, made_now=not job.artefacts)
        try:
            with refusing(self.workspace.store):
                keep(self.store, task.named, job, self.stock, made)
        except Refused as refused:
            self.also += refused.diagnostics

    def finish(self) -> Result:
        """Put all the papers into place and remember them; or hold all of them back."""
        known = recall_record(self.workspace.store, self.one.folder)
        if self.one.is_refused:
            return held_back(Result(self.one.folder, (), self.one.findings), known)
        build, done = self.workspace.build, [self._done(task) for task in self.tasks.values()]
        result = result_of(self.one, done, self.order, self.stock).with_findings(self.also)
        if result.is_refused:
            return held_back(result, known)
        result = result.telling(
            printed(self.one, done, build),
            reasons(self.one, done, known, self.order, build, self.store) if self.order.explain else (),
        )
        try:
            result = result.with_findings(deliver(pack_of(self.one, result), build, self.workspace.store))
            with refusing(self.workspace.store):
                record = record_of(self.one, done, result, known, self.order, build)
                keep_record(self.workspace.store, self.one.folder, record)
        except Refused as refused:
            return held_back(result.with_findings(refused.diagnostics), known)
        return result.without_bytes

    def _done(self, task: Task) -> Done:
        """What came of a task: made just now, else remembered, else made here, when another build threw it away."""
        if task.job.key in self.there:
            return self.there[task.job.key]
        made = task.known and task.known.made(task.job, self.store)
        return Done(task, made or attempt(task.job, self.stock), made_now=made is None)
