"""What truthful tags cost: our PDF against WeasyPrint's own PDF/UA of the same pages; `make bench`.

One warm process, the two in turn, several rounds, each beginning with the other one; a round gives one
ratio, so what else the machine does falls on both. Our pages are laid out with notes kept by their
calls, checked against the rules for templates, tagged, finished and described; theirs are not.
"""

import gc
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from pairs import ROOT, Row, publish
from trust import TODAY, long_speech, read_first

from communique.model.sheet import Sheet
from communique.model.workspace import Workspace
from communique.read.kinds import kinds
from communique.read.labels import read_labels
from communique.read.templates import read_templates
from communique.read.themes import read_theme
from communique.read.workspace import open_workspace
from communique.render.sheet import render
from communique.withhold.edition import withhold
from communique.write import fonts, typesetter
from communique.write.layout import lay_out
from communique.write.pdf.writer import write_pdf

ROUNDS = 15
warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its colour profile open


def main() -> int:
    """A row for each document: ours over theirs."""
    with tempfile.TemporaryDirectory() as folder:
        fonts.configure(Path(folder))
        typesetter.load()
        example, long = open_workspace(ROOT, TODAY, None), long_speech(Path(folder) / "long")
        sheets = {
            "the example's statement": sheet_of(example, "statement"),
            "its briefing pack": sheet_of(example, "briefing-pack"),
            "2,000 words": sheet_of(long, "statement"),
        }
        rows = [
            Row(f"finishing, against stock PDF/UA: {name}", ratios(sheet), 1.25, 1.1) for name, sheet in sheets.items()
        ]
    return publish("finishing", rows)


def ratios(sheet: Sheet) -> tuple[float, ...]:
    """In each round: the time of ours over the time of theirs."""
    found = []
    for number in range(ROUNDS + 1):
        order = (ours, theirs) if number % 2 else (theirs, ours)
        seconds = {make: timed(make, sheet) for make in order}
        found += [seconds[ours] / seconds[theirs]] if number else []  # the first round warms up
    return tuple(found)


def ours(sheet: Sheet) -> bytes:
    """PDF/A-3a and PDF/UA-1."""
    return write_pdf(sheet, lay_out(sheet))[0]


def theirs(sheet: Sheet) -> bytes:
    """WeasyPrint as it is used by itself, with the same style."""
    from weasyprint import CSS, HTML  # noqa: PLC0415  after the fonts are settled

    from communique.write.fetcher import BASE, SheetFetcher  # noqa: PLC0415

    fetcher = SheetFetcher(sheet)
    css = [CSS(string=source.text, base_url=BASE, url_fetcher=fetcher) for source in sheet.theme.stylesheets]
    html = HTML(string=sheet.html, base_url=BASE, url_fetcher=fetcher)
    data: bytes = html.write_pdf(stylesheets=css, pdf_variant="pdf/ua-1")
    return data


def timed(make: Callable[[Sheet], bytes], sheet: Sheet) -> float:
    """The seconds that a PDF takes; the rubbish of the one before is swept away first."""
    gc.collect()
    start = time.perf_counter()
    make(sheet)
    return time.perf_counter() - start


def sheet_of(workspace: Workspace, name: str) -> Sheet:
    """A kind of the first intervention, rendered."""
    dossier, kind = read_first(workspace), kinds(workspace)[name]
    language = dossier.languages[0]
    edition, _ = withhold(dossier, kind.audience, language)
    labels, theme = read_labels(workspace, language), read_theme(workspace, workspace.settings.theme)
    return render(edition, kind, labels, theme, workspace.settings, read_templates(workspace))


if __name__ == "__main__":
    sys.exit(main())
