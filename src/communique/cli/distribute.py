"""`communique distribute MEETING`: a parcel for every recipient, in place and in the register."""

import click

from communique.cli.options import meeting_argument, report_option


@click.command
@meeting_argument
@click.option("--keep-going", is_flag=True, help="Serve the rows that are well, though others are not.")
@click.option("--draft", is_flag=True, help="Also what is still a draft.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes at once [all cores].")
@report_option
def distribute(meeting: str, jobs: int | None, report: str, *, keep_going: bool, draft: bool) -> int:
    """Pack what the recipients of MEETING are given: a folder and a ZIP for each, in build/MEETING/distribution/.

    Recipients stand in content/MEETING/recipients.csv, our own missions in delegation.csv. Nothing is sent.
    """
    from communique.cli import say
    from communique.cli.places import HERE, source_date_epoch
    from communique.cli.progress import progress
    from communique.cli.workspace import moment, opened
    from communique.diagnostics.refused import Refused
    from communique.engine.distribution import Asked, distribute
    from communique.engine.inputs import take_inputs

    asked = Asked(meeting, draft=draft, keep_going=keep_going, hands=jobs or 0)
    try:
        with progress() as watch:
            done = distribute(opened(), asked, take_inputs(HERE, source_date_epoch()), moment(), watch)
    except Refused as refused:
        say.tell(refused.diagnostics, report)
        return 1
    say.tell(done.findings, report)
    new = sum(one.made_now for one in done.handed)
    click.echo(
        f"{len(done.handed)} parcels lie in build/{meeting}/distribution/, {new} of them made now.",
        err=report != "text",
    )
    return 1 if any(finding.is_error for finding in done.findings) else 0
