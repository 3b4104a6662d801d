import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desk import environment

SCRIPT = [sys.executable, str(Path(__file__).with_name("crew_at_work.py"))]


def ran(hands, *names, seconds=60):
    return subprocess.run(
        [*SCRIPT, str(hands), str(seconds), *names],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def at_work(hands, *names, seconds=60):
    """What came of each job, and who began which in what process."""
    told = ran(hands, *names, seconds=seconds)
    assert told.returncode == 0, told.stderr
    lines = [line.split() for line in told.stdout.splitlines()]
    return [line[1:3] for line in lines if line[0] == "="], [line for line in lines if line[0] != "="]


def alive(number):
    """True for a process that is at work; one that ended and is not yet buried is not."""
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def ended(numbers, within=5.0):
    until = time.monotonic() + within
    while time.monotonic() < until and any(map(alive, numbers)):
        time.sleep(0.02)
    return not any(map(alive, numbers))


def test_every_job_is_made_in_a_process_of_the_crew():
    results, began = at_work(2, "a", "b", "c")
    assert sorted(results) == [["a", "made"], ["b", "made"], ["c", "made"]]
    parent = began[0][1]
    assert parent not in {number for name, number in began[1:]}


def test_one_hand_needs_no_other_process():
    results, began = at_work(1, "a", "b")
    assert len(results) == 2
    assert len({number for _, number in began}) == 1


def test_the_longest_comes_first():
    results, _ = at_work(1, "short", "longer", "longest")
    assert [name for name, _ in results] == ["longest", "longer", "short"]


@pytest.mark.parametrize("hands", [1, 2])
def test_a_refusal_stops_no_other(hands):
    results, _ = at_work(hands, "a", "refuse", "b")
    assert sorted(results) == [["a", "made"], ["b", "made"], ["refuse", "draft-as-final"]]


def test_a_death_is_one_finding_and_the_others_are_made():
    results, _ = at_work(2, "a", "b", "die", "c", "d")
    assert sorted(results) == [["a", "made"], ["b", "made"], ["c", "made"], ["d", "made"], ["die", "worker-died"]]


@pytest.mark.parametrize(
    ("name", "seconds", "told"),
    [
        ("swell", 60, "needed_more_memory_than_it_may_(2.0_GB)"),
        ("sleep", 1, "took_longer_than_it_may_(1_seconds)"),
        ("die", 60, "ended_without_a_word"),
    ],
)
def test_what_is_out_of_bounds_is_one_finding_and_the_others_are_made(name, seconds, told):
    answer = ran(2, "a", name, "b", "c", seconds=seconds)
    lines = [line.split() for line in answer.stdout.splitlines() if line.startswith("=")]
    assert {line[1]: line[2] for line in lines} == {"a": "made", "b": "made", "c": "made", name: "worker-died"}
    assert [line[3] for line in lines if line[1] == name] == [f"the_process_that_made_{name}_statement.en_{told}"]


def test_a_fault_of_ours_ends_the_crew_with_its_traceback():
    answer = ran(2, "a", "break", "b")
    assert answer.returncode == 1
    assert "ValueError: break" in answer.stderr
    assert "RuntimeError: the process that made break" in answer.stderr


def workers_of(process, names):
    """The processes that began these jobs."""
    numbers = []
    while len(numbers) < names:
        name, number = process.stdout.readline().split()
        if name != "parent":
            numbers.append(int(number))
    return numbers


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_workers_end_with_their_parent(end):
    process = subprocess.Popen(
        [*SCRIPT, "2", "60", "sleep", "sleeping"],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    workers = workers_of(process, 2)
    began = time.monotonic()
    if end is signal.SIGINT:
        os.killpg(process.pid, end)  # a terminal tells all of them
    else:
        process.kill()
    process.wait(timeout=10)
    process.stdout.close()
    assert ended(workers)
    assert time.monotonic() - began < 3
