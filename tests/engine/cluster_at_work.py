"""A process of its own that builds the workspace it stands in on a cluster of two workers; run by test_cluster.py.

With `kill`, one of the two is killed as soon as the first paper is there. Prints a line for each paper.
"""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from distributed import LocalCluster

from communique.engine.cluster import Cluster
from communique.engine.inputs import take_inputs
from communique.engine.order import Order
from communique.engine.plan import build
from communique.read.workspace import open_workspace


def main(kill: bool) -> None:
    options = {"dashboard_address": None, "silence_logs": 50, "worker_dashboard_address": None}
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, **options) as cluster:
        workers = [worker.pid for worker in cluster.workers.values()]

        def watch(done: int, of: int, name: str) -> None:
            sys.stdout.write(f"{done} of {of} {name}\n")
            if kill and done == 1:
                os.kill(workers[0], signal.SIGKILL)

        here = Path.cwd()
        made_there = Cluster(cluster.scheduler_address)
        outcome = build(
            open_workspace(here, datetime.now(UTC).date(), None), Order(), take_inputs(here), watch, made_there
        )
        sys.stdout.writelines(f"{finding.message}\n" for finding in outcome.findings if finding.is_error)


if __name__ == "__main__":
    main("kill" in sys.argv)
