"""`communique templates`: the look of the papers, and what its owner does with it; one file a subcommand."""

import click

from communique.cli.commands import Commands

SUBCOMMANDS = {
    "list": "show kinds and themes, and where each comes from",
    "copy": "make a kind, a theme or a part your own",
    "diff": "compare a copy with what communique brings today",
    "check": "find what is wrong in templates, theme and letterhead, without building",
    "describe": "show the names that a template may use",
}
"""Each subcommand with its line in --help; `communique.cli.templates.NAME` holds the command NAME."""


@click.group(cls=Commands, table=SUBCOMMANDS, package=__name__)
def templates() -> None:
    """Look after kinds, themes and letterheads."""
