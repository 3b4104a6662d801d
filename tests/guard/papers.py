"""Papers to guard in tests: a workspace of one's own, made step by step so that each step can be sabotaged."""

import datetime as dt
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from communique.diagnostics.diagnostic import Diagnostic
from communique.guard.verdict import guard
from communique.model.artefact import Artefact
from communique.model.edition import Edition
from communique.model.kind import Format, Scope
from communique.model.settings import Settings
from communique.model.sheet import Sheet
from communique.model.withheld import Withheld
from communique.model.workspace import Workspace
from communique.read.dossier import read_dossier
from communique.read.interventions import find
from communique.read.kinds import kinds
from communique.read.labels import read_labels
from communique.read.templates import read_templates
from communique.read.themes import read_theme
from communique.render.sheet import render
from communique.withhold.edition import withhold
from communique.write import fonts
from communique.write.layout import lay_out
from communique.write.writers import WRITERS

ROOT = Path(__file__).parents[2]

PRIVATE = """\
---
title: Our own words
language: en
facts:
  ceiling: {value: "USD 99 million", source: "Embassy cable 4417"}
---
Mr President,

Norway stands by the norm that was agreed upon. It will not be moved. [look up]{.cue}

We thank the victims for their courage and their patience.

Thank you.

::: point "The price"
We would go as far as {{ ceiling }} if Ruritania comes along.
:::

::: background {use=closed}
The minister has not yet decided whether to sign the amendment.
:::
"""
"""A speech whose private words stand nowhere in public."""


@dataclass(frozen=True)
class Papers:
    """One job, half or wholly done."""

    edition: Edition
    withheld: Withheld
    sheet: Sheet
    artefacts: tuple[Artefact, ...] = ()

    def written(self) -> "Papers":
        """The sheet as finished files."""
        layout = lay_out(self.sheet)
        kind = self.sheet.kind
        made = tuple(
            Artefact(
                kind.name,
                self.sheet.language,
                form,
                kind.audience,
                layout.facts.pages,
                0,
                WRITERS[form](self.sheet, layout)[0],
            )
            for form in kind.formats
        )
        return replace(self, artefacts=made)

    def with_html(self, change: Callable[[str], str]) -> "Papers":
        """The sheet with other HTML, unchanged files."""
        changed = change(self.sheet.html)
        assert changed != self.sheet.html
        return replace(self, sheet=replace(self.sheet, html=changed))

    def with_bytes(self, form: Format, change: Callable[[bytes], bytes]) -> "Papers":
        """The file of one format, tampered with."""
        files = tuple(replace(one, data=change(one.data)) if one.format is form else one for one in self.artefacts)
        return replace(self, artefacts=files)

    def verdict(self, protected: Sequence[str] = ()) -> tuple[Diagnostic, ...]:
        """What the guard says."""
        return guard(self.artefacts, self.sheet, self.edition, self.withheld, protected)

    def numbers(self, protected: Sequence[str] = ()) -> set[str]:
        """The codes of what the guard says."""
        return {finding.code.number for finding in self.verdict(protected)}


def workspace(root: Path, content: dict[str, str | bytes], templates: dict[str, str] | None = None) -> Workspace:
    """A workspace with these files below content/ and templates/."""
    files = {f"content/{name}": text for name, text in content.items()}
    files |= {f"templates/{name}": text for name, text in (templates or {}).items()}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    own = (root / "templates",) if templates else ()
    return Workspace(root, Settings(), dt.date(2026, 1, 1), (*own, ROOT / "templates"))


def sheets(place: Workspace, names: Sequence[str] = ()) -> list[Papers]:
    """Every kind, or those named, of every intervention, rendered and not yet written."""
    _settle_fonts()
    templates, theme = read_templates(place), read_theme(place, "plain")
    made = []
    for found in find(place):
        dossier = read_dossier(place, found)
        for language in dossier.languages:
            labels = read_labels(place, language)
            for kind in kinds(place).values():
                if kind.scope is Scope.INTERVENTION and (not names or kind.name in names):
                    edition, withheld = withhold(dossier, kind.audience, language)
                    sheet = render(edition, kind, labels, theme, place.settings, templates)
                    made.append(Papers(edition, withheld, sheet))
    return made


@cache
def _settle_fonts() -> None:
    fonts.configure(Path(tempfile.mkdtemp(prefix="guard-fonts-")))
