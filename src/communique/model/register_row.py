"""A row of the register as it is shown: words and numbers alone, for tables, spreadsheets and the document."""

from dataclasses import dataclass

from communique.model.copies import Entry


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One copy; what is unknown is None. Moments are in UTC."""

    recipient: str
    list: str
    audience: str
    intervention: str | None
    kind: str
    language: str
    format: str
    number: int | None
    of: int | None
    revision: int | None
    issue: int
    sha256: str
    made: str
    run: int
    sent: str | None
    replaced: str | None
    withdrawn: str | None
    reason: str | None


def row_of(entry: Entry) -> RegisterRow:
    """What is shown of an entry."""
    copy = entry.copy
    return RegisterRow(
        recipient=copy.recipient,
        list=copy.roll.value,
        audience=str(copy.audience),
        intervention=copy.intervention or None,
        kind=copy.kind,
        language=copy.language,
        format=copy.format,
        number=copy.number,
        of=copy.of,
        revision=copy.revision,
        issue=entry.issue,
        sha256=copy.sha256,
        made=entry.made,
        run=entry.run,
        sent="unclear" if entry.unclear else entry.sent or None,
        replaced=entry.replaced or None,
        withdrawn=entry.withdrawn or None,
        reason=entry.reason or None,
    )
