"""Jobs on all cores: the longest first, each in a process that may fail alone."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import wait
from typing import TypeVar, cast

from communique.diagnostics.codes.engine import WORKER_DIED
from communique.engine.hand import Bounds, Hand, Loss
from communique.engine.job import Job, Made, Stock

Make = Callable[[Job, Stock], Made]
Thing = TypeVar("Thing")
Supply = TypeVar("Supply")
Product = TypeVar("Product")
USUAL = Bounds()


def work(
    jobs: Sequence[Job], stock: Stock, make: Make, hands: int, bounds: Bounds = USUAL
) -> Iterator[tuple[Job, Made]]:
    """Each job with what came of it, as they are done, by that many hands; one alone needs no process."""
    ordered = sorted(jobs, key=lambda job: job.weight, reverse=True)
    if min(hands, len(ordered)) < 2:
        yield from ((job, make(job, stock)) for job in ordered)
        return
    for job, made in _made(ordered, make, stock, hands, bounds):
        yield job, _lost(job, made, bounds) if isinstance(made, Loss) else made


def together(
    things: Sequence[Thing], make: Callable[[Thing, Supply], Product], supply: Supply, hands: int
) -> Iterator[tuple[Thing, Product | None]]:
    """Anything made by a crew, in any order; None for what was lost with the process that made it."""
    for thing, made in _made(things, make, supply, hands, USUAL):
        yield thing, None if isinstance(made, Loss) else made


def cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _made(
    things: Sequence[Thing], make: Callable[[Thing, Supply], Product], supply: Supply, hands: int, bounds: Bounds
) -> Iterator[tuple[Thing, Product | Loss]]:
    """Each thing with what came of it; whoever dies over one is replaced for the next."""
    waiting = list(reversed(things))
    busy: dict[Hand, Thing] = {}
    idle: list[Hand] = []
    done: list[tuple[Thing, Product | Loss]] = []
    try:
        while waiting or busy:
            while waiting and len(busy) < hands:
                hand = idle.pop() if idle else Hand(make, supply, bounds)
                busy[hand] = waiting.pop()
                hand.give(busy[hand])
            yield from done  # only now that all have something to do
            news = [(hand, busy.pop(hand), hand.taken()) for hand in _with_news(busy)]
            for hand, thing, product in news:
                if product is Loss.FAULT:
                    raise RuntimeError(f"the process that made {thing} broke; its traceback stands above")
                hand.end() if isinstance(product, Loss) else idle.append(hand)
            done = [(thing, cast("Product | Loss", product)) for _, thing, product in news]
        yield from done
    finally:
        for hand in (*busy, *idle):
            hand.end()


def _with_news(busy: dict[Hand, Thing]) -> list[Hand]:
    """Wait for the hands that are done, dead, or out of time."""
    heard = set(wait([sign for hand in busy for sign in hand.signs], timeout=max(0.0, min(hand.left for hand in busy))))
    return [hand for hand in busy if heard.intersection(hand.signs) or hand.left <= 0]


def _lost(job: Job, loss: Loss, bounds: Bounds) -> Made:
    told, advice = {
        Loss.MEMORY: (
            f" ({bounds.memory / 1e9:.1f} GB)",
            "a picture of very many pixels or a table without end does it",
        ),
        Loss.TIME: (f" ({bounds.seconds:.0f} seconds)", "a picture of very many pixels or a table without end does it"),
    }.get(loss, ("", "most often memory ran out: close other programs"))
    message = f"the process that made {job} {loss}{told}"
    return Made(findings=(WORKER_DIED.at(None, message, advice),))
