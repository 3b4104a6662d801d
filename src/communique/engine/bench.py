"""A place to work at: where a job is made, by whoever is told to.

What makes papers takes a second to load. Who only hands jobs out never loads it.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module

from communique.diagnostics.refused import Refused
from communique.engine.job import Job, Made, Stock
from communique.model.kind import Format


def attempt(job: Job, stock: Stock) -> Made:
    """What came of a job: its files, or the reasons why there are none."""
    from communique.engine.make import make  # noqa: PLC0415  see above

    try:
        return make(job, stock)
    except Refused as refused:
        return Made(findings=refused.diagnostics)


def equip() -> None:
    """Load all that making needs, the fonts being settled; Refused when a library of the system is missing."""
    for step in equipment():
        step()


def equipment() -> Iterator[Callable[[], object]]:
    """The same, one thing after another."""
    from communique.write import typesetter  # noqa: PLC0415  see above

    yield typesetter.load
    yield from (partial(import_module, tool) for tool in TOOLS)


def warm(jobs: Iterable[Job], stock: Stock) -> None:
    """Do once what the papers of a theme and language share, before there are several hands to do it.

    Its stylesheets are read, its Word styles compiled, its templates too. What is wrong with any of
    them is told by the job that needs it.
    """
    from communique.engine.make import sheet_of  # noqa: PLC0415  see above
    from communique.write.pages import read_style  # noqa: PLC0415
    from communique.write.style.stylebook import stylebook  # noqa: PLC0415

    longest = {(job.language, job.edition.direction): job for job in sorted(jobs, key=lambda job: job.weight)}
    for job in longest.values():
        with suppress(Refused):
            sheet = sheet_of(job, stock)
            read_style(sheet)
            if Format.DOCX in job.formats:
                stylebook(sheet.theme.stylesheets, sheet.language, sheet.direction)


TOOLS = (
    "communique.engine.make",
    "communique.write.pages",
    "communique.write.pdf.painting",
    "communique.write.docx.writer",
    "pikepdf",
    "pypdfium2",
)
"""What is loaded by the first job, were it not loaded before: once for all that are forked."""
