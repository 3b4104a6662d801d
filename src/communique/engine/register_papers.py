"""The register for those who keep files: as a table, as a workbook, and as a document of both formats."""

from collections.abc import Callable, Sequence
from pathlib import Path

from communique.deliver.register import open_register
from communique.deliver.register_sheets import as_csv, as_xlsx
from communique.deliver.single import put
from communique.model.audience import Audience
from communique.model.register_row import RegisterRow, row_of
from communique.model.workspace import Workspace

TABLES: dict[str, Callable[[Sequence[RegisterRow], str], bytes]] = {
    "csv": lambda rows, _: as_csv(rows),
    "xlsx": as_xlsx,
}
"""The formats that are tables; the others are documents of the kind `register`."""


def export(workspace: Workspace, meeting: str, forms: Sequence[str]) -> list[Path]:
    """Write the register of a meeting in these formats; where the files are. They are the delegation's own."""
    with open_register(workspace, meeting, create=False) as register:
        rows = tuple(row_of(entry) for entry in register.entries())
    files = {form: TABLES[form](rows, f"Register {meeting}") for form in forms if form in TABLES}
    return [
        put(workspace.build, f"{meeting}/distribution/register/register.{form}", data, Audience.DELEGATION)
        for form, data in files.items()
    ]
