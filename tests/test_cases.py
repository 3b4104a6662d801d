"""Behaviour that a desk officer could read: `cases/<phase>/*.md`. Drop a page in, and it is tested.

A page is a subject, each `##` on it a case: a tiny workspace, and what is found in it.

    ```md content/hello.md         the file with these words (md, yaml, toml, html, css, po: as you like)
    ```escaped content/hello.md    the same with Python's escapes, for what cannot be seen: \\r\\n \\x00
    ```hex content/hello.md        bytes
    ```link content/hello.md       a link to this path
    ```diagnostics                 every finding, one a line: its place, grade, code, and the words it points at

`make accept` rewrites the findings; read the difference before you commit it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from communique.check import check
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused
from communique.diagnostics.show.text import in_order
from communique.diagnostics.span import Source
from communique.read.dossier import read_dossier
from communique.read.interventions import find
from communique.read.kinds import kinds
from communique.read.labels import read_labels
from communique.read.recipients import read_recipients
from communique.read.themes import read_theme
from communique.read.workspace import open_workspace

CASES = Path(__file__).parent / "cases"
FENCE = re.compile(r"^(`{3,})(\w+)(?: (.+))?$")
EXPECTED = "diagnostics"
LONGEST = 48


@dataclass(frozen=True)
class Block:
    """One fenced block of a case, and its lines in the page."""

    sort: str
    path: str
    text: str
    first: int
    last: int


@dataclass(frozen=True)
class Case:
    """One section of a page."""

    page: Path
    title: str
    blocks: tuple[Block, ...]

    def expected(self) -> Block:
        """The block that says what is found."""
        return next(block for block in self.blocks if block.sort == EXPECTED)


def read(root: Path) -> Iterator[Diagnostic]:
    """Everything that reading finds in a workspace."""
    workspace = open_workspace(root, date(2026, 11, 24))
    for look in (
        lambda: kinds(workspace),
        lambda: read_theme(workspace, workspace.settings.theme),
        lambda: read_labels(workspace, "fr"),
    ):
        try:
            look()
        except Refused as refused:
            yield from refused.diagnostics
    written: dict[str, set[str]] = {}
    for place in find(workspace):
        try:
            dossier = read_dossier(workspace, place)
            yield from dossier.findings
            written.setdefault(place.meeting, set()).update(dossier.languages)
        except Refused as refused:
            yield from refused.diagnostics
    for meeting, languages in written.items():
        try:
            yield from read_recipients(workspace, meeting, kinds(workspace), languages).findings
        except Refused as refused:
            yield from refused.diagnostics


def checked(root: Path) -> Iterator[Diagnostic]:
    """Everything that reading and checking the interventions finds."""
    workspace = open_workspace(root, date(2026, 11, 24))
    for place in find(workspace):
        dossier = read_dossier(workspace, place)
        yield from dossier.findings
        yield from check(dossier, workspace.today, workspace.settings)


PHASES: dict[str, Callable[[Path], Iterator[Diagnostic]]] = {"read": read, "check": checked}
"""How the findings of each phase are had; one line a phase."""


def pages() -> list[Path]:
    return sorted(CASES.glob("*/*.md"))


def cases(page: Path) -> list[Case]:
    """The cases of a page, in order."""
    found: list[tuple[str, list[Block]]] = []
    lines = page.read_text(encoding="utf-8").split("\n")
    at = 0
    while at < len(lines):
        fence = FENCE.match(lines[at])
        if fence:
            last = lines.index(fence[1], at + 1)
            text = "\n".join(lines[at + 1 : last]) + ("\n" if last > at + 1 else "")
            found[-1][1].append(Block(fence[2], fence[3] or "", text, at + 1, last))
            at = last
        elif lines[at].startswith("## "):
            found.append((lines[at][3:], []))
        at += 1
    return [Case(page, title, tuple(blocks)) for title, blocks in found]


def lay_out(case: Case, root: Path) -> None:
    """The files of a case."""
    for block in case.blocks:
        if block.sort == EXPECTED:
            continue
        path = root / block.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if block.sort == "link":
            path.symlink_to(block.text.strip())
        elif block.sort == "hex":
            path.write_bytes(bytes.fromhex(block.text))
        elif block.sort == "escaped":
            words = block.text.replace("\n", "").encode("ascii").decode("unicode_escape")
            path.write_bytes(words.encode("utf-8", "surrogatepass"))
        else:
            path.write_bytes(block.text.encode())


def findings(case: Case, root: Path) -> list[Diagnostic]:
    """Every finding of the phase, in order."""
    try:
        return in_order(PHASES[case.page.parent.name](root))
    except Refused as refused:
        return in_order(refused.diagnostics)


def shown(finding: Diagnostic, root: Path) -> str:
    """A finding on one line, with the words it points at."""
    place = f"{finding.span}: " if finding.span else ""
    words = ""
    if finding.span and (root / finding.span.path).is_file():
        text = (root / finding.span.path).read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
        words = Source("", text).at(finding.span)
    cut = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    seen = "".join(char if char.isprintable() else "␣" for char in cut)
    return f"{place}{finding.severity} {finding.code.number}" + (f" «{seen}»" if seen else "")


ALL = [
    pytest.param(case, id=f"{page.parent.name}/{page.stem}: {case.title}") for page in pages() for case in cases(page)
]


@pytest.mark.parametrize("case", ALL)
def test_a_case(case, tmp_path, accept):
    root = tmp_path / "workspace"
    root.mkdir()
    lay_out(case, root)
    found = findings(case, root)
    told = [shown(finding, root) for finding in found]
    if accept:
        rewrite(case, told)
        return
    assert told == case.expected().text.splitlines(), "\n".join(f"{one.span} {one.message}" for one in found)
    for finding in found:
        assert finding.message and "\n" not in finding.message
        assert str(tmp_path) not in finding.message + finding.help, "the path of a machine is nobody's business"


def rewrite(case: Case, told: list[str]) -> None:
    """Write what was found over what the page expects."""
    fresh = next(one for one in cases(case.page) if one.title == case.title)
    block = fresh.expected()
    lines = case.page.read_text(encoding="utf-8").split("\n")
    lines[block.first : block.last] = told
    case.page.write_text("\n".join(lines), encoding="utf-8", newline="")


def test_every_page_holds_cases():
    for page in pages():
        titles = [case.title for case in cases(page)]
        assert titles and len(titles) == len(set(titles)), page.name
        assert page.parent.name in PHASES, page.parent.name
