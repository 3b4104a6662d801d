"""Builds that are killed, interrupted, doubled or have nowhere to write to."""

import json
import os
import random
import signal
import time
from hashlib import sha256
from pathlib import Path

import pytest

from desk import HELLO, communique, desk, papers, started, typed

SETTINGS = 'kinds = ["statement", "podium"]\n'


def is_whole(folder):
    """True when every manifest is about the very files beside it, and nothing lies about."""
    build = folder / "build"
    told = [
        (manifest.parent / file["name"], file["sha256"])
        for manifest in build.rglob("manifest.json")
        for file in json.loads(manifest.read_text())["files"]
    ]
    files = {path for path in build.rglob("*.*") if path.suffix in {".pdf", ".docx"}}
    return (
        len(told) == 4
        and {path for path, _ in told} == files
        and all(sha256(path.read_bytes()).hexdigest() == digest for path, digest in told)
        and not (build / ".incoming").exists()
    )


def alive_in(group):
    """The processes of a group that are still at work."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            state, _, its_group = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if its_group == str(group) and state != "Z":
            found.append(entry.name)
    return found


def killed(folder, after):
    """A build that is killed, with no chance to say so."""
    process = started(folder, "build", "--jobs", "2")
    time.sleep(after)
    process.kill()
    process.communicate()
    until = time.monotonic() + 5
    while time.monotonic() < until and alive_in(process.pid):
        time.sleep(0.02)
    assert alive_in(process.pid) == []


def is_sound(store):
    """True when every file that is kept by its digest has it."""
    kept = [path for path in store.glob("bytes/??/*") if "." not in path.name]
    return bool(kept) and all(sha256(path.read_bytes()).hexdigest() == path.name for path in kept)


def heals_after_kills(folder, seed, times):
    """True when builds of ever other words that are killed, two at once sometimes, leave nothing that stays."""
    draw = random.Random(seed)
    for number in range(times):
        desk(folder / "killed", HELLO + f"\nText {number % 3}.\n", SETTINGS)
        beside = started(folder / "killed", "build", "--jobs", "1") if draw.random() < 0.3 else None
        killed(folder / "killed", draw.uniform(0.1, 3.0))
        if beside is not None:
            beside.kill()
            beside.communicate()
    text = HELLO + f"\nText {(times - 1) % 3}.\n"
    for name in ("killed", "fresh"):
        told = communique(desk(folder / name, text, SETTINGS), "build", "--jobs", "2")
        assert told.returncode == 0, told.stderr
    assert papers(folder / "killed") == papers(folder / "fresh")
    return is_whole(folder / "killed") and is_sound(folder / "killed/.communique")


def test_builds_that_are_killed_heal(tmp_path):
    assert heals_after_kills(tmp_path, seed=3, times=5)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_many_builds_that_are_killed_heal(tmp_path, seed):
    assert heals_after_kills(tmp_path, seed, times=5)


def test_ctrl_c_stops_everything_at_once_with_one_line(tmp_path):
    process = started(desk(tmp_path, settings=SETTINGS), "build", "--jobs", "2")
    while process.poll() is None and not (tmp_path / ".communique/fonts.conf").exists():  # then making begins
        time.sleep(0.02)
    time.sleep(0.6)
    began = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=10)
    assert time.monotonic() - began < 2
    assert process.returncode in {130, -signal.SIGINT}, told  # CPython may end by the signal itself: a shell says 130
    assert told.splitlines()[-1].startswith("Stopped.")
    assert "Traceback" not in told
    assert alive_in(process.pid) == []
    assert papers(tmp_path) == {}


def test_two_builds_at_once_leave_one_whole_pack(tmp_path):
    desk(tmp_path, settings=SETTINGS)
    both = [started(tmp_path, "build", "--jobs", "1") for _ in range(2)]
    told = [process.communicate(timeout=60) for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert is_whole(tmp_path)
    again = communique(tmp_path, "build")
    assert (again.returncode, again.stdout) == (0, "")


@pytest.mark.parametrize("place", ["build", ".communique"])
def test_nowhere_to_write_is_told_with_its_path_before_anything_is_made(tmp_path, place):
    (desk(tmp_path) / place).write_text("in the way")
    told = typed(tmp_path, "build")
    assert told.returncode == 1
    assert f"error CQ701: {place}: " in told.stderr
    assert "Traceback" not in told.stderr
