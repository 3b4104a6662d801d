"""Which mails are due: every recipient with an address, and the copies that were not sent to them yet.

Nothing is asked to be trusted: each file is held against the register, and each copy against what the lists
allow now, before the first mail goes and again when its own does.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePosixPath

from communique.deliver.folders import refusing
from communique.deliver.mail import Attachment, Mail, identity_of
from communique.deliver.outbox import Parcel
from communique.deliver.register import Register
from communique.diagnostics.codes import mail as codes
from communique.diagnostics.codes.register import WITHDRAWN_COPY
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source
from communique.engine.errands import COVERING_NOTE
from communique.model.addressee import Addressee
from communique.model.copies import Entry
from communique.model.file_names import alike
from communique.model.labels import Labels
from communique.model.meeting import Meeting
from communique.model.recipient import Recipient
from communique.model.workspace import Workspace
from communique.read.labels import read_labels
from communique.read.templates import read_mail_template
from communique.render.covering_mail import covering_mail

FOLDERS = 4
"""The steps of a place down to a recipient's folder: meeting, distribution, audience, recipient."""


@dataclass(frozen=True, slots=True)
class Due:
    """One mail that is to go: to whom, with which copies."""

    recipient: Recipient
    entries: tuple[Entry, ...]

    @property
    def folder(self) -> PurePosixPath:
        """The folder of its copies, below `build/`."""
        return PurePosixPath(*PurePosixPath(self.entries[0].copy.place).parts[:FOLDERS])


@dataclass(frozen=True, slots=True)
class MailPlan:
    """The mails that are due, how many recipients have everything, and what stands against sending."""

    due: tuple[Due, ...] = ()
    done: int = 0
    findings: tuple[Diagnostic, ...] = ()


def plan_mail(workspace: Workspace, register: Register, recipients: Iterable[Recipient]) -> MailPlan:
    """Look at every recipient who has an address."""
    entries: dict[str, list[Entry]] = {}
    for entry in (entry for entry in register.entries() if not entry.replaced):
        entries.setdefault(alike(entry.copy.recipient), []).append(entry)
    due: list[Due] = []
    found: list[Diagnostic] = []
    done = 0
    for one in recipients:
        if one.email is None:
            continue
        own = entries.get(alike(one.name), [])
        faults = list(_faults(workspace, one, own))
        found += faults
        waiting = tuple(entry for entry in own if entry.is_current and not entry.sent)
        hindered = any(fault.is_error for fault in faults)
        if not hindered and waiting:
            due.append(Due(one, waiting))
        done += not hindered and not waiting
    return MailPlan(tuple(due), done, tuple(found))


def _faults(workspace: Workspace, one: Recipient, own: Sequence[Entry]) -> Iterator[Diagnostic]:
    advice = "communique distribute makes what the lists ask for"
    if not own:
        yield codes.NOTHING_MADE.at(one.span, f"nothing was made for {one.name}", advice)
    elif not _is_what_is_asked(one, own):
        message = f"what was made for {one.name} is not what the row asks for now"
        yield codes.NOTHING_MADE.at(one.span, message, advice)
    for entry in (entry for entry in own if entry.is_current):
        copy = entry.copy
        if not one.audience.may_read(copy.audience) or copy.roll is not one.roll:
            message = f"{copy.place} is for the {copy.audience}, and {one.name} may be given what is for the"
            yield codes.OUTGROWN_COPY.at(one.span, f"{message} {one.audience}, in the list {one.roll}", advice)
        elif not entry.sent and not entry.unclear and _bytes(workspace, entry) is None:
            message = f"{copy.place} is not the file that the register knows"
            yield codes.NOTHING_MADE.at(one.span, message, advice)
    if any(entry.unclear for entry in own):
        yield unclear(one.name)
    if any(entry.withdrawn for entry in own):
        message = f"what was made for {one.name} was withdrawn, and is not sent"
        yield WITHDRAWN_COPY.at(
            one.span, message, "mend the text, then communique distribute makes what takes its place"
        )


def _is_what_is_asked(one: Recipient, own: Sequence[Entry]) -> bool:
    """True when the copies are of the kinds that the row names, and of no other format."""
    kinds = {entry.copy.kind for entry in own} - {COVERING_NOTE}
    return kinds == set(one.kinds) - {COVERING_NOTE} and all(entry.copy.format in one.formats for entry in own)


def unclear(name: str, message_id: str = "", reply: str = "") -> Diagnostic:
    """That nobody knows whether a mail arrived."""
    known = f" ({reply})" if reply else ""
    by = f", by its Message-ID {message_id}" if message_id else ""
    advice = f'ask the server\'s log{by}, or the recipient; then type send with --arrived "{name}" or --not-arrived'
    return codes.UNCLEAR_OUTCOME.at(None, f"whether the mail to {name} arrived is not known{known}", advice)


def _bytes(workspace: Workspace, entry: Entry) -> bytes | None:
    """The copy as it lies in its folder; None, when it is not there or not what the register knows."""
    path = workspace.build / entry.copy.place
    if not path.is_file():
        return None
    with refusing(path):
        data = path.read_bytes()
    return data if sha256(data).hexdigest() == entry.copy.sha256 else None


@dataclass(slots=True)
class MailRoom:
    """Makes mails: the template and the labels are read once."""

    workspace: Workspace
    meeting: Meeting
    template: Source
    labels: dict[str, Labels] = field(default_factory=dict)

    def mail(self, due: Due, sender: str) -> tuple[Mail, Parcel]:
        """The mail that is due, and what the register is told of it; Refused, when a copy changed meanwhile."""
        one = due.recipient
        names = attachment_names([entry.copy.place for entry in due.entries])
        words = covering_mail(self.template, self._labels(one.language), self.meeting, Addressee(one.name), names)
        attachments = tuple(
            Attachment(name, self._data(one, entry)) for name, entry in zip(names, due.entries, strict=True)
        )
        enclosed = (f"{entry.copy.place} {entry.issue} {entry.copy.sha256}" for entry in due.entries)
        identity = identity_of(self.meeting.folder, alike(one.name), *enclosed)
        mail = Mail(sender, one.email or "", words.subject, words.text, identity, attachments)
        return mail, Parcel(mail.message_id, one.name, mail.address, due.entries)

    def _labels(self, language: str) -> Labels:
        if language not in self.labels:
            self.labels[language] = read_labels(self.workspace, language)
        return self.labels[language]

    def _data(self, one: Recipient, entry: Entry) -> bytes:
        data = _bytes(self.workspace, entry)
        if data is None:
            message = f"{entry.copy.place} was changed while mail was being sent"
            raise Refused(codes.NOTHING_MADE.at(one.span, message, "communique distribute makes it anew"))
        return data


def mail_room(workspace: Workspace, meeting: Meeting) -> MailRoom:
    """What is needed to make the mails of a meeting."""
    return MailRoom(workspace, meeting, read_mail_template(workspace))


def attachment_names(places: Sequence[str]) -> tuple[str, ...]:
    """A name for each file, below its recipient's folder: no path of ours, and no two alike."""
    names: list[str] = []
    for place in places:
        name = "-".join(PurePosixPath(place).parts[FOLDERS:])
        taken = {alike(other) for other in names}
        names.append(name if alike(name) not in taken else f"{len(names) + 1}-{name}")
    return tuple(names)
