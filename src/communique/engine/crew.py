"""Jobs on all cores: the longest first, each in a process that may fail alone.

Fork where the platform allows it and no thread runs (what is loaded is then there at once), spawn
elsewhere. Workers leave Ctrl-C to their parent, and end with it, whatever ended it.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait as wait_for
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

from communique.diagnostics.codes.engine import WORKER_DIED
from communique.engine.job import Job, Made, Stock

Make = Callable[[Job, Stock], Made]
Task = TypeVar("Task")
Supply = TypeVar("Supply")
Product = TypeVar("Product")

_bench: list[tuple[Callable[[Any, Any], Any], Any]] = []
"""In a worker: how to make, and out of what."""


def work(jobs: Sequence[Job], stock: Stock, make: Make, hands: int) -> Iterator[tuple[Job, Made]]:
    """Each job with what came of it, as they are done, by that many hands; one alone needs no process."""
    ordered = sorted(jobs, key=lambda job: job.weight, reverse=True)
    if min(hands, len(ordered)) < 2:
        yield from ((job, make(job, stock)) for job in ordered)
        return
    lost = []
    for job, made in together(ordered, make, stock, hands):
        if made is None:
            lost.append(job)
        else:
            yield job, made
    for job in lost:  # one worker's death ends all: each job alone shows whose it was
        yield from ((job, made or _dead(job)) for job, made in together([job], make, stock, 1))


def cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def together(
    jobs: Sequence[Task], make: Callable[[Task, Supply], Product], stock: Supply, hands: int
) -> Iterator[tuple[Task, Product | None]]:
    """Any jobs on a crew of their own; None for those that a worker's death left unmade."""
    hands = min(hands, len(jobs))
    crew = ProcessPoolExecutor(hands, _context(), initializer=_begin, initargs=(make, stock))
    finished = False
    try:
        with _undisturbed():
            running = {crew.submit(_one, job): job for job in jobs}
        while running:
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                died = isinstance(future.exception(), BrokenProcessPool)
                yield running.pop(future), None if died else future.result()
        finished = True
    finally:
        if not finished:
            for worker in multiprocessing.active_children():
                worker.kill()
        crew.shutdown(cancel_futures=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C waits until the workers are there: between a fork and a worker's first act it would be lost."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _context() -> BaseContext:
    """Fork copies one thread only, so it is for processes that have one (and not for macOS, whose libraries mind)."""
    may_fork = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if may_fork else "spawn")


def _begin(make: Callable[[Task, Supply], Product], stock: Supply) -> None:
    """A worker's first act."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _bench[:] = [(make, stock)]


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)


def _one(job: Any) -> Any:  # noqa: ANN401  whatever this crew makes
    make, stock = _bench[0]
    return make(job, stock)


def _dead(job: Job) -> Made:
    message = f"the process that made {job} ended without a word"
    return Made(findings=(WORKER_DIED.at(None, message, "most often memory ran out: close other programs"),))
