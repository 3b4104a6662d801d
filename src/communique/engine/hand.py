"""A hand of the crew: one process that makes one thing after another, within bounds of memory and time.

Fork where the platform allows it and no thread runs (what is loaded is then there at once), spawn
elsewhere. A hand leaves Ctrl-C to its parent, and ends with it, whatever ended it.
"""

import multiprocessing
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.connection import Connection
from multiprocessing.connection import wait as wait_for
from multiprocessing.context import ForkContext, SpawnContext
from typing import Any

Make = Callable[[Any, Any], Any]
"""From one thing to be made, and what all of them share, to what came of it."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one hand may take for one thing: bytes of memory, seconds.

    A text of 500,000 words, longer than any on earth is read, takes under 600 MB and 80 seconds
    (`benchmarks/growth.py`): three times that memory, ten times that time, is no text any more.
    """

    memory: int = 2_000_000_000
    seconds: float = 900.0


class Loss(StrEnum):
    """Why nothing came of a thing."""

    DIED = "ended without a word"
    MEMORY = "needed more memory than it may"
    TIME = "took longer than it may"
    FAULT = "broke"


class Hand:
    """One process, and what it is making."""

    def __init__(self, make: Make, supply: object, bounds: Bounds) -> None:
        context = _context()
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, make, supply, bounds.memory), daemon=True)
        with undisturbed():
            self._process.start()
        theirs.close()
        self._bounds, self._until = bounds, float("inf")

    def give(self, thing: object) -> None:
        """Have it make something."""
        self._until = time.monotonic() + self._bounds.seconds
        try:
            self._line.send(thing)
        except OSError:
            return  # it died while idle: what it should have made is lost, as `taken` will find

    def taken(self) -> object:
        """What came of the thing it was given, or the Loss; to be asked when it has something to tell."""
        try:
            if self._line.poll():
                (made,) = self._line.recv()
                return made
        except (EOFError, OSError):
            pass
        if self.left <= 0:
            return Loss.TIME
        self._process.join()
        return Loss.FAULT if self._process.exitcode == 1 else Loss.DIED

    @property
    def signs(self) -> list[Connection | int]:
        """What to wait for: it tells something, or it dies."""
        return [self._line, self._process.sentinel]

    @property
    def left(self) -> float:
        """The seconds it still has."""
        return self._until - time.monotonic()

    def end(self) -> None:
        """End it at once, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self._line.close()


def _serve(line: Connection, make: Make, supply: object, memory: int) -> None:
    """The whole life of a hand. What breaks here is our own fault: it ends with a traceback and exit code 1."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if sys.platform == "linux":  # elsewhere this limit does not count what matters
        resource.setrlimit(resource.RLIMIT_DATA, (memory, resource.getrlimit(resource.RLIMIT_DATA)[1]))
    while True:
        try:
            thing = line.recv()
        except EOFError:
            return
        try:
            made = make(thing, supply)
        except MemoryError:
            made = Loss.MEMORY
        line.send((made,))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Ctrl-C waits until the process is there: between a fork and its first act it would be lost."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _context() -> ForkContext | SpawnContext:
    """Fork copies one thread only, so it is for processes that have one (and not for macOS, whose libraries mind)."""
    may_fork = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork") if may_fork else multiprocessing.get_context("spawn")
