"""One mail after the other through one server, so that at every moment one knows what it has.

What SMTP cannot promise: between the last byte of a mail and the server's answer nobody knows whether it
took the mail (RFC 5321, 6.1; RFC 1047). So the mail goes over whole but for the dot that ends it; the
register is told; then the dot goes, and the answer is waited for. A program that is killed before the dot
has sent nothing, for a server drops what is not ended (RFC 5321, 4.1.1.4). One that is killed between the
dot and the answer leaves a note that a person has to settle: twice is never sent without being asked.
"""

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum

from communique.diagnostics.codes import mail as codes
from communique.diagnostics.refused import Refused
from communique.model.mail_route import Protection, Route

PATIENCE = 10
"""How many times as long as for another answer one waits for that after the dot (RFC 5321, 4.5.3.2.6)."""
BROKEN = (smtplib.SMTPException, OSError)


class State(StrEnum):
    """What became of a mail, in the words of the register."""

    OFFERED = "offered"
    SENT = "sent"
    REFUSED = "refused"
    POSTPONED = "postponed"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the server said to a mail; `offered` means that it said nothing after the dot."""

    state: State
    reply: str


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who one is for the server; shown nowhere."""

    user: str
    password: str

    def __repr__(self) -> str:
        return "Credentials(...)"


class Unreachable(Exception):
    """The server cannot be reached for now; its one argument says why."""


@contextmanager
def session(route: Route, credentials: Callable[[], Credentials | None]) -> Iterator[smtplib.SMTP]:
    """A protected line to the server, logged in when it asks for that. Unreachable, or Refused for good."""
    try:
        server = _connected(route)
    except ssl.SSLEOFError as error:
        raise Unreachable(_said(error)) from None
    except ssl.SSLError as error:
        reason = getattr(error, "verify_message", "") or error.reason or "the two cannot agree"
        raise Refused(codes.UNSAFE_LINE.at(None, f"{route.host}: {reason}", codes.UNSAFE_LINE.right)) from None
    except BROKEN as error:
        raise Unreachable(_said(error)) from None
    try:
        _log_in(server, route, credentials)
        yield server
        with suppress(*BROKEN):
            server.quit()
    finally:
        server.close()


def _connected(route: Route) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if route.protection is Protection.IMPLICIT:
        server: smtplib.SMTP = smtplib.SMTP_SSL(route.host, route.port, timeout=route.timeout, context=context)
    else:
        server = smtplib.SMTP(route.host, route.port, timeout=route.timeout)
    try:
        _protect(server, route, context)
    except BaseException:
        server.close()
        raise
    return server


def _protect(server: smtplib.SMTP, route: Route, context: ssl.SSLContext) -> None:
    """Greet the server, and make the line unreadable where that is still to be done."""
    server.ehlo_or_helo_if_needed()
    if route.protection is Protection.STARTTLS:
        if not server.has_extn("starttls"):
            message = f"{route.host} offers no protected line (STARTTLS)"
            raise Refused(codes.UNSAFE_LINE.at(None, message, codes.UNSAFE_LINE.right))
        server.starttls(context=context)
        server.ehlo_or_helo_if_needed()


def _log_in(server: smtplib.SMTP, route: Route, credentials: Callable[[], Credentials | None]) -> None:
    known = credentials() if server.has_extn("auth") else None
    if known is None:
        return
    try:
        server.login(known.user, known.password)
    except smtplib.SMTPAuthenticationError as error:
        if error.smtp_code // 100 == 4:
            raise Unreachable(_said(error)) from None
        message = f"{route.host} does not let this sender in: {_said(error)}"
        raise Refused(codes.NO_SERVER.at(None, message, "look at COMMUNIQUE_MAIL_USER and its password")) from None
    except BROKEN as error:
        raise Unreachable(_said(error)) from None


def hand_over(server: smtplib.SMTP, route: Route, address: str, data: bytes, offer: Callable[[], None]) -> Outcome:
    """Hand one mail over; `offer` notes down, right before the dot, that from here on it may be theirs.

    The line is fit for another mail when the answer is a refusal or "sent"; after anything else it is not.
    """
    try:
        before = _announced(server, route, address, data)
        if before is not None:
            with suppress(*BROKEN):  # it closes the line, and is then no longer used
                server.rset()
            return before
        server.send(_stuffed(data))
    except BROKEN as error:
        server.close()
        return Outcome(State.POSTPONED, _said(error))
    offer()
    try:
        server.send(b".\r\n")
        if server.sock is not None:
            server.sock.settimeout(route.timeout * PATIENCE)
        code, reply = server.getreply()
        if server.sock is not None:
            server.sock.settimeout(route.timeout)
    except BROKEN as error:
        server.close()
        return Outcome(State.OFFERED, _said(error))
    return _judged(code, reply)


def _announced(server: smtplib.SMTP, route: Route, address: str, data: bytes) -> Outcome | None:
    """Say who writes to whom and that a mail comes; what the server has against it, if anything."""
    most = server.esmtp_features.get("size", "")
    if most.isdigit() and 0 < int(most) < len(data):
        return Outcome(State.REFUSED, f"552 {len(data)} bytes, and the server takes at most {most}")
    steps: tuple[Callable[[], tuple[int, bytes]], ...] = (
        lambda: server.mail(route.sender),
        lambda: server.rcpt(address),
        lambda: server.docmd("DATA"),
    )
    for step in steps:
        code, reply = step()
        if code // 100 not in {2, 3}:
            return _judged(code, reply)
    return None


def _judged(code: int, reply: bytes) -> Outcome:
    """2 is taken; 5 is refused for good; all else, a reply that is none among it, is "later" (RFC 5321, 4.2.1)."""
    state = {2: State.SENT, 5: State.REFUSED}.get(code // 100, State.POSTPONED)
    return Outcome(state, _words(f"{code} {reply.decode('ascii', 'replace')}"))


def _stuffed(data: bytes) -> bytes:
    """The mail with a second dot before each that begins a line, and a line end behind it (RFC 5321, 4.5.2)."""
    ended = data if data.endswith(b"\r\n") else data + b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", ended)


def _said(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        reply = error.smtp_error
        return _words(f"{error.smtp_code} {reply.decode('ascii', 'replace') if isinstance(reply, bytes) else reply}")
    return _words(getattr(error, "strerror", "") or str(error) or type(error).__name__)


def _words(reply: str) -> str:
    """A foreign reply as one line of at most 200 signs that can be seen."""
    return " ".join("".join(char if char.isprintable() else " " for char in reply).split())[:200]
