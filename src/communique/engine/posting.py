"""Sending a meeting's copies, from the lists to the last outcome: what `communique send` is made of."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.deliver.outbox import Outbox
from communique.deliver.register import Register
from communique.deliver.single import put
from communique.deliver.smtp import Credentials, Outcome, State
from communique.diagnostics.codes import mail as codes
from communique.diagnostics.codes.register import UNKNOWN_RECIPIENT
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused
from communique.engine.lists import lists_in
from communique.engine.mailing import Due, MailPlan, mail_room, plan_mail
from communique.engine.sending import Courier, Told
from communique.model.audience import Audience
from communique.model.clock import Clock
from communique.model.file_names import alike
from communique.model.mail_route import Route
from communique.model.meeting import Meeting
from communique.model.workspace import Workspace

WORD = "by word of the desk"
"""The reply that stands in the register where a person said what became of a mail."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of it: how many mails were sent, and what a person should know."""

    number: int
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Posting:
    """One run of `send`: a meeting, its open register, and the real clock."""

    workspace: Workspace
    meeting: Meeting
    register: Register
    clock: Clock
    keep_going: bool = False

    @property
    def route(self) -> Route:
        """How mail leaves the house; Refused, when the settings do not say."""
        if self.workspace.settings.mail is None:
            message = "communique.toml has no table [mail], so nobody knows how mail leaves the house"
            raise Refused(codes.NO_ROUTE.at(None, message, "write [mail] with host and from into it"))
        return self.workspace.settings.mail

    def settle(self, arrived: Iterable[str], not_arrived: Iterable[str]) -> None:
        """Note down what a person found out about mails whose outcome was not known."""
        outbox = Outbox(self.register)
        for state, names in ((State.SENT, arrived), (State.LOST, not_arrived)):
            for name in names:
                unclear = {alike(mail.recipient): mail for mail in outbox.unclear()}
                if alike(name) not in unclear:
                    message = f'no mail to "{name}" is of unknown outcome'
                    raise Refused(_unknown(name, message, (mail.recipient for mail in unclear.values())))
                outbox.settle(unclear[alike(name)].message_id, Outcome(state, WORD), self.clock.now())

    def plan(self, names: Sequence[str] = ()) -> MailPlan:
        """The mails that are due to everyone in the lists, or to those named, and what stands against it."""
        rolls = lists_in(self.workspace, self.meeting.folder)
        wanted = {alike(name): name for name in names}
        chosen = [one for one in rolls.recipients if not wanted or alike(one.name) in wanted]
        known = {alike(one.name) for one in chosen}
        strangers = [
            _unknown(
                name, f'no recipient of {self.meeting.folder} is called "{name}"', (r.name for r in rolls.recipients)
            )
            for key, name in wanted.items()
            if key not in known
        ]
        plan = plan_mail(self.workspace, self.register, chosen)
        return MailPlan(plan.due, plan.done, (*rolls.findings, *strangers, *plan.findings))

    def rows(self, plan: MailPlan) -> list[tuple[str, ...]]:
        """The mails that are due, for a table: recipient, address, audience, papers, size."""
        return [
            (
                due.recipient.name,
                due.recipient.email or "",
                str(_audience(due)),
                ", ".join(sorted({f"{e.copy.kind}.{e.copy.language}.{e.copy.format}" for e in due.entries})),
                f"{self._size(due) / 1000:.0f} kB",
            )
            for due in plan.due
        ]

    def _size(self, due: Due) -> int:
        return sum((self.workspace.build / entry.copy.place).stat().st_size for entry in due.entries)

    def question(self, plan: MailPlan) -> str:
        """What a person is asked before the first mail goes: how many, of what, for whom, which way."""
        files = sum(len(due.entries) for due in plan.due)
        parts = []
        for audience in Audience:
            those = [due for due in plan.due if _audience(due) is audience]
            kinds = sorted({entry.copy.kind for due in those for entry in due.entries})
            if those:
                whose = "the public alone" if audience is Audience.PUBLIC else f"the {audience}"
                parts.append(f"{len(those)} with what is for {whose} ({', '.join(kinds)})")
        way = f"through {self.route.host} as {self.route.sender}"
        return f"Send {len(plan.due)} mails with {files} files {way}: {'; '.join(parts)}?"

    def refuse_early(self) -> None:
        """Nothing leaves the house before its time, whoever asks."""
        release, now = self.meeting.release_at, self.clock.now()
        if release is not None and now < release:
            message = f"the papers of {self.meeting.folder} may leave from {release.isoformat()} on"
            told = f"it is {now.astimezone(release.tzinfo).isoformat(timespec='seconds')}; nothing was sent"
            raise Refused(codes.EMBARGO.at(None, message, told))

    def send(self, plan: MailPlan, credentials: Callable[[], Credentials | None], tell: Told) -> Sent:
        """Send what is due; every outcome is in the register before the next mail goes."""
        self.refuse_early()
        run = self.register.run("send", self.clock.now())
        room = mail_room(self.workspace, self.meeting)
        outbox = Outbox(self.register)
        courier = Courier(self.route, credentials, self.clock, outbox, run, room, tell, self.keep_going)
        courier.send(plan.due)
        return Sent(courier.sent, tuple(courier.found))

    def write_drafts(self, plan: MailPlan) -> list[Path]:
        """Each mail that is due as .eml beside its recipient's folder; where they are."""
        return list(self._drafts(plan))

    def _drafts(self, plan: MailPlan) -> Iterator[Path]:
        room = mail_room(self.workspace, self.meeting)
        settings = self.workspace.settings.mail
        for due in plan.due:
            mail, _ = room.mail(due, settings.sender if settings else "")
            yield put(self.workspace.build, f"{due.folder}.eml", mail.draft(), due.recipient.audience)


def _audience(due: Due) -> Audience:
    """The highest audience of what lies in a mail."""
    return max(entry.copy.audience for entry in due.entries)


def _unknown(name: str, message: str, known: Iterable[str]) -> Diagnostic:
    return UNKNOWN_RECIPIENT.at(None, message, did_you_mean(name, known) or "type the name as it stands in the list")
