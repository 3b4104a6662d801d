"""Mails go out one by one; every outcome is in the register before the next one goes.

A mail that the server puts off goes to the end of the queue, and the queue is gone through again after a
while, each time after twice as long: that is what servers want that take mail at the second attempt only.
"""

import smtplib
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field

from communique.deliver.outbox import Outbox, Parcel
from communique.deliver.smtp import Credentials, Outcome, State, Unreachable, hand_over, session
from communique.diagnostics.codes import mail as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.engine.mailing import Due, MailRoom, unclear
from communique.model.clock import Clock
from communique.model.mail_route import Route

Told = Callable[[str, Outcome], None]
"""Is told what became of the mail to whom."""


@dataclass(slots=True)
class Courier:
    """Takes mails to one server; `found` gathers what a person should know. `keep_going`: past what is refused."""

    route: Route
    credentials: Callable[[], Credentials | None]
    clock: Clock
    outbox: Outbox
    run: int
    room: MailRoom
    tell: Told
    keep_going: bool = False
    found: list[Diagnostic] = field(default_factory=list)
    sent: int = 0
    _lines: ExitStack = field(default_factory=ExitStack)
    _line: smtplib.SMTP | None = None

    def send(self, due: Iterable[Due]) -> None:
        """Take all of them, as far as the server and the first refusal let."""
        waiting = list(due)
        unreachable = ""
        with ExitStack() as self._lines:
            for attempt in range(self.route.tries):
                if attempt:
                    self.clock.pause(self.route.wait * 2 ** (attempt - 1))
                waiting, unreachable = self._round(waiting)
                if not waiting or self._is_over():
                    break
        self._left_over(waiting, unreachable)

    def _round(self, due: list[Due]) -> tuple[list[Due], str]:
        """Go through the queue once: the mails that wait, and why the server cannot be reached, if so."""
        waiting: list[Due] = []
        for number, one in enumerate(due):
            if self._is_over():
                return [*waiting, *due[number:]], ""
            if number:
                self.clock.pause(60 / self.route.per_minute)
            try:
                if self._take(one).state is State.POSTPONED:
                    waiting.append(one)
            except Unreachable as error:
                return [*waiting, *due[number:]], str(error)
        return waiting, ""

    def _take(self, one: Due) -> Outcome:
        """Hand one mail in, and note down what became of it."""
        mail, parcel = self.room.mail(one, self.route.sender)
        server = self._connected()
        offered: list[Parcel] = []

        def offer() -> None:
            self.outbox.note(parcel, Outcome(State.OFFERED, ""), self.run, self.clock.now())
            offered.append(parcel)

        outcome = hand_over(server, self.route, mail.address, mail.sent(self.clock.now()), offer)
        if not offered:
            self.outbox.note(parcel, outcome, self.run, self.clock.now())
        elif outcome.state is not State.OFFERED:
            self.outbox.settle(parcel.message_id, outcome, self.clock.now())
        self._conclude(one, parcel, outcome)
        return outcome

    def _conclude(self, one: Due, parcel: Parcel, outcome: Outcome) -> None:
        self.tell(one.recipient.name, outcome)
        self.sent += outcome.state is State.SENT
        if outcome.state is State.REFUSED:
            message = f"the mail to {one.recipient.name} <{parcel.address}> was refused: {outcome.reply}"
            self.found.append(
                codes.REFUSED_MAIL.at(one.recipient.span, message, "look at the address, or ask the server")
            )
        if outcome.state is State.OFFERED:
            self.found.append(unclear(one.recipient.name, parcel.message_id, outcome.reply))

    def _connected(self) -> smtplib.SMTP:
        """The line to the server, a new one when the last broke."""
        if self._line is None or self._line.sock is None:
            self._lines.close()
            self._line = self._lines.enter_context(session(self.route, self.credentials))
        return self._line

    def _is_over(self) -> bool:
        return bool(self.found) and not self.keep_going

    def _left_over(self, waiting: list[Due], unreachable: str) -> None:
        """Say why some were not sent."""
        if self._is_over() or not waiting:
            return
        if unreachable:
            message = f"{self.route.host}:{self.route.port} cannot be reached: {unreachable}"
            self.found.append(codes.NO_SERVER.at(None, message, "send again when it can be; nobody gets a mail twice"))
            return
        for one in waiting:
            message = f"the server did not take the mail to {one.recipient.name} yet"
            self.found.append(codes.POSTPONED_MAIL.at(one.recipient.span, message, "communique send again in a while"))
