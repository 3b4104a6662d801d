"""The papers of recipients on all cores: patterns first, then every copy of them, a few recipients at a time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from communique.diagnostics.codes.engine import WORKER_DIED
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused
from communique.engine.copies import Copied, Press
from communique.engine.crew import together
from communique.engine.job import Job, Stock
from communique.engine.packs import Pattern, pattern_of
from communique.guard.strangers import names_index
from communique.model.addressee import Addressee

A_FEW = 12
"""Recipients that are made in one go: few enough that all cores end together, enough that the style is read seldom."""

Payload = TypeVar("Payload")
Product = TypeVar("Product")


@dataclass(frozen=True, slots=True)
class PatternTask:
    """A pattern to be made: of which job, for addressees that have the same fields as the specimen."""

    job: Job
    specimen: Addressee


@dataclass(frozen=True, slots=True)
class Wanted:
    """A copy to be made: of which pattern, by its number, for whom."""

    pattern: int
    addressee: Addressee


@dataclass(frozen=True, slots=True)
class Supply:
    """What every hand has: the stock, the names of all recipients, and the patterns once they are made."""

    stock: Stock
    names: tuple[str, ...] = field(repr=False)
    patterns: tuple[Pattern, ...] = field(default=(), repr=False)


def make_patterns(tasks: Sequence[PatternTask], supply: Supply, hands: int) -> tuple[Pattern, ...]:
    """Each pattern in the order of the tasks; one that could not be made has the reasons among its findings."""
    made = dict(_each(tasks, _pattern, supply, hands))
    return tuple(made[n] or Pattern(task.job, findings=(_dead(str(task.job)),)) for n, task in enumerate(tasks))


def make_copies(
    wanted: Sequence[tuple[Wanted, ...]], supply: Supply, hands: int
) -> Iterator[tuple[int, tuple[Copied, ...]]]:
    """The copies of each recipient, with its place in `wanted`, as soon as they are done."""
    slices = [range(at, min(at + A_FEW, len(wanted))) for at in range(0, len(wanted), A_FEW)]
    for number, made in _each([tuple(wanted[n] for n in one) for one in slices], _copies, supply, hands):
        for place, of_one in enumerate(slices[number]):
            yield of_one, made[place] if made else tuple(_lost(one, supply) for one in wanted[of_one])


def _pattern(task: tuple[int, PatternTask], supply: Supply) -> Pattern:
    _, one = task
    try:
        return pattern_of(one.job, supply.stock, one.specimen, supply.names)
    except Refused as refused:
        return Pattern(one.job, findings=refused.diagnostics)


def _copies(task: tuple[int, tuple[tuple[Wanted, ...], ...]], supply: Supply) -> tuple[tuple[Copied, ...], ...]:
    _, recipients = task
    press = Press(supply.stock, names_index(supply.names))
    return tuple(tuple(press.copy(supply.patterns[one.pattern], one.addressee) for one in each) for each in recipients)


def _each(
    payloads: Sequence[Payload], make: Callable[[tuple[int, Payload], Supply], Product], supply: Supply, hands: int
) -> Iterator[tuple[int, Product | None]]:
    """What came of each payload, with its place, by that many hands; None where a worker died."""
    tasks = list(enumerate(payloads))
    if min(hands, len(tasks)) < 2:
        yield from ((task[0], make(task, supply)) for task in tasks)
        return
    for task, product in together(tasks, make, supply, hands):
        yield task[0], product


def _lost(one: Wanted, supply: Supply) -> Copied:
    return Copied(one.addressee, findings=(_dead(f"{supply.patterns[one.pattern].job} for {one.addressee.name}"),))


def _dead(what: str) -> Diagnostic:
    message = f"the process that made {what} ended without a word"
    return WORKER_DIED.at(None, message, "most often memory ran out: close other programs")
