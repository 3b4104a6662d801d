"""A task: a job under its key, with what is remembered of it; and what came of it in this build."""

from dataclasses import dataclass, field, replace

from communique.engine.job import Job, Made, Stock
from communique.engine.key import Ingredients, changed, ingredients, key_of
from communique.engine.memory import Remembered, ingredients_of, recall
from communique.engine.outcome import AS_IT_WAS
from communique.engine.store import Store


@dataclass(frozen=True, slots=True)
class Task:
    """A job that has its key, all that the key is made of, and what came of it before, when that is known."""

    job: Job
    named: Ingredients = field(repr=False)
    known: Remembered | None = field(default=None, repr=False)

    def due(self, store: Store) -> Job | None:
        """What is left to do: all of it, a look at the finished papers, or nothing."""
        if self.known is None:
            return self.job
        if self.known.verdict is not None:
            return None
        made = self.known.made(self.job, store)
        return replace(self.job, artefacts=made.artefacts) if made else self.job

    def looked_at(self, looked: Made) -> Made:
        """What is remembered of the job, with the papers and the verdict of a look at them."""
        if self.known is None:
            return looked
        written = tuple(file.findings for file in self.known.files)
        return Made(looked.artefacts, self.known.findings, written, looked.verdict, self.known.facts)


@dataclass(frozen=True, slots=True)
class Done:
    """A task and what came of it; `made_now`: its bytes were made in this build, not remembered."""

    task: Task
    made: Made
    made_now: bool


def task_of(job: Job, stock: Stock, store: Store, *, forced: bool) -> Task:
    """A job with its key; `forced`: whatever is remembered of it does not count."""
    named = ingredients(job, stock)
    job = replace(job, key=key_of(named))
    return Task(job, named, None if forced else recall(store, job, stock))


def why(done: Done, old_key: str, store: Store, *, forced: bool, lay_there: bool) -> str:
    """Why a paper was made, brought back, or left as it was.

    `old_key` is that of the paper made last in its place, or "". `lay_there`: its very bytes are in place.
    """
    if done.made_now:
        return f"made: {_why_made(done.task, old_key, store, forced=forced)}"
    if not lay_there:
        back = "it was altered or removed" if old_key == done.task.job.key else "it was made like this before"
        return f"brought back: {back}"
    known = done.task.known
    if known is not None and known.verdict is None:
        return "looked at again: what it may not hold has changed"
    return AS_IT_WAS


def _why_made(task: Task, old_key: str, store: Store, *, forced: bool) -> str:
    if forced:
        return "--force asks for it"
    if not old_key:
        return "it was not made before"
    if old_key == task.job.key:
        return "the store has it no more"
    before = ingredients_of(store, old_key)
    return f"{' and '.join(changed(before, task.named))} changed" if before else "what it was made from is forgotten"
