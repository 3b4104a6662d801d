"""`scripts/set-up` does each step once, again when its sources changed, and heals what was interrupted."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

STAND_IN = """#!/bin/sh
# Stands in for Python: notes what it is told, makes a .venv of itself, and fails where FAIL says so.
case "$*" in *"-m venv"*|*"-m pip"*|*system_parts*) echo "$*" >> "$NOTES";; esac
case "$*" in *"${FAIL:-nothing}"*) exit 1;; esac
case "$*" in "-m venv .venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python;; esac
"""

VENV, LOCKED, PROJECT = "-m venv .venv", "--require-hashes -r requirements.lock", "--editable ."


class Checkout:
    """A folder with the files that set-up reads, and a Python that only takes notes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notes = folder.parent / "notes"
        (folder / "scripts").mkdir(parents=True)
        python = folder.parent / "python"
        python.write_text(STAND_IN, encoding="utf-8")
        python.chmod(0o755)
        shutil.copy(ROOT / "scripts" / "set-up", folder / "scripts")
        (folder / "requirements.lock").write_text("one==1\n", encoding="utf-8")
        (folder / "pyproject.toml").write_text("[project]\n", encoding="utf-8")

    def set_up(self, fail: str = "") -> list[str]:
        """Run it; the steps it took, or the word that it failed."""
        self.notes.write_text("", encoding="utf-8")
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHON": str(self.folder.parent / "python"),
            "NOTES": str(self.notes),
        }
        if fail:
            environment["FAIL"] = fail
        done = subprocess.run(
            ["sh", "scripts/set-up", "build"], cwd=self.folder, env=environment, capture_output=True, check=False
        )
        told = self.notes.read_text(encoding="utf-8")
        steps = [step for step in (VENV, LOCKED, PROJECT) if step in told]
        return [*steps, *(["failed"] if done.returncode else [])]

    def add(self, name: str, text: str) -> None:
        """Write a line more into a file."""
        with (self.folder / name).open("a", encoding="utf-8") as file:
            file.write(text)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path / "a folder with spaces" / "it's here")


def test_a_fresh_checkout_takes_every_step_and_the_next_run_none(checkout):
    assert checkout.set_up() == [VENV, LOCKED, PROJECT]
    assert checkout.set_up() == []


def test_the_systems_parts_are_looked_at_each_time(checkout):
    for _ in range(2):
        checkout.set_up()
        assert "-I src/communique/engine/system_parts.py build" in checkout.notes.read_text(encoding="utf-8")


def test_a_missing_part_of_the_system_stops_it_first_and_last(checkout):
    assert checkout.set_up(fail="system_parts") == ["failed"]
    checkout.set_up()
    assert checkout.set_up(fail="system_parts") == ["failed"]


def test_other_metadata_need_the_project_alone_another_lock_needs_all(checkout):
    checkout.set_up()
    checkout.add("pyproject.toml", "# more\n")
    assert checkout.set_up() == [PROJECT]
    checkout.add("requirements.lock", "two==2\n")
    assert checkout.set_up() == [VENV, LOCKED, PROJECT]


def test_a_file_that_was_only_touched_needs_nothing(checkout):
    checkout.set_up()
    os.utime(checkout.folder / "requirements.lock")
    assert checkout.set_up() == []


@pytest.mark.parametrize(
    ("broken", "healed"),
    [(VENV, [VENV, LOCKED, PROJECT]), (LOCKED, [VENV, LOCKED, PROJECT]), (PROJECT, [PROJECT])],
)
def test_a_step_that_broke_is_taken_again(checkout, broken, healed):
    assert checkout.set_up(fail=broken)[-1] == "failed"
    assert checkout.set_up() == healed
    assert checkout.set_up() == []


def test_a_checkout_that_moved_is_set_up_where_it_is(checkout):
    checkout.set_up()
    checkout.folder = checkout.folder.rename(checkout.folder.with_name("elsewhere"))
    assert checkout.set_up() == [VENV, LOCKED, PROJECT]


def test_a_venv_whose_python_is_gone_is_made_anew(checkout):
    checkout.set_up()
    (checkout.folder / ".venv" / "bin" / "python").unlink()
    assert checkout.set_up() == [VENV, LOCKED, PROJECT]


@pytest.mark.parametrize("python", ["no-such-python", "old-python"])
def test_without_a_python_that_will_do_it_says_which_one_is_needed(checkout, tmp_path, python):
    old = tmp_path / "old-python"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2 || exit 1\n', encoding="utf-8")
    old.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHON": python}
    command = ["sh", "scripts/set-up", "build"]
    done = subprocess.run(command, cwd=checkout.folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"3.11 or newer; here is {'Python 3.9.2' if python == 'old-python' else 'no no-such-python'}." in done.stderr
    assert len(done.stderr.splitlines()) == 2


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(4))
def test_the_real_set_up_heals_when_it_was_killed_at_any_moment(tmp_path, seed):
    copy = tmp_path / "killed here"
    left_out = shutil.ignore_patterns(".venv", ".git", "build", ".*_cache")
    shutil.copytree(ROOT, copy, ignore=left_out)
    environment = {**os.environ, "PYTHON": sys.executable}
    command = ["sh", "scripts/set-up", "build"]
    started = subprocess.Popen(command, cwd=copy, env=environment, start_new_session=True, stderr=subprocess.DEVNULL)
    time.sleep(random.Random(seed).uniform(0.2, 8))
    os.killpg(started.pid, signal.SIGKILL)
    started.wait()
    subprocess.run(command, cwd=copy, env=environment, check=True, capture_output=True)
    imports = "import weasyprint, docx, pytest, communique; print(communique.__file__)"
    told = subprocess.run([".venv/bin/python", "-c", imports], cwd=copy, check=True, capture_output=True, text=True)
    assert Path(told.stdout.strip()).is_relative_to(copy)
