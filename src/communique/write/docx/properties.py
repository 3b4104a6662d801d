"""The properties of a document: what it says of itself, and nothing of who made it (ECMA-376-2, 8)."""

from datetime import UTC, datetime

from docx.document import Document

from communique.model.sheet import Properties
from communique.write.docx.xml import legal

LONGEST = 255
"""Characters that a property may have."""


def set_properties(document: Document, properties: Properties) -> None:
    """Fill in the properties; what is unknown stays absent, and so does the last editor."""
    core = document.core_properties
    core.title = _short(properties.title)
    core.language = properties.language
    if properties.author:
        core.author = _short(properties.author)
    if properties.subject:
        core.subject = _short(properties.subject)
    if properties.keywords:
        core.keywords = _short(", ".join(properties.keywords))
    if properties.created is not None:
        core.created = core.modified = _utc(properties.created)


def _short(words: str) -> str:
    return legal(words)[:LONGEST]


def _utc(moment: datetime) -> datetime:
    """The moment in UTC, without its zone, as python-docx writes it."""
    return moment if moment.tzinfo is None else moment.astimezone(UTC).replace(tzinfo=None)
