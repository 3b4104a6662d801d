"""`communique new`: a workspace of one's own, without questions."""

import shutil
import sys
from pathlib import Path
from shlex import quote

import click

NAMES = {"gitignore": ".gitignore"}
"""Files that are shipped under a name which no tool takes for its own."""


@click.command
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def new(folder: Path) -> int:
    """Start a workspace in DIR: an example to change, settings, a Makefile, a README."""
    from communique.deliver.folders import refusing
    from communique.diagnostics.codes.engine import OCCUPIED_FOLDER
    from communique.diagnostics.refused import Refused
    from communique.shipped import HERE
    from communique.shipped import folder as shipped

    folder = folder.expanduser()
    with refusing(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Refused(
                OCCUPIED_FOLDER.at(None, f"{folder} is not an empty folder", "name one that is not there yet")
            )
        shutil.copytree(shipped("content"), folder / "content", ignore=shutil.ignore_patterns(".*", "__pycache__"))
        for file in sorted((HERE / "data" / "workspace").iterdir()):
            shutil.copyfile(file, folder / NAMES.get(file.name, file.name))
        _name_this_communique(folder / "Makefile")
    click.echo(f"{folder} is ready. Next:\n\n    cd {quote(str(folder))}\n    make\n")
    return 0


def _name_this_communique(makefile: Path) -> None:
    """Let the Makefile call the communique that made it: it need not be on the PATH."""
    program = f"{quote(sys.executable)} -m communique".replace("$", "$$")
    text = makefile.read_text(encoding="utf-8")
    makefile.write_text(text.replace("COMMUNIQUE ?= communique", f"COMMUNIQUE ?= {program}"), encoding="utf-8")
