"""A real mail server for the tests, with a mailbox, and addresses at which it behaves as servers do on bad days."""

import asyncio
import re
import ssl
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

from aiosmtpd import smtp
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session

TAKEN = "250 2.0.0 taken"


@dataclass
class Post:
    """What the server took, and how it treats whom: the first word of an address, up to a hyphen, is what it does.

    `event` is called at every step with its name, before the server answers.
    """

    mails: list[EmailMessage] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    event: Callable[[str], None] = lambda _: None
    slowness: float = 0.0

    @property
    def received(self) -> list[str]:
        """The addresses, a mail each, in the order of their arrival."""
        return [str(mail["To"]) for mail in self.mails]

    def ids(self) -> set[str]:
        """The Message-IDs in the mailbox."""
        return {str(mail["Message-ID"]) for mail in self.mails}

    async def handle_RCPT(  # noqa: N802 - as aiosmtpd calls it
        self, server: smtp.SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.event("rcpt")
        first = not self.seen[address]
        self.seen[address] += 1
        match re.split("[-@]", address)[0]:
            case "refused":
                return "550 5.1.1 no such user"
            case "never":
                return "451 4.7.1 try again later"
            case "later" if first:
                return "451 4.7.1 try again later"
            case "hangsup" if first:
                server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, server: smtp.SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.event("data")
        address = envelope.rcpt_tos[0]
        what = re.split("[-@]", address)[0]
        first = self.seen[address] == 1
        if what == "busy" and first:
            return "452 4.3.1 no room at this moment"
        if what == "spam":
            return "554 5.7.1 not wanted here"
        if what == "swallowed":
            server.transport.abort()
            return TAKEN
        self.mails.append(message_from_bytes(envelope.content, policy=SMTP))  # type: ignore[arg-type]
        self.event("taken")
        if what == "silent" and first:
            server.transport.abort()
        if what == "slow":
            await asyncio.sleep(self.slowness)
        return TAKEN


class AtAnyPort(Controller):
    """A server at a port that the system chooses."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def mail_server(
    post: Post, *, tls: ssl.SSLContext | None = None, user: tuple[str, str] | None = None, size: int = 33_554_432
) -> Iterator[int]:
    """The server at work; its port. With `tls`, STARTTLS is offered and demanded; with `user`, a login too."""

    def known(server: smtp.SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
        given = (data.login.decode(), data.password.decode()) if isinstance(data, LoginPassword) else None
        return AuthResult(success=given == user, handled=False)

    controller = AtAnyPort(
        post,
        hostname="127.0.0.1",
        port=0,
        data_size_limit=size,
        tls_context=tls,
        require_starttls=tls is not None,
        authenticator=known,
        auth_required=user is not None,
        auth_require_tls=tls is not None,
    )
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()
