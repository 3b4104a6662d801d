"""The machine's parts are found by what they do, and got where that is allowed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from communique.engine import system_parts
from communique.engine.system_parts import (
    HARFBUZZ,
    PANGO,
    PARTS,
    SUBSETTER,
    Command,
    Font,
    Library,
    Stage,
    advice,
    can_install,
    missing,
)

FILE = Path(system_parts.__file__)
TOOLS = ("lowriter", "qpdf", "pdftotext", "pdftoppm", "chromium")
UNCOVERED = {"PATH": "", "LANG": "C.UTF-8"}


def program(folder: Path, name: str, script: str) -> None:
    """A program that stands in a folder."""
    place = folder / name
    place.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    place.chmod(0o755)


def prepare(folder: Path, stage: str, *, root: bool) -> subprocess.CompletedProcess[str]:
    """Prepare a machine whose only programs are those in a folder, as this user or as root on Debian."""
    script = (
        f"import sys; sys.path.append({str(FILE.parent)!r}); from system_parts import *; "
        f"sys.exit(prepare(Stage[{stage.upper()!r}], may_install={root}))"
    )
    return subprocess.run(
        [sys.executable, "-I", "-c", script],
        env={"PATH": str(folder), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


def apt(folder: Path, *, needs_update: bool = False, brings: bool = True) -> Path:
    """A stand-in for apt-get that notes what it is told and brings the test tools; the file of its notes."""
    notes = folder / "told"
    bring = "".join(f'printf "#!/bin/sh\\n" > "{folder}/{tool}"; /bin/chmod +x "{folder}/{tool}"; ' for tool in TOOLS)
    install = (bring if brings else 'echo "E: Unable to locate package"; exit 100; ') + ":"
    guard = f'/usr/bin/grep -q update "{notes}" || {{ echo "E: no list"; exit 100; }}; ' if needs_update else ""
    install = f'case "$*" in *install*) {guard}{install};; esac'
    program(folder, "apt-get", f'echo "$DEBIAN_FRONTEND $*" >> "{notes}"\n{install}')
    return notes


def test_this_machine_has_every_part():
    assert missing(Stage.TEST) == []


@pytest.mark.parametrize("library", [PANGO, HARFBUZZ, SUBSETTER])
def test_a_library_tells_its_version(library):
    assert library.version()[0].isdigit()


@pytest.mark.parametrize(
    "part", [part for part in PARTS if isinstance(part.what, Font | Command)], ids=lambda p: p.what.title
)
def test_a_font_and_a_program_tell_their_versions(part):
    assert part.what.version()[0].isdigit()


@pytest.mark.parametrize(
    "need", [Library("x", "no-such-library", "f"), Font("No Such Family"), Command("x", "no-such-command")]
)
def test_what_is_not_there_is_missing_and_has_no_version(need):
    assert not need.is_there()
    assert need.version() == ""


def test_a_family_is_not_taken_for_another_that_begins_alike():
    assert not Font("Liberation").is_there()


def test_a_font_is_found_by_its_files_where_fontconfig_has_no_program(monkeypatch, tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "HouseSerif-Regular.ttf").touch()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(system_parts, "FONT_FOLDERS", (str(tmp_path),))
    assert Font("House Serif").is_there()
    assert Font("House Serif").version() == ""
    assert not Font("House").is_there()


def test_a_machine_that_may_not_be_changed_is_told_everything_at_once(tmp_path):
    told = prepare(tmp_path, "test", root=False)
    assert told.returncode == 1
    assert told.stdout == ""
    assert "apt-get install --no-install-recommends libreoffice-writer qpdf poppler-utils chromium\n" in told.stderr
    assert told.stderr.count("(untested)") == 3
    assert "Traceback" not in told.stderr


def test_tools_for_tests_are_not_asked_for_a_build(tmp_path):
    told = prepare(tmp_path, "build", root=False)
    assert (told.returncode, told.stderr) == (0, "")


def test_root_on_debian_gets_what_is_missing_and_nothing_else(tmp_path):
    notes = apt(tmp_path)
    told = prepare(tmp_path, "test", root=True)
    assert told.returncode == 0, told.stderr
    *_, last = notes.read_text(encoding="utf-8").splitlines()
    assert last.startswith("noninteractive -qq -y --no-install-recommends")
    assert last.endswith("install libreoffice-writer qpdf poppler-utils chromium")
    notes.unlink()
    assert prepare(tmp_path, "test", root=True).returncode == 0
    assert not notes.exists()


def test_old_lists_of_packages_are_renewed_and_the_installation_tried_again(tmp_path):
    notes = apt(tmp_path, needs_update=True)
    told = prepare(tmp_path, "test", root=True)
    assert told.returncode == 0, told.stderr
    words = [line.split()[-1] for line in notes.read_text(encoding="utf-8").splitlines()]
    assert words[-2:] == ["update", "chromium"]


def test_what_apt_cannot_bring_stops_with_its_words_and_the_list(tmp_path):
    apt(tmp_path, brings=False)
    told = prepare(tmp_path, "test", root=True)
    assert told.returncode == 1
    assert "E: Unable to locate package" in told.stderr
    assert "this machine does not have: LibreOffice Writer, qpdf, pdftotext, pdftoppm, Chromium." in told.stderr


@pytest.mark.parametrize(
    ("release", "user", "allowed"),
    [
        ("ID=debian\n", 0, True),
        ('NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n', 0, True),
        ("ID=debian\n", 1000, False),
        ("ID=fedora\n", 0, False),
        ("", 0, False),
    ],
)
def test_only_root_on_debian_and_its_kin_may_install(monkeypatch, tmp_path, release, user, allowed):
    program(tmp_path, "apt-get", "")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert can_install(release, user) is allowed


def test_nobody_installs_without_apt(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert not can_install("ID=debian\n", 0)


def test_the_message_names_each_package_once():
    said = advice(PARTS)
    assert said.count("poppler-utils") == 2  # Debian, Fedora
    assert said.count("fonts-liberation2") == 1


def test_the_file_runs_before_anything_is_installed():
    told = subprocess.run([sys.executable, "-I", "-S", FILE, "build"], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
    script = f"import runpy, sys; runpy.run_path({str(FILE)!r}); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-I", "-S", "-c", script], capture_output=True, text=True, check=True)
    assert {name.partition(".")[0] for name in told.stdout.split()} <= {
        *sys.stdlib_module_names,
        "__main__",
        "sitecustomize",
    }


def test_every_part_names_its_packages_everywhere():
    assert all(part.debian and part.fedora and part.homebrew for part in PARTS)
    assert os.pathsep not in "".join(part.debian for part in PARTS)
