"""`communique send` killed at random moments: afterwards the mailbox and the register agree, mail for mail."""

import multiprocessing
import os
import random
import signal
import threading
import time
from pathlib import Path

import pytest

from communique.cli.app import main
from communique.deliver.outbox import Outbox
from communique.deliver.register import open_register
from communique.deliver.register_check import check_register
from mail_server import Post, mail_server
from mailing_desk import delegations, distributed, meeting_desk, route

PEOPLE = 5
PATIENCE = 120
AT_WORK = multiprocessing.get_context("forkserver")
AT_WORK.set_forkserver_preload(["communique.engine.posting", "communique.cli.send", "test_send_killed"])


def type_send(folder: str, *arguments: str) -> None:
    """The program as one types it, in a process of its own."""
    os.chdir(folder)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    os._exit(main(["send", "m", *arguments]))


def started(folder: Path, *arguments: str) -> multiprocessing.process.BaseProcess:
    process = AT_WORK.Process(target=type_send, args=(str(folder), *arguments))
    process.start()
    return process


def send_and_kill(folder: Path, post: Post, draw: random.Random) -> None:
    """Kill the program somewhere between its first word to the server and the last answer it gets."""
    steps, after = draw.randint(1, 3 * PEOPLE), draw.choice([0, 0, 0.001, 0.003, 0.01])
    process = started(folder, "--yes")
    lock = threading.Lock()

    def count(_: str) -> None:
        nonlocal steps
        with lock:
            steps -= 1
        if steps == 0:
            threading.Timer(after, process.kill).start() if after else process.kill()

    post.event = count
    process.join(PATIENCE)
    post.event = lambda _: None
    assert process.exitcode in {0, 1, -signal.SIGKILL}
    time.sleep(0.05)  # what was on the line arrives, or is dropped


def look_after_it(folder: Path, post: Post) -> list[str]:
    """What a person does: look into the mailbox, and say whether the mail arrived."""
    told = []
    with open_register(distributed_workspace(folder), "m", create=False) as register:
        for mail in Outbox(register).unclear():
            told += ["--arrived" if mail.message_id in post.ids() else "--not-arrived", mail.recipient]
    return told


def distributed_workspace(folder: Path):
    return distributed(folder, list(delegations(PEOPLE)))  # again and again: the same files change nothing


def after_kills(folder: Path, seed: int, times: int) -> None:
    draw, post = random.Random(seed), Post()
    with mail_server(post) as port:
        meeting_desk(folder, delegations(PEOPLE), settings=route(port))
        workspace = distributed_workspace(folder)
        for _ in range(times):
            send_and_kill(folder, post, draw)
            known = look_after_it(folder, post)
            if known:
                settled = started(folder, "--dry-run", *known)
                settled.join(PATIENCE)
                assert settled.exitcode == 0
        last = started(folder, "--yes")
        last.join(PATIENCE)
        assert last.exitcode == 0
    assert sorted(post.received) == sorted(delegations(PEOPLE).values())  # none twice, none lost
    with open_register(workspace, "m", create=False) as register:
        assert {entry.state for entry in register.entries()} == {"sent"}
        assert list(check_register(register, "m", workspace.build)) == []


@pytest.mark.parametrize("seed", range(5))
def test_a_run_that_is_killed_sends_nothing_twice_and_loses_nothing(tmp_path, seed):
    after_kills(tmp_path, seed, times=1)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 150))
def test_many_kills_in_a_row(tmp_path, seed):
    after_kills(tmp_path, seed, times=4)
