"""`communique templates describe`: the names that a template may use, with examples from the real content."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from communique.model.workspace import Workspace

if TYPE_CHECKING:
    from communique.render.description import Section


@click.command
@click.argument("name", required=False)
def describe(name: str | None) -> int:
    """Show the names, filters and macros of templates; with NAME, those that begin with it or stand under it."""
    from communique.cli.workspace import opened
    from communique.read.templates import read_templates
    from communique.render.description import description

    workspace = opened()
    sections = description(given_of(workspace), read_templates(workspace))
    _show(_wanted(sections, name) if name else sections)
    return 0


def given_of(workspace: Workspace) -> Mapping[str, object]:
    """The names of a template with values: of the first intervention here, else of the shipped example."""
    from communique import shipped
    from communique.model.audience import Audience
    from communique.read.dossier import read_dossier
    from communique.read.interventions import find
    from communique.read.kinds import kinds
    from communique.read.themes import read_theme
    from communique.withhold.edition import withhold

    if not workspace.content.is_dir():
        workspace = replace(workspace, root=shipped.folder("content").parent)
    known = kinds(workspace)
    place = next(iter(find(workspace)), None)
    dossier = read_dossier(workspace, place) if place else None
    edition = withhold(dossier, Audience.SPEAKER, dossier.languages[0])[0] if dossier else None
    return {
        "edition": edition,
        "kind": known.get("statement") or next(iter(known.values()), None),
        "settings": workspace.settings,
        "logo": read_theme(workspace, workspace.settings.theme).logo,
    }


def _wanted(sections: "Iterable[Section]", name: str) -> "tuple[Section, ...]":
    """The sections of that title, and the entries whose name begins so; Refused when there is none."""
    from communique.diagnostics.codes.read import UNKNOWN_TEMPLATE
    from communique.diagnostics.nearest import did_you_mean
    from communique.diagnostics.refused import Refused

    sections = tuple(sections)
    found = tuple(
        section
        if section.title.casefold() == name.casefold()
        else replace(section, entries=tuple(entry for entry in section.entries if entry.name.startswith(name)))
        for section in sections
    )
    if not any(section.entries for section in found):
        known = {section.title for section in sections} | {entry.name for each in sections for entry in each.entries}
        advice = did_you_mean(name, known) or "communique templates describe shows all"
        raise Refused(UNKNOWN_TEMPLATE.at(None, f'a template has nothing called "{name}"', advice))
    return tuple(section for section in found if section.entries)


def _show(sections: "Iterable[Section]") -> None:
    from communique.cli.table import show_table

    for number, section in enumerate(sections):
        if number:
            click.echo()
        click.secho(section.title, bold=True)
        show_table(("name", "is", "such as"), [(each.name, each.type, each.example) for each in section.entries])
