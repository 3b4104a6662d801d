"""Tables for the eye: plain text, which a terminal shows with a heading set off."""

import sys
from collections.abc import Iterable, Sequence
from itertools import groupby

import click

from communique.engine.outcome import Printed

HEADINGS = ("artefact", "audience", "pages", "words", "minutes", "size")


def show_papers(papers: Iterable[Printed], *, err: bool) -> None:
    """The closing table: what was made, for whom, and how long it is."""
    papers = sorted(papers, key=lambda one: one.place)
    if not _is_terminal(err=err):
        show_table(HEADINGS, [_row(one) for one in papers], numbers=4, err=err)
        return
    for folder, those in groupby(papers, key=lambda one: one.place.rsplit("/", 2)[0]):  # lines that fit
        click.echo(f"build/{folder}/", err=err)
        rows = [(row[0].rpartition("/")[2], *row[1:]) for row in (_row(one) for one in those)]
        show_table(HEADINGS, rows, numbers=4, err=err)


def show_table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: int = 0, err: bool = False) -> None:
    """Rows under their headings; the last `numbers` columns stand to the right."""
    if _is_terminal(err=err):
        _show_rich(headings, rows, numbers, err=err)
        return
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    right = len(headings) - numbers
    for row in (headings, *rows):
        cells = (
            cell.rjust(w) if n >= right else cell.ljust(w) for n, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        click.echo("  ".join(cells).rstrip(), err=err)


def _is_terminal(*, err: bool) -> bool:
    return (sys.stderr if err else sys.stdout).isatty()


def _show_rich(headings: Sequence[str], rows: Sequence[Sequence[str]], numbers: int, *, err: bool) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for place, heading in enumerate(headings):
        table.add_column(heading, justify="right" if place >= len(headings) - numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    Console(stderr=err).print(table)


def _row(paper: Printed) -> tuple[str, ...]:
    read_out = f"{paper.minutes:.1f}" if paper.minutes else ""
    size = f"{paper.bytes / 1000:.0f} kB"
    return f"build/{paper.place}", str(paper.audience), str(paper.pages), str(paper.words), read_out, size


def short(name: str, most: int = 40) -> str:
    """A name that leaves room for the other columns."""
    return name if len(name) <= most else f"{name[: most - 1]}…"
