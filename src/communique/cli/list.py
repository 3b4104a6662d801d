"""`communique list`: what there is, and whether it is up to date."""

from collections.abc import Iterator

import click

from communique.cli.places import BUILD, HERE, STORE, source_date_epoch
from communique.cli.workspace import opened
from communique.engine.order import Order
from communique.engine.remember import RememberedPaper, recall
from communique.engine.undertaking import Undertaking

HEADINGS = ("intervention", "language", "kind", "audience", "format", "state")


@click.command
def list() -> int:  # noqa: A001  it is what one types
    """Show meetings, interventions, languages and kinds, and whether each paper is up to date."""
    from communique.cli.say import show
    from communique.cli.table import show_table
    from communique.engine.inputs import take_inputs
    from communique.engine.survey import survey

    found = survey(opened(), Order(), take_inputs(HERE, source_date_epoch()))
    rows = [_row(folder, paper, "up to date") for folder, record in found.current for paper in record.papers]
    rows += [row for one in found.undertakings for row in _rows(one)]
    if rows:
        show_table(HEADINGS, sorted(rows))
    unread = [one for one in found.undertakings if one.dossier is None]
    show(finding for one in unread for finding in one.findings)
    return 1 if unread else 0


def _rows(one: Undertaking) -> Iterator[tuple[str, ...]]:
    """The papers of an intervention that is to be made, some of which may be as they should be."""
    record = recall(STORE, one.folder)
    known = {paper.place: paper for paper in record.papers} if record else {}
    for paper in one.papers:
        old = known.get(paper.place)
        if old is None or not old.inputs or not (BUILD / paper.place).is_file():
            state = "not made"
        else:
            state = "up to date" if old.is_current(one.inputs, Order(), BUILD) else "out of date"
        yield _row(one.folder, paper, state)


def _row(folder: str, paper: RememberedPaper, state: str) -> tuple[str, ...]:
    return folder, paper.language, paper.kind, paper.audience, paper.format, state
