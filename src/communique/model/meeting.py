"""A meeting: what all its interventions share, as meeting.yaml and the settings have it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Meeting:
    """What is sent out about a meeting may say this; unknown is None.

    `folder` is its name in `content/`. `release_at`: nothing of the meeting leaves the house before it.
    """

    folder: str
    name: str
    short_name: str | None = None
    place: str | None = None
    begins: date | None = None
    ends: date | None = None
    delegation: str | None = None
    contact: str | None = None
    release_at: datetime | None = None
