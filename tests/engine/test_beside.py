"""Two things at once: each case in a process of its own, which has one thread and may fork."""

import subprocess
import sys

import pytest

from communique.engine.beside import beside
from desk import environment

BEGIN = """
import os, signal, sys, time
from communique.diagnostics.codes.engine import NO_WORKSPACE
from communique.diagnostics.refused import Refused
from communique.engine import beside as module
module.cores = lambda: 2
HERE, taken = os.getpid(), []
def step(number, takes=0.0):
    def take():
        time.sleep(takes)
        taken.append(number)
    return take
def refused():
    raise Refused(NO_WORKSPACE.at(None, "no"))
def slowly():
    time.sleep(0.5)
    return True
def told(work, *steps):
    try:
        answer = module.beside(work, steps)
    except Refused as reason:
        answer = reason.diagnostics[0].code.name
    print(answer, taken)
"""
CASES = {
    "told(lambda: slowly() and os.getpid() != HERE, step(1))": "True [1]",
    "told(lambda: slowly() and refused(), step(1))": "no-workspace [1]",
    "told(lambda: slowly() and 'read', step(1), refused, step(3))": "read [1]",
    "told(lambda: slowly() and 'read', step(1, takes=3), step(2))": "read [1]",
    "told(lambda: slowly() and (os.getpid() == HERE or os.kill(os.getpid(), signal.SIGKILL)), step(1))": "True [1]",
}


@pytest.mark.parametrize(("case", "answer"), CASES.items())
def test_the_answer_comes_whatever_happens_beside(case, answer):
    told = subprocess.run(
        [sys.executable, "-c", BEGIN + case],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert told.stdout.strip() == answer
    assert told.stderr == ""


def test_without_a_safe_fork_it_is_done_here(monkeypatch):
    monkeypatch.setattr("communique.engine.beside.cores", lambda: 1)
    assert beside(lambda: "read", [lambda: pytest.fail("nobody waits for this step")]) == "read"
