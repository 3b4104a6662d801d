"""Which files bear on the pages, and when one of them was saved."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

from communique.engine.inputs import CONTENT, SHARED

NAMES = (CONTENT, *SHARED)
SETTLED = 15
"""Milliseconds without a further change after which a file counts as saved: an editor writes in steps."""


async def watch(root: Path, saved: Callable[[], None], closed: asyncio.Event) -> None:
    """Call `saved` after each change of what the pages are made from, until `closed`; `root` is absolute.

    Two watches: one below the folders that bear on the pages, one on the workspace itself for
    communique.toml and for a folder that comes or goes. So `build/` and whatever else lies in the
    workspace costs nothing.
    """
    while not closed.is_set():
        turn = asyncio.Event()
        watches = [asyncio.create_task(_above(root, saved, turn)), asyncio.create_task(_below(root, saved, turn))]
        ends = [asyncio.create_task(closed.wait()), asyncio.create_task(turn.wait())]
        await asyncio.wait([*ends, *watches], return_when=asyncio.FIRST_COMPLETED)
        turn.set()
        for end in ends:
            end.cancel()
        await asyncio.gather(*watches)


async def _above(root: Path, saved: Callable[[], None], turn: asyncio.Event) -> None:
    """Files of the workspace itself; a folder that came or went ends this turn of both watches."""
    folders = _folders(root)
    only = _Only(root)
    async for _ in awatch(root, watch_filter=only, step=SETTLED, stop_event=turn, recursive=False):
        saved()
        if _folders(root) != folders:
            turn.set()


async def _below(root: Path, saved: Callable[[], None], turn: asyncio.Event) -> None:
    """Everything in the folders; a workspace that has none yet waits for one."""
    folders = _folders(root)
    if not folders:
        await turn.wait()
        return
    async for _ in awatch(*folders, step=SETTLED, stop_event=turn, ignore_permission_denied=True):
        saved()


def _folders(root: Path) -> list[Path]:
    return [root / name for name in NAMES if (root / name).is_dir()]


class _Only(DefaultFilter):
    """What bears on the pages and stands in the workspace itself."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.places = {str(root / name) for name in NAMES}

    def __call__(self, change: Change, path: str) -> bool:
        """True for one of the names."""
        return path in self.places and super().__call__(change, path)
