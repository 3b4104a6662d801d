"""The example as a pack in the making, for the tests of patterns and copies."""

import datetime as dt
from pathlib import Path
from shutil import copytree

from communique.engine.job import Job, Stock
from communique.model.kind import Kind
from communique.model.settings import Settings
from communique.model.workspace import Workspace
from communique.read.dossier import read_dossier
from communique.read.interventions import find
from communique.read.kinds import kinds
from communique.read.labels import read_labels
from communique.read.templates import read_templates
from communique.read.themes import read_theme
from communique.withhold.edition import withhold
from desk import ROOT

SHIPPED = ROOT / "templates"
NAMES = tuple(f"Delegation {number:03}" for number in range(1, 11))


def example(folder: Path, css: str = "") -> Workspace:
    """The example, with these rules added to the plain theme."""
    copytree(ROOT / "content", folder / "content", dirs_exist_ok=True)
    own = folder / "templates" / "themes" / "own"
    own.mkdir(parents=True)
    (own / "theme.css").write_text(f":root {{ --extends: plain }}\n{css}\n", encoding="utf-8")
    return Workspace(folder, Settings(theme="own"), dt.date(2026, 1, 1), (folder / "templates", SHIPPED))


def job_of(workspace: Workspace, kind: str, language: str = "en") -> tuple[Job, Stock]:
    """The work on one kind of the example."""
    dossier = read_dossier(workspace, find(workspace)[0])
    known: Kind = kinds(workspace)[kind]
    stock = Stock(
        workspace.settings,
        read_theme(workspace, workspace.settings.theme),
        read_templates(workspace),
        (read_labels(workspace, language),),
    )
    job = Job("ccm-3msp/universalization", *withhold(dossier, known.audience, language), known, known.formats)
    return job, stock
