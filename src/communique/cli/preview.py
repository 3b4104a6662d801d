"""`communique preview`: see the pages while you write."""

import os
import sys
import webbrowser
from pathlib import Path
from threading import Thread

import click


@click.command
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="PORT", help="Listen there [any free port].")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
def preview(port: int, *, no_browser: bool) -> int:
    """Show the pages as they will be printed, and show them anew whenever a file is saved.

    Opens a page in your browser that only this machine can reach. Ctrl-C ends it.
    """
    from communique import shipped
    from communique.cli.places import CONTENT, HERE
    from communique.cli.say import Sources
    from communique.cli.workspace import opened
    from communique.preview.server import House, PortTaken, serve

    if not CONTENT.is_dir():
        raise click.UsageError("there is no folder content/ here; type communique new DIR, then preview in it")
    root = HERE.absolute()
    homes = (root, shipped.folder("templates").parent, Path(shipped.__file__).parent)
    house = House(root, opened, Sources, homes, _editor)
    _editor()  # a slip in the command shows at once

    def ready(address: str, door: str) -> None:
        click.echo(f"The preview is at {address}\nOnly this machine can open it. Ctrl-C ends it.")
        if not no_browser:
            Thread(target=_browse, args=(door,), daemon=True).start()  # some browsers let one wait

    try:
        serve(house, port, ready)
    except PortTaken as taken:
        raise click.UsageError(str(taken)) from None
    except KeyboardInterrupt:
        pass
    click.echo("The preview is closed.")
    return 0


def _browse(door: str) -> None:
    """Open the page where there is a screen: without one, a browser of the terminal would take the terminal."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    seen = sys.platform != "linux" or any(map(os.environ.get, screens))
    if not seen or not webbrowser.open(door):
        click.echo("No browser could be started: copy the address into one.", err=True)


def _editor() -> tuple[str, ...]:
    """The words of the editor's command, as the environment and communique.toml say it now."""
    from communique.cli.workspace import opened
    from communique.diagnostics.refused import Refused
    from communique.preview.editor import command

    own = os.environ.get("COMMUNIQUE_EDITOR", "")
    try:
        named = None if own else opened().settings.editor
    except Refused:
        named = None
    try:
        return command(own, named)
    except ValueError as slip:
        raise click.UsageError(f"COMMUNIQUE_EDITOR cannot be read: {str(slip).lower()}") from None
