"""`communique clean`: remove what was made. Never the words, never the register."""

import shutil
from pathlib import Path

import click


@click.command
def clean() -> int:
    """Remove build/ and what communique remembers."""
    from communique.cli.places import BUILD, CONTENT, SETTINGS, STORE
    from communique.diagnostics.codes.engine import NO_WORKSPACE
    from communique.diagnostics.refused import Refused

    if not CONTENT.is_dir() and not SETTINGS.is_file():
        message = "this folder is no workspace: it has neither content/ nor communique.toml"
        raise Refused(NO_WORKSPACE.at(None, message, "go to the workspace first, or name it: communique -C DIR clean"))
    for folder in (BUILD, STORE):
        _remove(folder)
    return 0


def _remove(folder: Path) -> None:
    """Take a folder away; of a link, the link alone."""
    from communique.deliver.folders import refusing

    with refusing(folder):
        if folder.is_symlink():
            folder.unlink()
        elif folder.exists():
            shutil.rmtree(folder)
