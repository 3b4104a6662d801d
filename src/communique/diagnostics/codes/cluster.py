"""CQ77x: other machines that make papers."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

NO_CLUSTER = Code(
    "CQ771",
    "no-cluster-software",
    Severity.ERROR,
    what="`--on` was asked for, but Dask is not installed.",
    why="A cluster is for very many papers; what it needs is installed only where it is wanted.",
    wrong="pip install communique",
    right="pip install 'communique[cluster]'",
)
OPEN_LINE = Code(
    "CQ772",
    "open-line",
    Severity.ERROR,
    what="The scheduler is on another machine, and the line to it is not encrypted.",
    why="Private texts travel on it, and whoever can speak on it can run programs on both machines. Only TLS with "
    "certificates on both sides keeps others out; an open line is for a scheduler on this machine.",
    wrong="communique build --on tcp://scheduler.example:8786",
    right="communique build --on tls://scheduler.example:8786",
)
UNREACHABLE = Code(
    "CQ773",
    "no-scheduler",
    Severity.ERROR,
    what="The scheduler does not answer, refuses the certificates, or has no worker.",
    why="Nothing can be made there. What was built before is as it was.",
    wrong="communique build --on tls://localhost:8786     # nothing runs there",
    right="communique build                               # on this machine",
)
OTHER_VERSIONS = Code(
    "CQ774",
    "other-versions",
    Severity.ERROR,
    what="A worker has other versions of what makes the papers.",
    why="The same text would come out with other bytes, or with other line breaks, from one machine to the next.",
    wrong="a worker with WeasyPrint 69, this machine with 70",
    right="the same requirements.lock on every machine",
)
