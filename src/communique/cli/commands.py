"""A group of commands known by a table: what each is for, without opening the file of any."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class Commands(click.Group):
    """`table` gives each command its line in --help; the module NAME of `package` holds the command NAME."""

    def __init__(self, *arguments: Any, table: Mapping[str, str], package: str, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments, **named)
        self.table, self.package = table, package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the table."""
        del ctx
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; its file is opened now."""
        del ctx
        if cmd_name not in self.table:
            return None
        command = getattr(import_module(f"{self.package}.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed, or the one that was probably meant."""
        if args and not args[0].startswith("-") and args[0] not in self.table:
            from communique.diagnostics.nearest import did_you_mean

            advice = did_you_mean(args[0], self.table) or f"{ctx.command_path} --help lists all"
            raise click.UsageError(f'there is no command "{args[0]}"; {advice}', ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Their lines in --help, without loading any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(self.table.items()))
