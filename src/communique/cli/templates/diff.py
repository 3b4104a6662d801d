"""`communique templates diff`: a copy beside what communique brings today."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import click

COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@click.command
@click.argument("name", metavar="KIND|THEME|PART")
def diff(name: str) -> int:
    """Show where a copy in templates/ differs from the file that communique brings now."""
    from communique.cli.workspace import opened
    from communique.read.shelf import shelved

    workspace = opened()
    own = workspace.root / "templates"
    places = [place for place, folders in shelved(workspace, name).files if folders[0] == own]
    if not places:
        click.echo(f"{name} is communique's own here: communique templates copy {name} makes it yours.")
    for place in places:
        for line in _compared(own, place, workspace.templates[-1]):
            click.secho(line, fg=COLOURS.get(line[:1]) if line[:3] not in {"+++", "---"} else None)
    return 0


def _compared(own: Path, place: str, shipped: Path) -> Iterator[str]:
    """The differences of one file, and a word on which side they arose."""
    from communique.read.shelf import copied_from, digest_of, without_origin

    text = (own / place).read_text(encoding="utf-8", errors="replace")
    origin = copied_from(text)
    original = shipped / (origin.name if origin else place)
    if not original.is_file():
        yield f"templates/{place}: communique brings no such file" + (f" any more ({origin.name})" if origin else "")
        return
    theirs = original.read_text(encoding="utf-8")
    here, there = f"templates/{place}", f"communique's {original.relative_to(shipped).as_posix()}"
    lines = list(unified_diff(theirs.splitlines(), without_origin(text).splitlines(), there, here, lineterm="", n=2))
    if not lines:
        yield f"{here}: the same as {there}"
    elif origin and origin.digest == digest_of(theirs):
        yield f"{here}: copied from communique {origin.version}, whose file is still the same; what differs is yours"
    elif origin:
        yield f"{here}: copied from communique {origin.version}, whose file has changed since"
    yield from lines
