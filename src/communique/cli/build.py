"""`communique build`: make every paper that is not up to date."""

import sys
from pathlib import Path

import click

from communique.cli.options import report_option
from communique.cli.places import BUILD, HERE, STORE, source_date_epoch
from communique.engine.inputs import take_inputs
from communique.engine.order import Misordered, Order
from communique.engine.remember import nothing_to_do


@click.command
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind of document (may be repeated).")
@click.option("--format", "formats", multiple=True, metavar="FORMAT", help="Only pdf, or only docx.")
@click.option("--language", "languages", multiple=True, metavar="LANGUAGE", help="Only this language.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many papers at once [all cores].")
@click.option("--on", default="", metavar="ADDRESS", help="Make it on the Dask cluster of this scheduler.")
@click.option("--final", is_flag=True, help="For handing out: no draft, and what must not be printed stops.")
@click.option("--force", is_flag=True, help="Make it again, also where nothing changed.")
@click.option("--explain", is_flag=True, help="Say of each paper why it was made, or was not.")
@report_option
def build(
    paths: tuple[Path, ...],
    kinds: tuple[str, ...],
    formats: tuple[str, ...],
    languages: tuple[str, ...],
    jobs: int | None,
    on: str,
    report: str,
    **how: bool,
) -> int:
    """Make the papers of every intervention, or of those that PATH names.

    PATH is a folder of a meeting, one of an intervention, or a file in it.
    """
    order = Order(paths, kinds, formats, languages, hands=jobs or 0, on=on, **how)
    inputs = take_inputs(HERE, source_date_epoch())
    if nothing_to_do(BUILD, STORE, inputs, order):
        return _up_to_date(report)
    from communique.cli.making import carry_out

    try:
        return carry_out(order, inputs, report)
    except Misordered as slip:
        raise click.UsageError(str(slip)) from None


def _up_to_date(report: str) -> int:
    """Only somebody who looks is told that there is nothing to see; a program is told again what was found."""
    if report != "text":
        from communique.cli import say

        say.tell_again(STORE, report)
    if sys.stderr.isatty():
        click.echo("Everything is up to date.", err=True)
    return 0
