"""What was made from what, so that nothing is made twice. May be deleted at any time.

One record an intervention; each is written beside and moved
into place, so that two builds at once cannot tear one: the last writer wins, and where its record
does not fit the files on the disk, the papers are made again.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from communique.engine.glance import NEVER, Line, lie_there, lines_for, remember
from communique.engine.inputs import Inputs, digest_of
from communique.engine.order import Order

VERSION = 2
RECORDS = "made"


@dataclass(frozen=True, slots=True)
class RememberedPaper:
    """A paper that an intervention can have, and what it was made from; with no `inputs`, it was not made.

    `key` is that of the job which made it (`key.py`). `final`: it passed under `--final`.
    """

    place: str
    kind: str
    language: str
    format: str
    audience: str
    inputs: str = ""
    sha256: str = ""
    final: bool = False
    key: str = ""

    def is_current(self, inputs: str, order: Order, build: Path) -> bool:
        """True when it was made from these inputs, as strictly as asked, and lies there unaltered."""
        strict = self.final or not order.final
        return strict and self.inputs == inputs and digest_of(build / self.place) == self.sha256


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one intervention: its inputs, its papers, the manifests beside them, what was found."""

    inputs: str
    papers: tuple[RememberedPaper, ...]
    manifests: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[dict[str, Any], ...] = ()

    def is_current(self, inputs: str, order: Order, build: Path) -> bool:
        """True when all that the order wants of it was made from these inputs, and lies there unaltered."""
        wanted = self.wanted(order)
        return (
            self.inputs == inputs
            and all(paper.is_current(inputs, order, build) for paper in wanted)
            and all(digest_of(build / place) == digest for place, digest in self.manifests.items())
        )

    def wanted(self, order: Order) -> tuple[RememberedPaper, ...]:
        """The papers that the order wants."""
        return tuple(paper for paper in self.papers if order.wants(paper.kind, paper.language, paper.format))


def nothing_to_do(build: Path, store: Path, inputs: Inputs, order: Order) -> bool:
    """True when the whole workspace is as it was after the last build, and so are the papers that the order wants."""
    if order.force or order.paths or order.explain:
        return False
    lines = lines_for(str(store), inputs.digest)
    papers = [line for line in lines if line[2] and order.wants(*line[2:5])]
    manifests = [line for line in lines if not line[2]]
    return (
        bool(papers)
        and all(line[1] or not order.final for line in papers)
        and {line[2] for line in papers}.issuperset(order.kinds)
        and {line[3] for line in papers}.issuperset(order.languages)
        and {line[4] for line in papers}.issuperset(order.formats)
        and lie_there((*papers, *manifests), str(build))
    )


def glance_at(store: Path, inputs: Inputs, interventions: Mapping[str, str]) -> None:
    """Remember the whole workspace: its inputs, and what lies there of each intervention that has these inputs."""
    lines: list[Line] = []
    for folder, own in interventions.items():
        record = recall(store, folder)
        for paper in record.papers if record else ():
            made = paper.sha256 if paper.inputs == own else NEVER
            final = "final" if paper.final else ""
            lines.append((made, final, paper.kind, paper.language, paper.format, paper.place))
        lines += ((digest, "", "", "", "", place) for place, digest in (record.manifests if record else {}).items())
    remember(str(store), inputs.digest, lines)


def recall(store: Path, folder: str) -> Record | None:
    """What is known of an intervention; None when nothing that can be read."""
    told = _read(_file(store, folder))
    try:
        papers = tuple(RememberedPaper(**paper) for paper in told["papers"])
        return Record(told["inputs"], papers, told["manifests"], tuple(told["findings"]))
    except (KeyError, TypeError):
        return None


def keep(store: Path, folder: str, record: Record) -> None:
    """Remember an intervention."""
    _write(_file(store, folder), {"version": VERSION, **asdict(record)})


def forget(store: Path, folder: str) -> None:
    """Forget an intervention that is gone."""
    _file(store, folder).unlink(missing_ok=True)


def remembered(store: Path) -> Iterator[str]:
    """The folders of all interventions that are known."""
    home = store / RECORDS
    for file in sorted(home.rglob("*.json")):
        yield file.relative_to(home).with_suffix("").as_posix()


def _file(store: Path, folder: str) -> Path:
    return store / RECORDS / f"{folder}.json"


def _read(file: Path) -> dict[str, Any]:
    """A file of ours; what is damaged or of another version counts as absent."""
    try:
        told = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) and told.get("version") == VERSION else {}


def _write(file: Path, value: dict[str, Any]) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    draft.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    draft.replace(file)
