import subprocess
import sys

import pytest

from communique.cli.app import COMMANDS
from desk import HELLO, desk, environment, typed


def test_help_lists_every_command(tmp_path):
    told = typed(tmp_path, "--help")
    assert told.returncode == 0
    for command in COMMANDS:
        assert f"\n  {command} " in told.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_does(tmp_path, command):
    told = typed(tmp_path, command, "--help")
    assert told.returncode == 0, told.stderr
    assert f"communique {command}" in told.stdout


def test_the_version_is_that_of_the_package(tmp_path):
    assert typed(tmp_path, "--version").stdout == "communique 0.1.0\n"


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["bild"], 'did you mean "build"?'),
        (["build", "--kind", "statment"], 'did you mean "statement"?'),
        (["build", "--format", "dox"], 'did you mean "docx"?'),
        (["build", "--language", "fr"], "there is: en"),
        (["build", "--jobs", "0"], "0"),
        (["build", "--report", "xml"], "xml"),
        (["explain", "CQ7O1"], "did you mean"),
        (["explain", "full-dsk"], 'did you mean "full-disk"?'),
        (["-C", "nowhere", "build"], "nowhere"),
    ],
)
def test_a_slip_of_the_hand_is_2(tmp_path, arguments, advice):
    told = typed(desk(tmp_path), *arguments)
    assert told.returncode == 2
    assert advice in told.stderr
    assert "Traceback" not in told.stderr


def test_a_date_that_is_none_is_a_slip_too(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    told = typed(desk(tmp_path), "check")
    assert told.returncode == 2
    assert "SOURCE_DATE_EPOCH" in told.stderr


@pytest.mark.parametrize("command", ["build", "check", "list"])
def test_a_folder_without_content_is_refused(tmp_path, command):
    told = typed(tmp_path, command)
    assert told.returncode == 1
    assert "content/" in told.stderr + told.stdout
    assert "Traceback" not in told.stderr


def test_our_own_fault_is_70_and_keeps_the_traceback(tmp_path):
    broken = "import sys; sys.modules['communique.engine.inputs'] = None; from communique.cli.app import main; "
    told = subprocess.run(
        [sys.executable, "-c", f"{broken}sys.exit(main())", "build"],
        cwd=desk(tmp_path),
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 70
    assert "Traceback" in told.stderr
    assert "fault of communique, not of your text" in told.stderr


def test_another_folder_is_worked_in(tmp_path):
    desk(tmp_path / "my speeches")
    assert "hello" in typed(tmp_path, "-C", "my speeches", "list").stdout


def test_check_points_under_the_exact_words_and_makes_nothing(tmp_path):
    told = typed(desk(tmp_path, HELLO + "\n{{ nonesuch }} States have signed.\n"), "check")
    assert told.returncode == 1
    lines = told.stdout.splitlines()
    head = next(place for place, line in enumerate(lines) if line.startswith("content/hello.md:5:"))
    assert lines[head + 2].index("^") == lines[head + 1].index("nonesuch") or "{{" in lines[head + 1]
    assert "1 error" in lines[-1]
    assert not (tmp_path / "build").exists()
    assert not (tmp_path / ".communique").exists()


def test_a_final_print_of_a_draft_is_refused(tmp_path):
    text = f"---\ntitle: Hello\nlanguage: en\nstatus: draft\n---\n{HELLO}"
    assert typed(desk(tmp_path, text), "check").returncode == 0
    told = typed(tmp_path, "check", "--final")
    assert told.returncode == 1
    assert "content/hello.md:4:9: error CQ752" in told.stdout


def test_reports_are_for_programs(tmp_path):
    desk(tmp_path, HELLO + "\n{{ nonesuch }}\n")
    assert '"counts"' in typed(tmp_path, "check", "--report", "json").stdout
    assert typed(tmp_path, "check", "--report", "github").stdout.startswith("::")
    assert '"2.1.0"' in typed(tmp_path, "check", "--report", "sarif").stdout


def test_explain_is_a_manual_page(tmp_path):
    page = typed(tmp_path, "explain", "cq701").stdout
    assert page.startswith("CQ701 unwritable-place: error\n")
    assert "wrong:" in page
    assert typed(tmp_path, "explain", "unwritable-place").stdout == page
    assert "CQ702" in typed(tmp_path, "explain").stdout


def test_new_makes_a_workspace_only_where_nothing_is(tmp_path):
    assert typed(tmp_path, "new", "a/b c").returncode == 0
    made = {path.relative_to(tmp_path / "a/b c").as_posix() for path in (tmp_path / "a/b c").rglob("*")}
    assert {"communique.toml", "Makefile", "README.md", ".gitignore", "content/ccm-3msp/meeting.yaml"} <= made
    assert typed(tmp_path / "a/b c", "check").returncode == 0
    told = typed(tmp_path, "new", "a")
    assert told.returncode == 1
    assert "CQ754" in told.stderr


def test_clean_takes_what_was_made_and_nothing_else(tmp_path):
    desk(tmp_path)
    for name in ("build/hello/public", ".communique", "register"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "file").touch()
    assert typed(tmp_path, "clean").returncode == 0
    assert {path.name for path in tmp_path.iterdir()} == {"content", "register", "communique.toml"}
    assert typed(tmp_path, "clean").returncode == 0


def test_clean_takes_a_link_not_what_it_leads_to(tmp_path):
    desk(tmp_path / "w")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/precious").touch()
    (tmp_path / "w/build").symlink_to(tmp_path / "elsewhere")
    assert typed(tmp_path / "w", "clean").returncode == 0
    assert (tmp_path / "elsewhere/precious").exists()
    assert not (tmp_path / "w/build").is_symlink()


def test_clean_leaves_strangers_alone(tmp_path):
    (tmp_path / "build").mkdir()
    told = typed(tmp_path, "clean")
    assert told.returncode == 1
    assert "CQ755" in told.stderr
    assert (tmp_path / "build").is_dir()
