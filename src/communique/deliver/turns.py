"""One delivery at a time in a workspace, also when two builds run."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.deliver.folders import open_private, refusing


@contextmanager
def turn(store: Path) -> Iterator[None]:
    """Wait for one's turn and hold it; the system gives it back when the process ends, however it ends."""
    open_private(store)
    lock = store / "turn"
    with refusing(lock):
        handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
