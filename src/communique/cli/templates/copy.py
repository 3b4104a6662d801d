"""`communique templates copy`: a kind, a theme or a part into the workspace, to be changed there."""

import re
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path

import click

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@click.command
@click.argument("name", metavar="KIND|THEME|PART")
@click.option("--as", "called", metavar="NAME", help="Call the copy otherwise, and leave the shipped one in use.")
def copy(name: str, called: str | None) -> int:
    """Copy a kind, a theme or a part into templates/, with a line that says what it came from."""
    from communique.cli.workspace import opened
    from communique.deliver.folders import refusing
    from communique.diagnostics.codes.engine import OCCUPIED_FILE
    from communique.diagnostics.refused import Refused
    from communique.read.shelf import shelved, with_origin

    if called is not None and not NAME.fullmatch(called):
        raise click.BadParameter(f"{called}: use small letters, digits and single hyphens", param_hint="--as")
    workspace = opened()
    own = workspace.root / "templates"
    wanted = shelved(workspace, name)
    shipped = [(place, folders[-1]) for place, folders in wanted.files if folders[-1] != own or called]
    files = {_renamed(place, name, called): (folder / place, place) for place, folder in shipped}
    occupied = [place for place in files if (own / place).exists()]
    if occupied or not files:
        place = f"templates/{occupied[0]}" if occupied else f"templates/{wanted.files[0][0]}"
        advice = "communique templates diff shows what differs; --as NAME makes another copy"
        raise Refused(OCCUPIED_FILE.at(None, f"{place} is in the workspace already", advice))
    for place, (source, origin) in files.items():
        with refusing(own / place):
            (own / place).parent.mkdir(parents=True, exist_ok=True)
            _write(source, own / place, partial(with_origin, version=version("communique"), name=origin))
        click.echo(f"templates/{place}")
    return 0


def _write(source: Path, target: Path, changed: Callable[[str], str]) -> None:
    """Write a copy beside its place and move it there; a picture or a font is copied byte by byte."""
    draft = target.with_name(f".{target.name}.part")
    if source.suffix in {".html", ".css"}:
        draft.write_text(changed(source.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        draft.write_bytes(source.read_bytes())
    draft.replace(target)


def _renamed(place: str, name: str, called: str | None) -> str:
    """Where the copy of a file goes below templates/."""
    if called is None:
        return place
    if place.startswith(f"themes/{name}/"):
        return place.replace(f"themes/{name}/", f"themes/{called}/", 1)
    return str(Path(place).with_name(f"{called}{Path(place).suffix}"))
