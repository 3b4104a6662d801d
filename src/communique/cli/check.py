"""`communique check`: read everything and say what is wrong or missing; with --fix, mend what is safe."""

from pathlib import Path

import click

from communique.cli import say
from communique.cli.options import report_option
from communique.diagnostics.refused import Refused


@click.command
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--final", is_flag=True, help="As strictly as for handing out.")
@click.option("--fix", is_flag=True, help="Mend what cannot be wrong, and show the difference.")
@click.option("--pin", is_flag=True, help="Write the id of each paragraph behind it, and show the difference.")
@report_option
def check(paths: tuple[Path, ...], report: str, *, final: bool, fix: bool, pin: bool) -> int:
    """Say what is wrong or missing in every intervention, or in those that PATH names. Makes no paper."""
    from communique.cli.places import HERE, source_date_epoch
    from communique.cli.workspace import opened
    from communique.engine.inputs import take_inputs
    from communique.engine.lists import check_lists
    from communique.engine.order import Order
    from communique.engine.survey import survey

    order = Order(paths, final=final, force=True)
    try:
        workspace = opened()
        found = survey(workspace, order, take_inputs(HERE, source_date_epoch()))
        if fix or pin:
            from communique.cli.mend import mend

            read = [(one.dossier, one.findings) for one in found.undertakings if one.dossier]
            if mend(HERE, read, fix=fix, pin=pin, err=report != "text"):
                found = survey(opened(), order, take_inputs(HERE, source_date_epoch()))
        findings = [finding for one in found.undertakings for finding in one.findings]
        findings += check_lists(workspace, found.undertakings)
    except Refused as refused:
        say.tell(refused.diagnostics, report, err=False)
        return 1
    say.tell(findings, report, err=False)
    return 1 if any(finding.is_error for finding in findings) else 0
