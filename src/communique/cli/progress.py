"""The bar of a terminal, when there is something to wait for."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager


@contextmanager
def progress() -> Iterator[Callable[[int, int, str], None]]:
    """Takes how many jobs are done, of how many, and the last one's name; silent where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda _done, _of, _name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    # no thread of its own: the workers are forked after the bar is there
    bar = Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
    with ExitStack() as while_working:
        task = bar.add_task("reading", total=None)

        def watch(done: int, of: int, name: str) -> None:
            if done == 0:
                while_working.enter_context(bar)
            bar.update(task, completed=done, total=of, description=name or "setting pages", refresh=True)

        yield watch
