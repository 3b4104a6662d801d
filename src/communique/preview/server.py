"""The server of the preview: on this machine alone, until Ctrl-C."""

import asyncio
import signal
import socket
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from communique.diagnostics.span import Source
from communique.model.workspace import Workspace
from communique.preview.answers import Answers, closed
from communique.preview.desk import Desk
from communique.preview.gate import HOSTS, Keys, cut_keys, walls
from communique.preview.sitting import Closed, Sitting
from communique.preview.watching import watch
from communique.preview.word_pages import WordPages

ENDS = tuple(getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name))
"""What ends the preview beside Ctrl-C: a terminal that is closed, a session that is left."""


class PortTaken(Exception):
    """The port is in use, or may not be used."""


@dataclass(frozen=True)
class House:
    """What the preview needs to know of its surroundings, as the command line tells it.

    `opened`: the workspace as it is now. `sources`: the files that findings point into, read anew.
    `homes`: the folders they stand in. `editor`: the words that start the writer's editor, or none.
    """

    root: Path
    opened: Callable[[], Workspace]
    sources: Callable[[], Mapping[str, Source]]
    homes: tuple[Path, ...]
    editor: Callable[[], tuple[str, ...]]


def serve(house: House, port: int, ready: Callable[[str, str], None]) -> None:
    """Serve until somebody interrupts. PortTaken when nobody can listen there.

    `ready` is told two addresses: one to be shown, and one to be opened, which is good for one time.
    """
    listener = listen(port)
    port = listener.getsockname()[1]
    keys, home = cut_keys(), f"http://{HOSTS[0]}:{port}/"
    with listener, tempfile.TemporaryDirectory(prefix="communique-") as folder:
        addresses = f"{home}?token={keys.token}", f"{home}?once={keys.once}"
        server = Server(house, Path(folder), keys, port, lambda: ready(*addresses))
        for name in ENDS:
            signal.signal(name, server.handle_exit)
        server.run(sockets=[listener])


def listen(port: int) -> socket.socket:
    """A socket on the loopback address; port 0 takes any that is free."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOSTS[0], port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise PortTaken(f"port {port} cannot be used: {(error.strerror or str(error)).lower()}") from None
    return listener


class Server(uvicorn.Server):
    """uvicorn, which waits for open streams when it is interrupted: ours end at once."""

    def __init__(self, house: House, folder: Path, keys: Keys, port: int, ready: Callable[[], None]) -> None:
        self._house, self._folder, self._ready = house, folder, ready
        self._sitting: Sitting | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        app = Starlette(middleware=walls(keys, port), exception_handlers={Closed: closed}, lifespan=self._open)
        self._app = app
        super().__init__(
            uvicorn.Config(app, log_level="error", access_log=False, server_header=False, timeout_graceful_shutdown=3)
        )

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Ctrl-C, or the end of the terminal: both leave nothing behind."""
        if self._loop and self._sitting:
            self._loop.call_soon_threadsafe(self._sitting.close)
        super().handle_exit(signal.SIGINT if sig in ENDS else sig, frame)

    @asynccontextmanager
    async def _open(self, app: Starlette) -> AsyncIterator[None]:
        """From the first moment to the last: the desk, the watch over the files, the routes."""
        house = self._house
        self._loop, sitting = asyncio.get_running_loop(), Sitting(Desk(house.opened))
        self._sitting = sitting
        answers = Answers(sitting, WordPages(self._folder), house.sources, house.homes, house.editor)
        app.router.routes.extend(routes(answers))
        watching = asyncio.create_task(watch(house.root, sitting.saved, sitting.closed))
        self._loop.call_soon(self._ready)
        try:
            yield
        finally:
            sitting.close()
            await watching


def routes(answers: Answers) -> list[Route]:
    """Every address there is; what is not here is not answered."""
    return [
        Route("/", answers.page),
        Route("/page/{name}", answers.page),
        Route("/events", answers.events),
        Route("/picture/{digest}/{page:int}/{width:int}/{band:int}/{bands:int}", answers.picture),
        Route("/words/{digest}/{page:int}", answers.words),
        Route("/paper/{format}", answers.paper),
        Route("/word", answers.word_pages),
        Route("/open", answers.open, methods=["POST"]),
    ]
