"""`communique templates list`: kinds, themes and parts, and where each comes from."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from communique.model.workspace import Workspace

if TYPE_CHECKING:
    from communique.read.shelf import Shelved


@click.command
def list() -> int:  # noqa: A001  it is what one types
    """Show every kind with its audience, formats and languages, every theme, and what comes from where."""
    from communique.cli.table import show_table
    from communique.cli.workspace import opened
    from communique.read.shelf import Sort, shelf

    workspace = opened()
    everything = shelf(workspace)
    show_table(("kind", "audience", "formats", "languages", "from"), [*_kinds(workspace, everything)])
    click.echo()
    show_table(("theme", "inherits from", "letterhead", "from"), [*_themes(workspace, everything)])
    parts = [one for one in everything if one.sort is Sort.PART and one.is_own(workspace)]
    if parts:
        click.echo()
        show_table(("part", "from"), [(one.name, _from(one, workspace)) for one in parts])
    return 0


def _kinds(workspace: Workspace, everything: "tuple[Shelved, ...]") -> Iterator[tuple[str, ...]]:
    from communique.read.kinds import kinds
    from communique.read.labels import read_labels, translated
    from communique.read.shelf import Sort
    from communique.render.wordings import wordings_of

    languages = [read_labels(workspace, language) for language in translated(workspace)]
    known = kinds(workspace)
    for one in everything:
        if one.sort is Sort.KIND:
            kind = known[one.name]
            needed = {kind.title, *wordings_of(kind.template)}
            spoken = [
                each.language for each in languages if each.language == "en" or needed <= dict(each.wordings).keys()
            ]
            formats = ", ".join(each.value for each in kind.formats)
            yield one.name, str(kind.audience), formats, ", ".join(spoken), _from(one, workspace)


def _themes(workspace: Workspace, everything: "tuple[Shelved, ...]") -> Iterator[tuple[str, ...]]:
    from communique.read.shelf import Sort
    from communique.read.themes import read_theme

    for one in everything:
        if one.sort is Sort.THEME:
            theme = read_theme(workspace, one.name)
            above = [source.path.split("/")[-2] for source in theme.stylesheets[1:-2]]
            head = theme.letterhead.name if theme.letterhead else ""
            star = " (in use)" if one.name == workspace.settings.theme else ""
            yield one.name + star, ", ".join(reversed(above)), head, _from(one, workspace)


def _from(one: "Shelved", workspace: Workspace) -> str:
    if not one.is_own(workspace):
        return "communique"
    return "workspace, before communique's" if one.hides(workspace) else "workspace"
