"""`communique templates`: the look of the papers, held against what communique can do with it."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from communique.write.letterhead.report import LetterheadReport


@click.group
def templates() -> None:
    """Look after templates, themes and letterheads."""


@templates.command
@click.option("--theme", metavar="NAME", help="The theme to look at, if not that of communique.toml.")
def check(theme: str | None) -> int:
    """Read the letterhead of a theme and say what was found, which styles match, and what is missing."""
    from communique.cli.say import show
    from communique.cli.workspace import opened
    from communique.read.themes import read_theme
    from communique.render.printing import direction_of
    from communique.write.letterhead.report import report_on
    from communique.write.letterhead.theme_styles import theme_styles

    workspace = opened()
    found = read_theme(workspace, theme or workspace.settings.theme)
    if found.letterhead is None:
        click.echo(f"The theme {found.name} has no letterhead: Word files have the looks of its stylesheet.")
        click.echo(f"Put one into templates/themes/{found.name}/ as letterhead.docx, .dotx or .dotm to change that.")
        return 0
    language = workspace.settings.languages[0]
    report = report_on(found.letterhead, found.name, theme_styles(found, language, direction_of(language)))
    click.echo("\n".join(as_text(report)))
    show(report.findings)
    return 1 if any(finding.is_error for finding in report.findings) else 0


def as_text(report: "LetterheadReport") -> list[str]:
    """The report as lines for a person."""
    from communique.write.letterhead.report import has_body

    page, text = report.size
    lines = [f"{report.name}: a page of {page} mm, a text of {text} mm", f"  parts: {', '.join(report.parts)}"]
    lines += [f"  {name} in {where}" for name, where in report.placeholders]
    if not has_body(report):
        lines.append("  no {{ body }}: the text comes after the fixed words")
    lines.append(f"  styles that it has: {', '.join(_style(*pair) for pair in report.kept) or 'none'}")
    lines.append(f"  styles that the theme adds: {', '.join(report.added) or 'none'}")
    return lines


def _style(ours: str, theirs: str) -> str:
    return ours if ours.lower() == theirs.lower() else f"{ours} ({theirs})"
