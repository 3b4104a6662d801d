"""The door of the program: a build with nothing to do loads nothing, all else goes to the command line."""

import os
import pty
import subprocess
import sys

import pytest

from building import built, workspace
from desk import PROGRAM, environment

HEAVY = {
    "weasyprint", "docx", "lxml", "pydantic", "jinja2", "ruamel", "babel", "markdown_it", "pikepdf", "pypdfium2",
    "rich", "starlette", "uvicorn", "openpyxl", "distributed", "keyring", "fontTools",
}  # fmt: skip
LIGHT = HEAVY | {"click", "pathlib", "json", "dataclasses", "typing", "communique.cli"}
LOADED = (
    "import sys\n"
    "from communique.__main__ import main\n"
    "try: code = main()\n"
    "finally: sys.stderr.write(' '.join(sys.modules))\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A workspace after a build. Not to be changed."""
    place = workspace(tmp_path_factory.mktemp("desk"), settings='kinds = ["statement"]\n')
    built(place)
    return place


def loaded(folder, *arguments, **changes):
    told = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {SRC!r})\n{LOADED}", *arguments],
        cwd=folder,
        env=environment(**changes),
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return set(told.stderr.split()), told.stdout


SRC = environment()["PYTHONPATH"]


def test_nothing_to_do_loads_nothing(folder):
    modules, said = loaded(folder, "build")
    assert "communique.engine.glance" in modules
    assert modules.isdisjoint(LIGHT)
    assert said == ""


@pytest.mark.parametrize(
    "arguments", [["build", "--kind", "statement"], ["build", "--help"], ["--help"], ["--version"]]
)
def test_other_short_answers_load_nothing_heavy(folder, arguments):
    modules, _ = loaded(folder, *arguments)
    assert "click" in modules
    assert modules.isdisjoint(HEAVY)


def test_completion_loads_nothing_heavy(folder):
    asked = {"_COMMUNIQUE_COMPLETE": "bash_complete", "COMP_WORDS": "communique bu", "COMP_CWORD": "1"}
    modules, said = loaded(folder, **asked)
    assert said == "plain,build\n"
    assert modules.isdisjoint(HEAVY)


def test_a_terminal_is_told_that_all_is_well(folder):
    ours, theirs = pty.openpty()
    told = subprocess.run([*PROGRAM, "build"], cwd=folder, env=environment(), stdout=theirs, stderr=theirs, check=True)
    os.close(theirs)
    assert told.returncode == 0
    assert os.read(ours, 1000) == b"Everything is up to date.\r\n"
    os.close(ours)


@pytest.mark.parametrize("change", ["text", "paper", "manifest", "glance", "epoch"])
def test_whatever_changed_is_looked_at(tmp_path, folder, change):
    from communique.engine.glance import is_as_it_was  # noqa: PLC0415  beside the door, no more than it

    place = tmp_path / "w"
    place.mkdir()
    for file in [file for file in folder.rglob("*") if file.is_file()]:
        (place / file.relative_to(folder)).parent.mkdir(parents=True, exist_ok=True)
        (place / file.relative_to(folder)).write_bytes(file.read_bytes())
    where = str(place), str(place / "build"), str(place / ".communique")
    assert is_as_it_was(*where, "")
    harmed = {
        "text": "content/hello.md",
        "paper": "build/hello/public/statement.en.docx",
        "manifest": "build/hello/public/manifest.json",
        "glance": ".communique/glance",
    }
    if change in harmed:
        (place / harmed[change]).write_text("edited")
    assert not is_as_it_was(*where, "1" if change == "epoch" else "")
