"""The doctor says what is missing and how to get it, and never breaks over it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli.doctor import _font, doctor, examine
from communique.engine.system_parts import PARTS, SET_UP, Font


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a theme of its own, entered."""
    (tmp_path / "templates" / "themes" / "own").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def theme(workspace: Path, css: str) -> None:
    (workspace / "templates" / "themes" / "own" / "theme.css").write_text(css, encoding="utf-8")


def test_a_complete_machine_is_told_every_version(workspace):
    told = CliRunner().invoke(doctor)
    assert told.exit_code == 0, told.output
    lines = told.output.splitlines()
    found = [line[4:] for line in lines if line.startswith("ok  ")]
    wanted = ["Python", "communique", "WeasyPrint", *(part.what.title for part in PARTS if part.stage is not SET_UP)]
    assert [name for name in wanted if not any(line.startswith(name) for line in found)] == []
    assert all("stands in" in line for line in lines if not line.startswith("ok  "))


def test_a_font_that_a_theme_asks_for_in_vain_is_named(workspace):
    theme(workspace, "h1 { font-family: Nowhere Sans, sans-serif }")
    told = CliRunner().invoke(doctor)
    assert told.exit_code == 1
    line = next(line for line in told.output.splitlines() if "Nowhere Sans" in line)
    assert line.startswith("--") and "theme.css" in line


def test_a_font_of_the_machine_that_no_page_can_use_is_told_apart():
    finding = _font(Font("Carlito"), None, [""], usable=False)
    assert finding.fatal
    assert finding.detail.startswith("not a family communique prints with; bring it with @font-face")


def test_a_font_for_which_another_stands_in_stops_nobody(workspace):
    theme(workspace, "h1 { font-family: Nowhere Sans, Carlito }")
    told = CliRunner().invoke(doctor)
    assert told.exit_code == 0
    assert "Carlito stands in for it" in told.output


def test_a_font_without_a_stand_in_in_one_place_is_missing(workspace):
    findings = examine("h1 { font-family: Nowhere, Carlito } h2 { font-family: Nowhere }")
    assert [finding.name for finding in findings if finding.fatal] == ["Nowhere"]


def without_programs(workspace: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run the doctor on a machine without programs, and with what the script takes away."""
    return subprocess.run(
        [sys.executable, "-c", f"{script}\nfrom communique.cli.doctor import doctor\ndoctor()"],
        cwd=workspace,
        env={**os.environ, "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )


def test_missing_test_tools_are_listed_and_stop_nobody(workspace):
    told = without_programs(workspace, "")
    assert told.returncode == 0, told.stderr
    assert told.stdout.count("only `make test` needs it") == 5
    assert "libreoffice-writer qpdf poppler-utils chromium" in told.stdout


NO_PANGO = """
import ctypes, cffi
def refuse(name):
    if any(part in str(name) for part in ("pango", "harfbuzz-subset")):
        raise OSError(f"cannot load {name}")
class CDLL(ctypes.CDLL):
    def __init__(self, name, *more, **options):
        refuse(name)
        super().__init__(name, *more, **options)
class FFI(cffi.FFI):
    def dlopen(self, name, flags=0):
        refuse(name)
        return super().dlopen(name, flags)
ctypes.CDLL, cffi.FFI = CDLL, FFI
"""


def test_missing_pango_is_a_sentence_and_no_traceback(workspace):
    told = without_programs(workspace, NO_PANGO)
    assert told.returncode == 1
    assert "Traceback" not in told.stderr + told.stdout
    assert told.stdout.startswith("ok  Python")
    lacking = [line[4:].partition("  ")[0] for line in told.stdout.splitlines() if line.startswith("-- ")]
    assert lacking[:4] == ["WeasyPrint", "Pango", "PangoFT2", "HarfBuzz subsetter"]
    assert "WeasyPrint          does not load: cannot load libpango" in told.stdout
    assert "apt-get install --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in told.stdout
