"""`communique register`: who has which copy. Nothing in it is ever deleted."""

import click

from communique.cli.options import meeting_argument
from communique.cli.table import short
from communique.model.copies import Entry

FORMS = ("csv", "xlsx", "pdf", "docx")
HEADINGS = ("recipient", "copy", "paper", "issue", "made", "sent", "state")


@click.group
def register() -> None:
    """Show, export and check the register of copies of a meeting; withdraw copies."""


@register.command("list")
@meeting_argument
@click.option("--all", "everything", is_flag=True, help="Also what was replaced or withdrawn.")
def show_list(meeting: str, *, everything: bool) -> int:
    """Show which copies the recipients of MEETING have, and who holds an earlier one."""
    from communique.cli.say import show
    from communique.cli.table import show_table
    from communique.cli.workspace import opened
    from communique.deliver.register import open_register
    from communique.deliver.register_check import still_to_do

    with open_register(opened(), meeting, create=False) as ledger:
        rows = [_row(entry) for entry in (ledger.entries() if everything else ledger.current())]
        if rows:
            show_table(HEADINGS, rows)
        show(still_to_do(ledger))
    return 0


@register.command
@meeting_argument
@click.option("--format", "forms", multiple=True, type=click.Choice(FORMS), help="May be repeated [all].")
def export(meeting: str, forms: tuple[str, ...]) -> int:
    """Write the register of MEETING as a table and as a document, for those who keep files."""
    from communique.cli.workspace import opened
    from communique.engine.register_papers import export as write

    for path in write(opened(), meeting, forms or FORMS):
        click.echo(path)
    return 0


@register.command
@meeting_argument
def check(meeting: str) -> int:
    """Hold the register of MEETING against the files in build/, and say what is still to do."""
    from communique.cli.say import show
    from communique.cli.workspace import opened
    from communique.deliver.register import open_register
    from communique.deliver.register_check import check_register

    workspace = opened()
    with open_register(workspace, meeting, create=False) as ledger:
        found = tuple(check_register(ledger, meeting, workspace.build))
        number = len(ledger.current())
    show(found)
    if not found:
        click.echo(f"{number} copies, and each is where the register says.")
    return 1 if any(finding.is_error for finding in found) else 0


@register.command
@meeting_argument
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only copies of this kind (may be repeated).")
@click.option("--everyone", is_flag=True, help="Those of every recipient.")
@click.option("--reason", required=True, metavar="WORDS", help="Why; it stands in the register.")
def withdraw(meeting: str, names: tuple[str, ...], kinds: tuple[str, ...], reason: str, *, everyone: bool) -> int:
    """Call back the copies of the recipients NAME of MEETING: they are not sent any more."""
    from communique.cli.workspace import moment, opened
    from communique.deliver.register import open_register
    from communique.deliver.register_check import choose

    if bool(names) is everyone:
        raise click.UsageError("name the recipients, or say --everyone")
    with open_register(opened(), meeting, create=False) as ledger:
        chosen = choose(ledger.current(), names, kinds)
        number = ledger.withdraw(chosen, moment(), " ".join(reason.split()))
    holders = sorted({entry.copy.recipient for entry in chosen if entry.sent or entry.unclear})
    click.echo(f"{number} copies are withdrawn and will not be sent.")
    for name in holders:
        click.echo(f"{name} has been sent it: ask for it back.")
    return 0


def _row(entry: Entry) -> tuple[str, ...]:
    copy = entry.copy
    number = "" if copy.number is None else f"{copy.number} of {copy.of}"
    paper = f"{copy.intervention}/{copy.kind}.{copy.language}.{copy.format}".lstrip("/")
    revision = f"{entry.issue}" + (f" (revision {copy.revision})" if copy.revision else "")
    return short(copy.recipient), number, paper, revision, entry.made, "?" if entry.unclear else entry.sent, entry.state
