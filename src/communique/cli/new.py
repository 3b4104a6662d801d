"""`communique new`: a workspace of one's own, without questions."""

import shutil
from pathlib import Path

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
    click.echo(f"{folder} is ready. Next:\n\n    cd {_quoted(folder)}\n    communique build\n")
    return 0


def _quoted(folder: Path) -> str:
    from shlex import quote

    return quote(str(folder))
