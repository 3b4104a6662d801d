"""How long a person waits for the first build, beside what others take for the same papers; part of `make bench`.

Whole processes, both sides in turn, each in a fresh folder: the eight files of the example, then a set of some 25
pages. All outputs are looked at before anything is timed.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from pairs import ROOT, Row, build, in_turn, publish, run, timed
from peers import Peer, papers, peers, prepared, verified
from trust import TODAY

from communique.model.kind import Scope
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

ROUNDS = 7
LIMITS = {
    "pandoc + WeasyPrint": (0.5, 0.3),
    "docxtpl + LibreOffice": (1.2, 0.9),
    "pandoc + Typst": (1.8, 1.0),
}
"""At most, and the aim: the ratios for the eight files that were agreed when the work began."""


def main() -> int:
    """A row for each peer that is installed, for the example and for the larger set."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (("eight files cold", example), ("25 pages cold", larger_set)):
            place = Path(folder) / name.split()[0]
            content(place / "source")
            rows += against_all(name, place)
    return publish("cold", rows, [peer.name for peer in peers() if not peer.is_there()])


def example(root: Path) -> None:
    """The content that is shipped."""
    shutil.copytree(ROOT / "content", root / "content")


def larger_set(root: Path) -> None:
    """The example with a long background: its own paragraphs, nine times."""
    example(root)
    speech = root / "content/ccm-3msp/universalization/speech.md"
    text = speech.read_text(encoding="utf-8")
    own = [part.split(" {#")[0] for part in text.split("---\n", 2)[2].split("\n\n") if part[0].isalpha()]
    blocks = [f'::: background "Paper {number}"\n' + "\n\n".join(own[1:-1]) + "\n:::\n" for number in range(1, 10)]
    speech.write_text(text.rstrip() + "\n\n" + "\n".join(blocks), encoding="utf-8")


def against_all(what: str, place: Path) -> list[Row]:
    """The rows of one set of papers."""
    source = place / "source"
    build(source)
    run(source, sys.executable, "-m", "communique", "verify", "build")
    html = pages_of(open_workspace(source, TODAY, None))
    rows = []
    for number, peer in enumerate(peer for peer in peers() if peer.is_there()):
        theirs = place / f"peer{number}"
        prepared(theirs, source / "build", html)
        peer.make(theirs)
        verified(theirs, papers(theirs), ["cluster munitions"])
        at_most, aim = LIMITS.get(peer.name, (None, None)) if what.startswith("eight") else (None, None)
        rows.append(Row(f"{what}, against {peer.name}", ratios(source, theirs, peer), at_most, aim))
    return rows


def ratios(source: Path, theirs: Path, peer: Peer) -> tuple[float, ...]:
    """Ours over theirs."""

    def ours() -> float:
        for folder in (source / "build", source / ".communique"):
            shutil.rmtree(folder, ignore_errors=True)
        return timed(lambda: build(source))

    return in_turn(ours, lambda: timed(lambda: peer.make(theirs)), ROUNDS)


def pages_of(workspace: Workspace) -> dict[str, str]:
    """The HTML of each kind of the first intervention."""
    dossier = read_dossier(workspace, find(workspace)[0])
    language = dossier.languages[0]
    labels, theme = read_labels(workspace, language), read_theme(workspace, workspace.settings.theme)
    templates = read_templates(workspace)
    pages = {}
    for kind in (one for one in kinds(workspace).values() if one.scope is Scope.INTERVENTION):
        edition, _ = withhold(dossier, kind.audience, language)
        pages[kind.name] = render(edition, kind, labels, theme, workspace.settings, templates).html
    return pages


if __name__ == "__main__":
    sys.exit(main())
