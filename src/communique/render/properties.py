"""The document properties of a sheet."""

from datetime import UTC, datetime, time

from communique.model.edition import Edition
from communique.model.sheet import Properties
from communique.render.filters import title_of
from communique.render.printing import Printing


def properties(edition: Edition, printing: Printing) -> Properties:
    """Title, author and subject as the particulars have them; the day of the speech, or of the meeting."""
    known = edition.particulars
    day = known.date or known.begins
    return Properties(
        title=title_of(printing, edition),
        language=edition.language,
        author=known.delegation or "",
        subject=known.meeting or "",
        created=datetime.combine(day, time(), UTC) if day else None,
        intervention="/".join(filter(None, (edition.meeting, edition.name))),
        revision=known.revision,
    )
