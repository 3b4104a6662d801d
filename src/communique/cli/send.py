"""`communique send MEETING`: the covering mails with the copies, one by one, each noted down in the register."""

import sys

import click

from communique.cli.credentials import credentials
from communique.cli.options import meeting_argument
from communique.cli.say import show
from communique.cli.table import short, show_table
from communique.deliver.smtp import Outcome, State

Names = tuple[str, ...]
HEADINGS = ("recipient", "address", "audience", "papers", "size")


@click.command
@meeting_argument
@click.option("--to", "names", multiple=True, metavar="NAME", help="Only to this recipient (may be repeated).")
@click.option("--dry-run", is_flag=True, help="Show what would be sent to whom, and send nothing.")
@click.option("--drafts", is_flag=True, help="Write each mail as .eml, for a mail program, and send nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--keep-going", is_flag=True, help="Past rows that are wrong and mails that are refused, to the rest.")
@click.option("--arrived", multiple=True, metavar="NAME", help="The mail of which it was not known did arrive.")
@click.option("--not-arrived", multiple=True, metavar="NAME", help="It did not: it may be sent again.")
def send(meeting: str, names: Names, arrived: Names, not_arrived: Names, **how: bool) -> int:
    """Send every recipient of MEETING who has an address the copies that they have not been sent yet."""
    from communique.cli.workspace import clock, opened
    from communique.deliver.outbox import sending_alone
    from communique.deliver.register import open_register
    from communique.engine.posting import Posting
    from communique.read.meetings import read_meeting

    workspace = opened()
    read = read_meeting(workspace, meeting)
    with open_register(workspace, meeting, create=False) as register, sending_alone(workspace, meeting):
        posting = Posting(workspace, read, register, clock(), keep_going=how["keep_going"])
        posting.settle(arrived, not_arrived)
        plan = posting.plan(names)
        show(plan.findings)
        stopped = any(finding.is_error for finding in plan.findings)
        if stopped and not how["keep_going"]:
            click.echo("Nothing was sent.", err=True)
            return 1
        if how["drafts"]:
            click.echo(f"{len(posting.write_drafts(plan))} drafts were written, beside the folders of their copies.")
        elif how["dry_run"] or not plan.due:
            _tell_due(posting.rows(plan), plan.done)
        else:
            posting.refuse_early()
            if not how["yes"]:
                _ask(posting.question(plan))
            sent = posting.send(plan, lambda: credentials(posting.route.host), _tell)
            show(sent.findings)
            click.echo(f"{sent.number} of {len(plan.due)} mails were sent.")
            stopped = stopped or any(finding.is_error for finding in sent.findings) or sent.number < len(plan.due)
    return 1 if stopped else 0


def _tell_due(rows: list[tuple[str, ...]], done: int) -> None:
    if rows:
        show_table(HEADINGS, [(short(name), *rest) for name, *rest in rows], numbers=1)
    click.echo(f"{len(rows)} mails are due; {done} recipients have everything.")


def _ask(question: str) -> None:
    """Go on only when somebody says yes; nobody there to ask is no."""
    if not sys.stdin.isatty():
        raise click.UsageError(f"{question}\nNobody is here to be asked: look at --dry-run, then say --yes")
    click.confirm(question, abort=True)


def _tell(name: str, outcome: Outcome) -> None:
    word = "unclear" if outcome.state is State.OFFERED else outcome.state.value
    click.echo(f"{word:9}  {name}" + ("" if outcome.state is State.SENT else f": {outcome.reply}"))
