"""A fiftieth of a conference day, on a cluster of two workers and on the cores of this machine; part of `make bench`.

A day of 193 delegations, 7 interventions, 2 languages, 4 kinds and 2 formats is 21,616 files. The cluster runs on this
machine too, so that the ratio says what the cluster costs, not what more machines bring.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from pairs import ROOT, Row, build, in_turn, publish, timed

FILES = 193 * 7 * 2 * 4 * 2 // 50
SPEECHES = FILES // 8
ROUNDS = 1


def main() -> int:
    """A row for the cluster beside this machine alone; how many files a core makes in an hour stands beside it."""
    from distributed import LocalCluster  # noqa: PLC0415  the extra [cluster]

    options = {"dashboard_address": None, "worker_dashboard_address": None, "silence_logs": 50}
    crew = LocalCluster(2, threads_per_worker=1, **options)  # type: ignore[no-untyped-call]
    with tempfile.TemporaryDirectory() as folder, crew as cluster:
        place = Path(folder)
        written(place)
        here: list[float] = []

        def alone() -> float:
            here.append(cold(place))
            return here[-1]

        ratios = in_turn(lambda: cold(place, "--on", cluster.scheduler_address), alone, ROUNDS)
    an_hour = FILES / min(here) * 3600 / (os.cpu_count() or 1)
    note = f"{an_hour:,.0f} files an hour and core here"
    return publish("cluster", [Row(f"{FILES} files on a cluster, against this machine alone", ratios, note=note)])


def written(place: Path) -> None:
    """The example's speech, so many times."""
    example = ROOT / "content" / "ccm-3msp"
    for number in range(SPEECHES):
        shutil.copytree(example / "universalization", place / "content" / "ccm-3msp" / f"speech-{number:03}")
    shutil.copy(example / "meeting.yaml", place / "content" / "ccm-3msp")


def cold(place: Path, *options: str) -> float:
    """The seconds of a first build; SystemExit when a file is missing."""
    for made in (place / "build", place / ".communique"):
        shutil.rmtree(made, ignore_errors=True)
    seconds = timed(lambda: build(place, *options))
    files = [path for path in (place / "build").rglob("*.*") if path.suffix in {".pdf", ".docx"}]
    if len(files) != SPEECHES * 8:
        raise SystemExit(f"{len(files)} files were made")
    return seconds


if __name__ == "__main__":
    sys.exit(main())
