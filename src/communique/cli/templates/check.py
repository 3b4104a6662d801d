"""`communique templates check`: the templates, the theme and its letterhead, held against what communique can do."""

import click

from communique.cli.options import report_option
from communique.diagnostics.diagnostic import Diagnostic
from communique.model.theme import Theme
from communique.model.workspace import Workspace


@click.command
@click.option("--theme", metavar="NAME", help="The theme to look at, if not that of communique.toml.")
@report_option
def check(theme: str | None, report: str) -> int:
    """Find what is wrong in the templates, the theme and its letterhead, without building anything."""
    from communique.cli.say import tell
    from communique.cli.workspace import opened
    from communique.diagnostics.refused import Refused
    from communique.read.themes import read_theme

    workspace = opened()
    found: list[Diagnostic] = []
    try:
        looks = read_theme(workspace, theme or workspace.settings.theme)
    except Refused as refused:
        found += refused.diagnostics
        looks = None
    found += _templates(workspace)
    if looks is not None:
        found += _theme(workspace, looks)
        found += _letterhead(workspace, looks, told=report == "text")
    if not found and report == "text" and looks is not None:
        click.echo(f"Templates and the theme {looks.name}: nothing is wrong.")
    tell(found, report)
    return 1 if any(finding.is_error for finding in found) else 0


def _templates(workspace: Workspace) -> list[Diagnostic]:
    """Front matters, names, filters, blocks, and what PDF/UA asks of a page."""
    from communique.diagnostics.refused import Refused
    from communique.read.kinds import kinds
    from communique.read.templates import read_templates
    from communique.render.proofread import proofread
    from communique.write.template_texts import template_findings

    found: list[Diagnostic] = []
    try:
        kinds(workspace)
    except Refused as refused:
        found += refused.diagnostics
    templates = read_templates(workspace)
    found += proofread(templates)
    for _, source in templates.files:
        found += template_findings(source)
    return found


def _theme(workspace: Workspace, looks: Theme) -> tuple[Diagnostic, ...]:
    """What either writer cannot follow, dials and classes that are not there, fonts, contrast."""
    from communique.deliver.folders import open_private, refusing
    from communique.read.templates import read_templates
    from communique.render.printing import direction_of
    from communique.write import fonts
    from communique.write.template_texts import classes_in

    open_private(workspace.store)
    with refusing(workspace.store):
        fonts.configure(workspace.store)
    from communique.write.theme_rules import theme_findings  # loads WeasyPrint, which reads its fonts once

    classes = frozenset(name for _, source in read_templates(workspace).files for name in classes_in(source))
    language = workspace.settings.languages[0]
    return theme_findings(looks, classes, language, direction_of(language))


def _letterhead(workspace: Workspace, looks: Theme, *, told: bool) -> tuple[Diagnostic, ...]:
    """What is wrong with the letterhead of the theme, if it has one; `told`: what it is made of is shown too."""
    from communique.diagnostics.refused import Refused
    from communique.render.printing import direction_of
    from communique.write.letterhead.report import report_on
    from communique.write.letterhead.theme_styles import theme_styles

    if looks.letterhead is None:
        if told:
            click.echo(f"The theme {looks.name} has no letterhead: Word files have the looks of its stylesheet.")
            click.echo(
                f"Put one into templates/themes/{looks.name}/ as letterhead.docx, .dotx or .dotm to change that."
            )
        return ()
    language = workspace.settings.languages[0]
    try:
        report = report_on(looks.letterhead, looks.name, theme_styles(looks, language, direction_of(language)))
    except Refused as refused:
        return refused.diagnostics
    if told:
        from communique.cli.templates.letterhead_words import as_text

        click.echo("\n".join(as_text(report)))
    return report.findings
