"""How grave a finding is."""

from enum import StrEnum


class Severity(StrEnum):
    """An error stops the build; a warning is shown; a note tells what was assumed."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
