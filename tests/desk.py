"""A desk to work at in tests: small workspaces, and the program as one types it."""

import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from communique.cli.app import main

ROOT = Path(__file__).parents[1]
PROGRAM = [sys.executable, "-m", "communique"]
HELLO = "Mr President,\n\nWe thank you. We will act.\n"


def environment(**changes: str) -> dict[str, str]:
    """That of the test, without what would change the papers."""
    kept = {name: value for name, value in os.environ.items() if name not in {"SOURCE_DATE_EPOCH", "FONTCONFIG_FILE"}}
    return {**kept, "PYTHONPATH": str(ROOT / "src"), **changes}


def communique(folder: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """What the program says and does in a folder."""
    return subprocess.run(
        [*PROGRAM, *arguments], cwd=folder, env=environment(**changes), capture_output=True, text=True, check=False
    )


def typed(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The same in this process, for what loads nothing that cannot be loaded twice (so never `build` to its end)."""
    out, err, before = StringIO(), StringIO(), Path.cwd()
    os.chdir(folder)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main(arguments)
    finally:
        os.chdir(before)
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


def started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """The program at work, in a process group of its own, as a terminal starts it."""
    return subprocess.Popen(
        [*PROGRAM, *arguments],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def desk(folder: Path, text: str = HELLO, settings: str = 'kinds = ["statement"]\n', name: str = "hello") -> Path:
    """A workspace with one lone text, of which the statement alone is made."""
    (folder / "content").mkdir(parents=True, exist_ok=True)
    (folder / "content" / f"{name}.md").write_text(text, encoding="utf-8")
    (folder / "communique.toml").write_text(settings, encoding="utf-8")
    return folder


def papers(folder: Path) -> dict[str, bytes]:
    """Every finished file by its place below build/, manifests included."""
    files = (path for path in sorted((folder / "build").rglob("*")) if path.is_file() and path.name != ".gitignore")
    return {path.relative_to(folder / "build").as_posix(): path.read_bytes() for path in files}
