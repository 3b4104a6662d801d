"""The register for those who keep files: as a table, as a workbook, and as a document of both formats."""

from collections.abc import Callable, Sequence
from pathlib import Path

from communique.deliver.register import open_register
from communique.deliver.register_sheets import as_csv, as_xlsx
from communique.deliver.single import put
from communique.diagnostics.refused import refuse_errors
from communique.engine.plan import prepare
from communique.engine.survey import stock_of
from communique.guard.verdict import guard
from communique.model.about import About
from communique.model.artefact import Artefact
from communique.model.audience import Audience
from communique.model.copies import Entry
from communique.model.kind import Format
from communique.model.meeting import Meeting
from communique.model.register_row import RegisterRow, line_of, row_of
from communique.model.withheld import Withheld
from communique.model.workspace import Workspace
from communique.read.kinds import kinds
from communique.read.languages import direction
from communique.read.meetings import read_meeting
from communique.render.included import included
from communique.render.sheet import render
from communique.withhold.meeting import meeting_edition
from communique.write.layout import lay_out
from communique.write.writers import WRITERS

KIND = "register"
TABLES: dict[str, Callable[[Sequence[RegisterRow], str], bytes]] = {
    "csv": lambda rows, _: as_csv(rows),
    "xlsx": as_xlsx,
}
"""The formats that are tables; the others are those of documents."""


def export(workspace: Workspace, meeting: str, forms: Sequence[str]) -> list[Path]:
    """Write the register of a meeting in these formats; where the files are. They are the delegation's own."""
    with open_register(workspace, meeting, create=False) as register:
        entries = register.entries()
    rows = tuple(map(row_of, entries))
    files = {form: TABLES[form](rows, f"Register {meeting}") for form in forms if form in TABLES}
    documents = tuple(Format(form) for form in forms if form not in TABLES)
    if documents:
        files |= _documents(workspace, read_meeting(workspace, meeting), entries, documents)
    folder = f"{meeting}/distribution/{KIND}"
    return [put(workspace.build, f"{folder}/{KIND}.{form}", files[form], Audience.DELEGATION) for form in files]


def _documents(
    workspace: Workspace, meeting: Meeting, entries: Sequence[Entry], forms: Sequence[Format]
) -> dict[str, bytes]:
    """The register in the first language of the settings, looked at as every other paper; or Refused."""
    prepare(workspace)
    known = kinds(workspace)
    kind, language = known[KIND], workspace.settings.languages[0]
    stock = stock_of(workspace, (language,), ())
    titles = {name: one.title for name, one in known.items()}
    lines = tuple(
        line_of(entry, titles.get(entry.copy.kind, entry.copy.kind)) for entry in entries if not entry.replaced
    )
    edition = meeting_edition(meeting, kind.audience, language, direction(language))
    templates = included(kind, stock.templates)
    sheet = render(edition, kind, stock.labels_in(language), stock.theme, stock.settings, templates, About(rows=lines))
    layout = lay_out(sheet)
    written = {form: WRITERS[form](sheet, layout) for form in forms}
    artefacts = [
        Artefact(KIND, language, form, kind.audience, layout.facts.pages, 0, data)
        for form, (data, _) in written.items()
    ]
    found = [*layout.diagnostics, *(finding for _, those in written.values() for finding in those)]
    refuse_errors((*found, *guard(artefacts, sheet, edition, Withheld(), stock.protected)))
    return {form.value: data for form, (data, _) in written.items()}
