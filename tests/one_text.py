"""One text read as a desk officer would have it, for what no page of a case can show."""

from datetime import date
from pathlib import Path

from communique.check import check
from communique.diagnostics.diagnostic import Diagnostic
from communique.model.dossier import Dossier
from communique.read.dossier import read_dossier
from communique.read.interventions import find
from communique.read.workspace import open_workspace

HEAD = "---\ntitle: T\nlanguage: en\n---\n"
TAIL = '\n\n::: point "We act"\nWe act.\n:::\n'


def read_text(root: Path, text: str, name: str = "hello") -> Dossier:
    """The dossier of `content/NAME.md` with these words."""
    file = root / "content" / f"{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return read_dossier(open_workspace(root, date(2026, 11, 24)), find(open_workspace(root, date(2026, 11, 24)))[0])


def found_in(dossier: Dossier) -> tuple[Diagnostic, ...]:
    """What the rules find in it."""
    return check(dossier, date(2026, 11, 24))


def codes_in(dossier: Dossier) -> list[str]:
    """Their numbers."""
    return [finding.code.number for finding in found_in(dossier)]
