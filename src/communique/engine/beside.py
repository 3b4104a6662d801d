"""Two things at once: one is done in a process beside, while this one does what will be needed next."""

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TypeVar, cast

from communique.diagnostics.refused import Refused
from communique.engine.crew import cores
from communique.engine.hand import undisturbed
from communique.engine.order import Misordered

Result = TypeVar("Result")


def beside(work: Callable[[], Result], meanwhile: Iterable[Callable[[], object]]) -> Result:
    """What `work` gives or raises, while the steps of `meanwhile` are taken, until there is an answer.

    Where there is one core, or no safe fork, the work is done here, and the steps are left to whoever
    needs them. The work may open files, and nothing that it changes in memory counts.
    """
    if cores() < 2 or sys.platform != "linux" or threading.active_count() > 1:
        return work()
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_tell, args=(theirs, work), daemon=True)
    with undisturbed():
        process.start()
    theirs.close()
    try:
        with suppress(Refused):  # whoever needs that step will say so
            for step in meanwhile:
                if ours.poll():
                    break
                step()
        told = ours.recv()
    except EOFError:  # it died, of a fault of ours or of the machine's: here it shows
        return work()
    finally:
        process.kill()
        process.join()
    if isinstance(told, Exception):
        raise told
    return cast("Result", told)


def _tell(line: Connection, work: Callable[[], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        told = work()
    except (Refused, Misordered) as reason:
        told = reason
    line.send(told)
