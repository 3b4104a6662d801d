"""The command line: one file a command, loaded when it is asked for."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from communique.cli.commands import Commands

COMMANDS = {
    "build": "make every paper that is not up to date",
    "preview": "see the pages while you write",
    "check": "read everything and say what is wrong or missing",
    "list": "show what there is, and whether it is up to date",
    "new": "start a workspace of your own, with an example",
    "verify": "compare files with their manifest and standards",
    "inspect": "show what a PDF, a Word file or a ZIP holds unseen",
    "distribute": "pack what every recipient of a meeting is given",
    "send": "send the copies of a meeting by mail, one recipient after the other",
    "register": "show, export, check the register of copies; withdraw some",
    "explain": "say what a finding means",
    "templates": "look after kinds, themes and letterheads: list, copy, diff, check",
    "schema": "print what a file may say, for editors",
    "doctor": "show what this machine has and lacks",
    "clean": "remove what was made",
}
"""Each command with its line in --help; `communique.cli.NAME` holds the command NAME."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 done, 1 refused, 2 misused, 70 our own fault, 130 interrupted."""
    try:
        return int(app(arguments, prog_name="communique", standalone_mode=False) or 0)
    except click.ClickException as slip:
        slip.show()
        return slip.exit_code
    except click.Abort:
        click.echo("Stopped. What was not finished was left as it was.", err=True)
        return 130
    except Exception as error:  # noqa: BLE001  the only one in the house: here the user must learn that it is our bug
        return _refused(error) or _confessed()


def _refused(error: Exception) -> int:
    """1, when the error tells what a person can mend; loaded here, for most commands end well."""
    from communique.diagnostics.refused import Refused

    if isinstance(error, Refused):
        from communique.cli.say import show

        show(error.diagnostics)
        return 1
    return 0


def _confessed() -> int:
    """70, with the traceback and where it goes."""
    import platform
    import traceback
    from importlib.metadata import version

    traceback.print_exc()
    click.echo(
        "\nThis is a fault of communique, not of your text. What was built before is as it was.\n"
        f"Please report it with the lines above (communique {version('communique')}, "
        f"Python {platform.python_version()}, {sys.platform}).",
        err=True,
    )
    return 70


def _version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  click's own way
    if wanted:
        from importlib.metadata import version

        click.echo(f"communique {version('communique')}")
        ctx.exit()


@click.group(
    cls=Commands, table=COMMANDS, package="communique.cli", context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option("-C", "--directory", type=click.Path(exists=True, file_okay=False), help="Work in this folder.")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def app(directory: str | None) -> None:
    """Make every paper the day needs out of one speech, in PDF and Word."""
    if directory:
        os.chdir(Path(directory))
