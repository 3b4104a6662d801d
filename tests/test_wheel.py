"""The wheel carries the look and the example, and works away from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*arguments: str | Path, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as a packager makes it: from the source archive, without a network."""
    place = tmp_path_factory.mktemp("dist")
    run("-m", "build", "--no-isolation", "--outdir", place, ROOT, cwd=place)
    return next(place.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds nothing but the installed wheel."""
    place = tmp_path_factory.mktemp("installed")
    quiet = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-index", "--no-compile")
    run("-m", "pip", "install", *quiet, "--target", place, wheel, cwd=place)
    return place


def kept(folder: Path) -> dict[str, bytes]:
    """The files of a folder that git would keep, by their path in it."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "."]
    names = subprocess.run(listed, cwd=folder, capture_output=True, text=True, check=True).stdout.split("\0")
    return {name: (folder / name).read_bytes() for name in names if name and (folder / name).is_file()}


@pytest.mark.parametrize("name", ["templates", "content"])
def test_the_wheel_carries_every_shipped_file(wheel, name):
    with zipfile.ZipFile(wheel) as archive:
        inside = f"communique/_shipped/{name}/"
        carried = {n.removeprefix(inside): archive.read(n) for n in archive.namelist() if n.startswith(inside)}
    assert carried == kept(ROOT / name)
    assert carried


def test_the_wheel_carries_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert sorted(top.partition("-")[0] for top in tops) == ["communique", "communique"]


def test_the_installed_package_finds_its_own_folders(installed, tmp_path):
    script = "from communique.shipped import folder; print(folder('templates')); print(folder('content'))"
    told = run("-c", script, cwd=tmp_path, PYTHONPATH=str(installed)).splitlines()
    assert [Path(line) for line in told] == [
        installed / "communique" / "_shipped" / "templates",
        installed / "communique" / "_shipped" / "content",
    ]


def test_the_installed_command_runs_away_from_the_checkout(installed, tmp_path):
    told = run("-m", "communique", "--help", cwd=tmp_path, PYTHONPATH=str(installed))
    assert "build" in told and "doctor" in told
    script = installed / "bin" / "communique"
    assert "doctor" in run(script, "--help", cwd=tmp_path, PYTHONPATH=str(installed))
