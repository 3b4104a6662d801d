"""A place to work at: where a job is made, by whoever is told to.

What makes papers takes a second to load. Who only hands jobs out never loads it.
"""

from importlib import import_module

from communique.diagnostics.refused import Refused
from communique.engine.job import Job, Made, Stock


def attempt(job: Job, stock: Stock) -> Made:
    """What came of a job: its files, or the reasons why there are none."""
    from communique.engine.make import make  # noqa: PLC0415  see above

    try:
        return make(job, stock)
    except Refused as refused:
        return Made(findings=refused.diagnostics)


def equip() -> None:
    """Load all that making needs, the fonts being settled; Refused when a library of the system is missing."""
    from communique.write import typesetter  # noqa: PLC0415  see above

    typesetter.load()
    for module in TOOLS:
        import_module(module)


TOOLS = (
    "communique.engine.make",
    "communique.write.pages",
    "communique.write.pdf.painting",
    "communique.write.docx.writer",
    "pikepdf",
    "pypdfium2",
)
"""What is loaded by the first job, were it not loaded before: once for all that are forked."""
