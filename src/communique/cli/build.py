"""`communique build`: make every paper that is not up to date."""

import sys
from pathlib import Path

import click

from communique.cli import say
from communique.cli.workspace import BUILD, HERE, STORE, opened, source_date_epoch
from communique.diagnostics.refused import Refused
from communique.engine.inputs import Inputs, take_inputs
from communique.engine.order import Misordered, Order
from communique.engine.outcome import Outcome
from communique.engine.remember import findings_of, nothing_to_do, recall, remembered


@click.command
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind of document (may be repeated).")
@click.option("--format", "formats", multiple=True, metavar="FORMAT", help="Only pdf, or only docx.")
@click.option("--language", "languages", multiple=True, metavar="LANGUAGE", help="Only this language.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many papers at once [all cores].")
@click.option("--final", is_flag=True, help="For handing out: no draft, and what must not be printed stops.")
@click.option("--force", is_flag=True, help="Make it again, also where nothing changed.")
@click.option("--report", type=click.Choice(say.REPORTS), default="text", help="How findings are told.")
def build(
    paths: tuple[Path, ...],
    kinds: tuple[str, ...],
    formats: tuple[str, ...],
    languages: tuple[str, ...],
    jobs: int | None,
    report: str,
    **how: bool,
) -> int:
    """Make the papers of every intervention, or of those that PATH names.

    PATH is a folder of a meeting, one of an intervention, or a file in it.
    """
    order = Order(paths, kinds, formats, languages, hands=jobs or 0, **how)
    inputs = take_inputs(HERE, source_date_epoch())
    if nothing_to_do(BUILD, STORE, inputs, order):
        return _up_to_date(report)
    try:
        outcome = _made(order, inputs)
    except Misordered as slip:
        raise click.UsageError(str(slip)) from None
    except Refused as refused:
        say.tell(refused.diagnostics, report)
        click.echo("Nothing was replaced in build/.", err=True)
        return 1
    return _told(outcome, report)


def _made(order: Order, inputs: Inputs) -> Outcome:
    from communique.cli.progress import progress
    from communique.engine.plan import build as carry_out

    with progress() as watch:
        return carry_out(opened(), order, inputs, watch)


def _told(outcome: Outcome, report: str) -> int:
    """Say what came of it: findings, then the table of what was made."""
    from communique.cli.table import show_papers

    earlier = [] if report == "text" else [found for _, record in outcome.current for found in findings_of(record)]
    say.tell((*outcome.findings, *earlier), report)
    papers = [paper for result in outcome.results for paper in result.papers]
    if papers:
        show_papers(papers, err=report != "text")
    elif not outcome.findings:
        _say_up_to_date()
    return 1 if any(finding.is_error for finding in outcome.findings) else 0


def _up_to_date(report: str) -> int:
    """Nothing to do; a program is told again what was found."""
    if report != "text":
        records = [record for folder in remembered(STORE) if (record := recall(STORE, folder))]
        say.tell((found for record in records for found in findings_of(record)), report)
    _say_up_to_date()
    return 0


def _say_up_to_date() -> None:
    """Only somebody who looks is told that there is nothing to see."""
    if sys.stderr.isatty():
        click.echo("Everything is up to date.", err=True)
