"""`communique templates`: the look of the papers, and what its owner does with it; one file a subcommand."""

from importlib import import_module

import click

SUBCOMMANDS = {
    "list": "show kinds and themes, and where each comes from",
    "copy": "make a kind, a theme or a part your own",
    "diff": "compare a copy with what communique brings today",
    "check": "find what is wrong in templates, theme and letterhead, without building",
    "describe": "show the names that a template may use",
}
"""Each subcommand with its line in --help; `communique.cli.templates.NAME` holds the command NAME."""


class Subcommands(click.Group):
    """The table above; a file is not opened before it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The subcommands in the order of the table."""
        del ctx
        return [*SUBCOMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand of a name."""
        del ctx
        if cmd_name not in SUBCOMMANDS:
            return None
        command = getattr(import_module(f"communique.cli.templates.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Their lines in --help, without loading any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([*SUBCOMMANDS.items()])  # `list` is one of the subcommands here


@click.group(cls=Subcommands)
def templates() -> None:
    """Look after kinds, themes and letterheads."""
