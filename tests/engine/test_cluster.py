import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
import trustme

from communique.diagnostics.refused import Refused
from communique.engine import cluster
from communique.engine.cluster import Cluster
from desk import communique, desk, environment, papers

SCRIPT = str(Path(__file__).with_name("cluster_at_work.py"))
TWO_SPEECHES = 'kinds = ["statement", "podium"]\n'


@pytest.fixture(scope="module")
def made_here(tmp_path_factory):
    """The papers of two speeches, made by this machine alone."""
    here = two_speeches(tmp_path_factory.mktemp("here"))
    told = communique(here, "build")
    assert told.returncode == 0, told.stderr
    return papers(here)


def two_speeches(folder):
    desk(folder, settings=TWO_SPEECHES, name="first")
    return desk(folder, settings=TWO_SPEECHES, name="second")


def on_cluster(folder, *how):
    return subprocess.run(
        [sys.executable, SCRIPT, *how],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_cluster_makes_the_same_bytes_though_a_worker_is_killed(tmp_path, made_here):
    told = on_cluster(two_speeches(tmp_path), "kill")
    assert told.returncode == 0, told.stderr
    assert "4 of 4" in told.stdout
    assert papers(tmp_path) == made_here


def test_an_open_line_to_another_machine_is_refused_before_anything_is_sent(tmp_path):
    told = communique(desk(tmp_path), "build", "--on", "tcp://scheduler.example:8786")
    assert told.returncode == 1
    assert "error CQ772: tcp://scheduler.example:8786 is another machine, and the line to it is open" in told.stderr


def test_an_encrypted_line_without_certificates_is_refused(tmp_path):
    told = communique(desk(tmp_path), "build", "--on", "tls://127.0.0.1:9")
    assert told.returncode == 1
    assert "error CQ772: no certificates are set for tls://127.0.0.1:9" in told.stderr
    assert "DASK_DISTRIBUTED__COMM__TLS__CA_FILE" in told.stderr


def test_a_scheduler_that_is_not_there_is_one_clear_line(tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", "1s")
    with pytest.raises(Refused) as refused, Cluster("tcp://127.0.0.1:9")._client():
        pass
    assert "does not answer" in str(refused.value)


def test_a_worker_with_other_versions_is_named_with_what_differs():
    theirs = cluster.versions() | {"weasyprint": "69.0"}
    with pytest.raises(Refused) as refused:
        Cluster("tcp://127.0.0.1:9")._compare({"tcp://one": cluster.versions(), "tcp://two": theirs})
    (finding,) = refused.value.diagnostics
    assert finding.message == "the worker at tcp://two would make other bytes: weasyprint 69.0 (here 70.0)"


def test_a_worker_without_communique_is_named():
    with pytest.raises(Refused, match="cannot make papers: No module named 'communique'"):
        Cluster("tcp://127.0.0.1:9")._compare({"tcp://one": ModuleNotFoundError("No module named 'communique'")})


def test_a_cluster_without_workers_is_told_how_to_get_one():
    with pytest.raises(Refused, match="has no worker"):
        Cluster("tcp://127.0.0.1:9")._compare({})


def test_the_line_is_encrypted_with_certificates_on_both_sides(tmp_path, made_here):
    certificates = tmp_path / "certificates"
    variables = certified(certificates)
    place = two_speeches(tmp_path / "desk")
    dask, address = [sys.executable, "-m", "dask"], tmp_path / "address.json"
    options = ["--protocol", "tls", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    worker_options = ["--nthreads", "1", "--no-dashboard", "--local-directory", str(tmp_path / "worker")]
    starting = [*dask, "scheduler", *options, "--scheduler-file", str(address)]
    scheduler = subprocess.Popen(starting, env=environment(**variables), stderr=subprocess.DEVNULL)
    worker = None
    try:
        worker = subprocess.Popen(
            [*dask, "worker", "--scheduler-file", str(address), *worker_options],
            env=environment(**variables),
            stderr=subprocess.DEVNULL,
        )
        told = communique(place, "build", "--on", waited_for(address), **variables)
        stranger = communique(place, "build", "--force", "--on", waited_for(address), **certified(tmp_path / "other"))
    finally:
        for process in filter(None, (worker, scheduler)):
            process.terminate()
            process.wait(20)
    assert told.returncode == 0, told.stderr
    assert papers(place) == made_here
    assert stranger.returncode == 1
    assert "CQ773" in stranger.stderr


def waited_for(file):
    """The address that a scheduler writes down as soon as it listens."""
    until = time.monotonic() + 30
    while time.monotonic() < until and not file.is_file():
        time.sleep(0.1)
    return json.loads(file.read_text(encoding="utf-8"))["address"]


def certified(folder):
    """Certificates of an authority of their own, as the variables that Dask reads."""
    folder.mkdir()
    authority = trustme.CA()
    one = authority.issue_cert("127.0.0.1")
    authority.cert_pem.write_to_path(folder / "ca.pem")
    one.private_key_pem.write_to_path(folder / "key.pem")
    one.cert_chain_pems[0].write_to_path(folder / "cert.pem")
    variables = {"DASK_DISTRIBUTED__COMM__TLS__CA_FILE": str(folder / "ca.pem")}
    for role in ("SCHEDULER", "WORKER", "CLIENT"):
        variables[f"DASK_DISTRIBUTED__COMM__TLS__{role}__CERT"] = str(folder / "cert.pem")
        variables[f"DASK_DISTRIBUTED__COMM__TLS__{role}__KEY"] = str(folder / "key.pem")
    return variables
