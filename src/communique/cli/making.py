"""What `communique build` does when there is something to do."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from communique.cli import say
from communique.cli.progress import progress
from communique.cli.table import show_papers
from communique.cli.workspace import opened
from communique.diagnostics.refused import Refused
from communique.engine.inputs import Inputs
from communique.engine.order import Order
from communique.engine.outcome import AS_IT_WAS, Outcome

if TYPE_CHECKING:
    from communique.engine.plan import Work


def carry_out(order: Order, inputs: Inputs, report: str) -> int:
    """Make what the order wants, with a bar where somebody watches, and say what came of it."""
    from communique.engine.plan import build

    try:
        with progress() as watch:
            outcome = build(opened(), order, inputs, watch, _elsewhere(order.on))
    except Refused as refused:
        say.tell(refused.diagnostics, report)
        click.echo("Nothing was replaced in build/.", err=True)
        return 1
    return _told(outcome, order, report)


def _elsewhere(scheduler: str) -> "Work | None":
    """Who makes the papers, when it is not this machine."""
    if not scheduler:
        return None
    from communique.engine.cluster import Cluster

    return Cluster(scheduler)


def _told(outcome: Outcome, order: Order, report: str) -> int:
    """Findings, then the table of what was made; a program is told of what was not made again, too."""
    earlier = () if report == "text" else say.remembered_in(record for _, record in outcome.current)
    say.tell((*outcome.findings, *earlier), report)
    if order.explain:
        for place, reason in sorted(_reasons(outcome, order)):
            click.echo(f"build/{place}: {reason}", err=report != "text")
    papers = [paper for result in outcome.results for paper in result.printed]
    if papers:
        show_papers(papers, err=report != "text")
    return 1 if any(finding.is_error for finding in outcome.findings) else 0


def _reasons(outcome: Outcome, order: Order) -> Iterator[tuple[str, str]]:
    """Each paper of the order by its place, and why it was made or was not."""
    for result in outcome.results:
        yield from result.reasons
    for _, record in outcome.current:
        yield from ((paper.place, AS_IT_WAS) for paper in record.wanted(order))
