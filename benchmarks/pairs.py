"""How the benchmarks measure: two ways of doing the same in turn, and what is told of it.

Seconds differ from machine to machine and from minute to minute, so nothing but ratios of one run is told:
each round does both, the next round begins with the other one, and a round gives one ratio. The median is
quoted with the smallest and the largest. Each script leaves its rows in `results/`, with the date and the
machine, and `table.py` puts them together.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "results"
ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Row:
    """One thing measured: `ratios` a round each; `at_most` is what must be reached, `aim` what is wished."""

    what: str
    ratios: tuple[float, ...]
    at_most: float | None = None
    aim: float | None = None
    note: str = ""

    @property
    def median(self) -> float:
        """The middle of the rounds."""
        return statistics.median(self.ratios)

    @property
    def verdict(self) -> str:
        """Where the median stands between what must be reached and the aim."""
        if self.at_most is None:
            return ""
        if self.aim is not None and self.median <= self.aim:
            return "aim reached"
        return "reached" if self.median <= self.at_most else "NOT reached"


def in_turn(ours: Callable[[], float], theirs: Callable[[], float], rounds: int) -> tuple[float, ...]:
    """Ours over theirs, a ratio a round; each gives the seconds it took. One round before warms the disk."""
    found = []
    for number in range(rounds + 1):
        pair = (ours, theirs) if number % 2 else (theirs, ours)
        seconds = {way: way() for way in pair}
        found.append(seconds[ours] / seconds[theirs])
    return tuple(found[1:])


def timed(work: Callable[[], object]) -> float:
    """The seconds that a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run(place: Path, *command: str | Path, **variables: str) -> None:
    """Run a program there without a word; SystemExit with its last words when it fails."""
    environment = {**os.environ, **variables}
    done = subprocess.run(
        [str(word) for word in command], cwd=place, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{(done.stdout + done.stderr)[-2000:]}")


def build(place: Path, *options: str) -> None:
    """Build the workspace there, as `make` does."""
    run(place, sys.executable, "-m", "communique", "build", *options, SOURCE_DATE_EPOCH="0")


def publish(name: str, rows: Iterable[Row], missing: Sequence[str] = ()) -> int:
    """Print the rows, and leave them in `results/NAME.json`; the exit code 0."""
    rows = tuple(rows)
    for row in rows:
        print(told(row), flush=True)
    for absent in missing:
        print(f"missing, not measured: {absent}", flush=True)
    system = f"{platform.system()} {platform.machine()}"
    kept = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{system}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "rows": [asdict(row) for row in rows],
        "missing": list(missing),
    }
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return 0


def told(row: Row) -> str:
    """A row for the terminal."""
    limits = "" if row.at_most is None else f"at most {row.at_most:g}, aim {row.aim:g}: {row.verdict}"
    spread = f"({min(row.ratios):.3g} to {max(row.ratios):.3g}, n = {len(row.ratios)})"
    return f"{row.what:<66} {row.median:6.3g}  {spread:<28} {limits}".rstrip()
