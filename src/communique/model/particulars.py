"""The particulars of an intervention: everything said about the speech that is not the speech."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """`draft` prints the label DRAFT, and `--final` refuses it."""

    DRAFT = "draft"
    FINAL = "final"


class Delivery(StrEnum):
    """The instruction to interpreters on the first page (UNOG, participants' guide)."""

    CHECK = "check"
    VERBATIM = "verbatim"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Particulars:
    """Merged key by key: front matter over meeting.yaml over communique.toml; unknown is None.

    `title` stands on the page; `full_title` in the document properties and the running head.
    `begins` and `ends` are the dates of the meeting, `date` the day of the speech.
    All of it is public but `marking` and `origin`, which are the delegation's.
    """

    full_title: str
    title: str | None = None
    status: Status | None = None
    revision: int | None = None
    speaker: str | None = None
    speaker_title: str | None = None
    delivered_by: str | None = None
    delegation: str | None = None
    meeting: str | None = None
    meeting_short: str | None = None
    place: str | None = None
    begins: dt.date | None = None
    ends: dt.date | None = None
    date: dt.date | None = None
    agenda_item: str | None = None
    symbol: str | None = None
    circulated: dt.date | None = None
    delivery: Delivery = Delivery.CHECK
    contact: str | None = None
    source: str | None = None
    marking: str | None = None
    origin: str | None = None
