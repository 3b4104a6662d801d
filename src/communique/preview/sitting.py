"""One run of the preview: the desk in a thread of its own, and whoever looks at its papers."""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from communique.preview.desk import Desk

P = ParamSpec("P")
T = TypeVar("T")


class Closed(Exception):
    """The preview ended while somebody waited for the desk."""


class Sitting:
    """Says when something was saved, and does the work of the desk one piece after another."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.closed = asyncio.Event()
        self._saved = 0
        self._turn = asyncio.Event()
        self._hands = ThreadPoolExecutor(1, "desk")

    def saved(self) -> None:
        """Something was saved: whoever looks will look again."""
        self._saved += 1
        self._next_turn()

    def close(self) -> None:
        """The end: every stream ends, what waits for the desk is dropped."""
        self.closed.set()
        self._next_turn()
        self._hands.shutdown(wait=False, cancel_futures=True)

    async def do(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Have a piece of work done by the desk; Closed when the end came first."""
        if self.closed.is_set():
            raise Closed
        try:
            return await asyncio.get_running_loop().run_in_executor(self._hands, lambda: work(*args, **kwargs))
        except asyncio.CancelledError:
            if self.closed.is_set():
                raise Closed from None
            raise

    async def turns(self) -> AsyncIterator[int]:
        """Now, and after each save; several saves while one was busy are one."""
        while not self.closed.is_set():
            seen, turn = self._saved, self._turn
            yield seen
            if seen == self._saved and not self.closed.is_set():
                await turn.wait()

    def _next_turn(self) -> None:
        turn, self._turn = self._turn, asyncio.Event()
        turn.set()
