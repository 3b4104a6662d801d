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


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A row as the document has it, which a person reads: days for moments, the first twelve digits of a digest.

    `paper` is the label of the kind; `state` a label too, where there is more to say than when it was sent.
    """

    recipient: str
    paper: str
    language: str
    format: str
    number: int | None
    of: int | None
    revision: int | None
    digest: str
    made: str
    sent: str | None
    state: str | None


STATES = {"withdrawn": "Withdrawn", "replaced": "Replaced", "unclear": "Not known"}
"""The label of what a state is called, where it is not told by a date."""


def line_of(entry: Entry, paper: str) -> RegisterLine:
    """What the document says of an entry whose kind has the label `paper`."""
    copy = entry.copy
    return RegisterLine(
        recipient=copy.recipient,
        paper=paper,
        language=copy.language,
        format=copy.format,
        number=copy.number,
        of=copy.of,
        revision=copy.revision,
        digest=copy.sha256[:12],
        made=entry.made[:10],
        sent=entry.sent[:10] or None,
        state=STATES.get(entry.state),
    )
