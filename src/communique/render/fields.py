"""The fields of a paper: what the placeholders of a letterhead stand for on it."""

from datetime import date

from communique.model.kind import Kind
from communique.model.labels import Labels
from communique.model.particulars import Particulars, Status
from communique.model.placeholders import Fields
from communique.render import dates
from communique.render.printing import Printing


def fields(printing: Printing) -> Fields:
    """Each placeholder with its words, set in type; what is unknown, or not for this audience, is left out.

    Nothing here counts as printed: a letterhead shows what it asks for, and the ledger asks the letterhead.
    """
    known, labels, kind = printing.edition.particulars, printing.labels, printing.kind
    said = {
        "title": known.title or labels.wording(kind.title),
        "full_title": known.full_title,
        "kind": labels.wording(kind.title),
        "delegation": known.delegation,
        "speaker": known.speaker,
        "speaker_title": known.speaker_title,
        "delivered_by": known.delivered_by,
        "meeting": known.meeting,
        "meeting_short": known.meeting_short,
        "agenda_item": known.agenda_item,
        "place": known.place,
        "date": _when(known, printing),
        "symbol": known.symbol,
        "circulated": _day(known.circulated, printing),
        "revision": str(known.revision) if known.revision is not None else None,
        "contact": known.contact,
        "marking": _marking(known, kind, labels),
        "draft": labels.wording("DRAFT") if known.status is Status.DRAFT else None,
    }
    return tuple((name, printing.typeset(words)) for name, words in said.items() if words)


def _marking(known: Particulars, kind: Kind, labels: Labels) -> str | None:
    """For whom the paper is; a public one says nothing of it."""
    return (known.marking or labels.wording("For the delegation only")) if kind.internal else None


def _when(known: Particulars, printing: Printing) -> str | None:
    """The day of the speech when it is known, else the days of the meeting."""
    if known.date or known.begins is None:
        return _day(known.date, printing)
    return dates.date_range(known.begins, known.ends or known.begins, printing.locale)


def _day(day: date | None, printing: Printing) -> str | None:
    return dates.long_date(day, printing.locale) if day else None
