"""What trust costs: the checks against making a PDF, ledger and guard against making a whole kind; `make bench`.

Everything runs in one warm process, the parts in turn, several rounds; the ratios are medians with their
spread. Before anything is timed, the papers are looked at: the guard must let each of them pass.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from pairs import ROOT, Row, publish

from communique.check import check
from communique.guard.verdict import guard
from communique.model.artefact import Artefact
from communique.model.dossier import Dossier
from communique.model.kind import Format, Kind, Scope
from communique.model.workspace import Workspace
from communique.read.dossier import read_dossier
from communique.read.interventions import find
from communique.read.kinds import kinds
from communique.read.labels import read_labels
from communique.read.templates import read_templates
from communique.read.themes import read_theme
from communique.read.workspace import open_workspace
from communique.render.sheet import render
from communique.withhold.edition import withhold
from communique.write import fonts
from communique.write.layout import lay_out
from communique.write.writers import WRITERS

ROUNDS = 7
TODAY = datetime.now(UTC).date()

Given = TypeVar("Given")


def main() -> int:
    """A row for the guard with the ledger, and one for the checks."""
    with tempfile.TemporaryDirectory() as folder:
        fonts.configure(Path(folder))
        example = open_workspace(ROOT, TODAY, None)
        guarded, long = shares_of_guard(example), long_speech(Path(folder) / "long")
        checked = shares_of_check(long)
    return publish(
        "trust",
        (
            Row("ledger and guard, share of making all kinds", tuple(guarded), 0.15, 0.08, "one warm process"),
            Row("check of 2,000 words, against its PDF", tuple(checked), 0.1, 0.1, "one warm process"),
        ),
    )


def shares_of_guard(workspace: Workspace) -> list[float]:
    """In each round: the time of the verdicts, over the time of everything made and looked at."""
    dossier, shares = read_first(workspace), []
    own = [kind for kind in kinds(workspace).values() if kind.scope is Scope.INTERVENTION]
    for number in range(ROUNDS + 1):
        spent = [made(workspace, dossier, kind, kind.formats) for kind in own]
        guarded, everything = (sum(column) for column in zip(*spent, strict=True))
        shares += [guarded / everything] if number else []  # the first round warms up
    return shares


def shares_of_check(workspace: Workspace) -> list[float]:
    """In each round: the time of all rules, over the time of rendering, laying out and writing the PDF."""
    dossier, shares = read_first(workspace), []
    statement = kinds(workspace)["statement"]
    for number in range(ROUNDS + 1):
        checked, _ = timed(lambda: check(dossier, TODAY, workspace.settings))
        guarded, everything = made(workspace, dossier, statement, (Format.PDF,))
        shares += [checked / (everything - guarded)] if number else []
    return shares


def made(workspace: Workspace, dossier: Dossier, kind: Kind, formats: tuple[Format, ...]) -> tuple[float, float]:
    """A kind made and looked at: the seconds of the verdict, and of everything."""
    language = dossier.languages[0]
    labels, theme = read_labels(workspace, language), read_theme(workspace, workspace.settings.theme)
    templates = read_templates(workspace)
    start = time.perf_counter()
    edition, withheld = withhold(dossier, kind.audience, language)
    sheet = render(edition, kind, labels, theme, workspace.settings, templates)
    layout = lay_out(sheet)
    files = [(form, WRITERS[form](sheet, layout)[0]) for form in formats]
    artefacts = [
        Artefact(kind.name, language, form, kind.audience, layout.facts.pages, edition.words, data)
        for form, data in files
    ]
    guarded, faults = timed(lambda: guard(artefacts, sheet, edition, withheld))
    everything = time.perf_counter() - start
    if faults:
        raise SystemExit(f"{kind.name} does not pass: {faults[0].message}")
    return guarded, everything


def timed(work: Callable[[], Given]) -> tuple[float, Given]:
    """The seconds that the work takes, and what it gives."""
    start = time.perf_counter()
    given = work()
    return time.perf_counter() - start, given


def read_first(workspace: Workspace) -> Dossier:
    """The first intervention of a workspace."""
    return read_dossier(workspace, find(workspace)[0])


def long_speech(root: Path) -> Workspace:
    """A workspace with one text of 2,000 words: the example's own paragraphs, repeated."""
    speech = (ROOT / "content/ccm-3msp/universalization/speech.md").read_text(encoding="utf-8")
    body = [part for part in speech.split("---\n", 2)[2].split("\n\n") if not part.startswith(":::")]
    words = "\n\n".join(part.split(" {#")[0] for part in body).replace("{{ signatories }}", "111")
    words = words.replace("{{ ratifications }}", "75").replace("\n:::", "")
    (root / "content").mkdir(parents=True)
    text = "---\ntitle: A long speech\nlanguage: en\n---\n" + "\n\n".join([words.strip()] * 4) + "\n"
    (root / "content" / "long.md").write_text(text, encoding="utf-8")
    return open_workspace(root, TODAY, None)


if __name__ == "__main__":
    sys.exit(main())
