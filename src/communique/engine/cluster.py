"""Jobs on many machines: the same values, handed to Dask instead of to a crew of this machine.

A worker gets what all jobs share once, before its first job, and so does one that joins later: themes and
templates as values, and those font files that one of the workers lacked. A job carries words and no path.
When a worker dies, Dask gives its jobs to another one.

What travels is confidential, and is read with pickle, which can run code: a scheduler on another machine is
spoken to by TLS with certificates on both sides, or not at all.
"""

import hashlib
import secrets
import sys
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from ipaddress import ip_address
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from communique.diagnostics.codes.cluster import NO_CLUSTER, OPEN_LINE, OTHER_VERSIONS, UNREACHABLE
from communique.diagnostics.codes.engine import WORKER_DIED
from communique.diagnostics.refused import Refused
from communique.engine.bench import attempt, equip
from communique.engine.job import Job, Made, Stock
from communique.engine.machine import libraries
from communique.write.font_luggage import fonts_here, packed, unpack

if TYPE_CHECKING:
    from distributed import Client, Security, Worker, WorkerPlugin

PROGRAM = Path(__file__).resolve().parents[1]

PATIENCE = "20s"
"""How long a scheduler may take to answer. One that runs needs less than a second."""

PACKAGES = ("weasyprint", "python-docx", "pikepdf", "lxml", "fonttools", "pydyf", "tinycss2", "jinja2")
"""What decides the bytes of a paper, beside the libraries of the system."""


def versions() -> dict[str, str]:
    """All that must be equal on every machine, by name."""
    python = ".".join(map(str, sys.version_info[:2]))
    return {"Python": python, "communique": _program()} | {name: version(name) for name in PACKAGES} | libraries()


def _program() -> str:
    """The version of communique, and the beginning of a digest of its files: a checkout may be edited."""
    digest = hashlib.sha256()
    for file in sorted(PROGRAM.rglob("*.py")):
        digest.update(file.relative_to(PROGRAM).as_posix().encode() + file.read_bytes())
    return f"{version('communique')} ({digest.hexdigest()[:8]})"


@dataclass(frozen=True)
class Cluster:
    """A scheduler of Dask and its workers; a `Work` for `build`."""

    address: str

    def __call__(self, jobs: Sequence[Job], stock: Stock) -> Iterator[tuple[Job, Made]]:
        """Each job with what came of it, as they are done; Refused when the cluster cannot be used."""
        if not jobs:
            return
        self._must_be_private()
        with self._client() as client:
            run = secrets.token_hex(8)
            self._fit_out(client, run, stock)
            yield from self._made(client, run, jobs)

    def _made(self, client: "Client", run: str, jobs: Sequence[Job]) -> Iterator[tuple[Job, Made]]:
        waiting = {
            client.submit(_one, job, run, key=f"{run}-{number}", priority=job.weight, pure=False): job
            for number, job in enumerate(jobs)
        }
        for future in self._dask.as_completed(list(waiting), loop=client.loop):
            job = waiting.pop(future)
            if isinstance(failure := future.exception(), self._dask.KilledWorker):
                yield job, _given_up(job)
            elif failure is not None:
                raise failure
            else:
                yield job, future.result()
            future.release()

    def _fit_out(self, client: "Client", run: str, stock: Stock) -> None:
        """See that all workers are of one kind with this machine, and give each what the jobs share."""
        self._compare(client.run(versions, on_error="return"))
        here = fonts_here()
        there = client.run(_digests)
        absent = set(here).difference(*([set.intersection(*map(set, there.values()))] if there else []))
        kit = Kit(run, stock, tuple(sorted(here, key=lambda digest: here[digest].name)), packed(here, absent))
        try:
            client.register_plugin(_plugin(kit), name="communique")
        except RuntimeError as fault:
            raise Refused(OTHER_VERSIONS.at(None, f"a worker cannot be fitted out: {fault}", "start it anew")) from None

    def _compare(self, told: Mapping[str, object]) -> None:
        ours = versions()
        if not told:
            raise Refused(UNREACHABLE.at(None, f"the scheduler at {self.address} has no worker", START_ONE))
        for worker, theirs in sorted(told.items()):
            if not isinstance(theirs, dict):
                message = f"the worker at {worker} cannot make papers: {theirs}"
                raise Refused(OTHER_VERSIONS.at(None, message, f"install communique {ours['communique']} there"))
            differ = [f"{name} {theirs.get(name, 'absent')} (here {ours[name]})" for name in ours]
            differ = [line for line, name in zip(differ, ours, strict=True) if theirs.get(name) != ours[name]]
            if differ:
                message = f"the worker at {worker} would make other bytes: {', '.join(differ)}"
                raise Refused(OTHER_VERSIONS.at(None, message, "install the same versions there, or leave it out"))

    def _must_be_private(self) -> None:
        """Refused unless the line is TLS, or leads to this machine."""
        parts = urlsplit(self.address)
        if parts.scheme != "tls" and not _is_here(parts.hostname or ""):
            raise Refused(OPEN_LINE.at(None, f"{self.address} is another machine, and the line to it is open"))

    def _client(self) -> "Client":
        try:
            client: Client = self._dask.Client(
                self.address, security=self._certificates(), timeout=PATIENCE, set_as_default=False
            )
        except (OSError, TimeoutError, TypeError, ValueError) as fault:
            message = f"the scheduler at {self.address} does not answer: {fault}"
            raise Refused(UNREACHABLE.at(None, message, "see that it runs, and that the certificates fit")) from None
        return client

    def _certificates(self) -> "Security | None":
        """Those that Dask's own settings name, for a line that is encrypted; Refused where they name none."""
        if not self.address.startswith("tls:"):
            return None
        security: Security = self._dask.Security(require_encryption=True)
        names = ("tls_ca_file", "tls_client_cert", "tls_client_key")
        if not all(getattr(security, name) for name in names):
            raise Refused(OPEN_LINE.at(None, f"no certificates are set for {self.address}", CERTIFICATES))
        return security

    @cached_property
    def _dask(self) -> ModuleType:
        try:
            import distributed  # noqa: PLC0415  a second to load, and an extra
        except ImportError:
            raise Refused(NO_CLUSTER.at(None, "Dask is not installed here")) from None
        return distributed


CERTIFICATES = "set DASK_DISTRIBUTED__COMM__TLS__CA_FILE, ...__CLIENT__CERT and ...__CLIENT__KEY (docs/scale.md)"
START_ONE = "start one: dask worker ADDRESS --nthreads 1 --nworkers 2"


def _is_here(host: str) -> bool:
    """True of a name or number of this machine alone."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _given_up(job: Job) -> Made:
    message = f"each worker that made {job} died"
    return Made(findings=(WORKER_DIED.at(None, message, "most often memory ran out: give the workers more"),))


# --- on the worker --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kit:
    """What a worker needs for one build, beside the jobs."""

    run: str
    stock: Stock
    fonts: tuple[str, ...]
    luggage: Mapping[str, tuple[str, bytes]]


_kits: dict[str, Kit] = {}
"""In a worker: the kit of the build that goes on."""

_one_at_a_time = threading.Lock()
"""Pango is for one thread: a worker with several makes one paper at a time all the same."""


def _digests() -> Collection[str]:
    return tuple(fonts_here())


def _take(kit: Kit, folder: Path) -> None:
    """Unpack a kit: fonts first, for they are read once."""
    with _one_at_a_time:
        unpack(folder, kit.fonts, kit.luggage)
        equip()
        _kits.clear()
        _kits[kit.run] = kit


def _one(job: Job, run: str) -> Made:
    with _one_at_a_time:
        return attempt(job, _kits[run].stock)


def _plugin(kit: Kit) -> "WorkerPlugin":
    """The kit as Dask hands it out: to every worker there is, and to each that joins."""
    from distributed import WorkerPlugin  # noqa: PLC0415  see above

    class Outfit(WorkerPlugin):
        """Brings a kit to a worker."""

        def setup(self, worker: "Worker") -> None:
            """Called once on each worker, before its first job."""
            _take(kit, Path(worker.local_directory) / "communique")

    return Outfit()
