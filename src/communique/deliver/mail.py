"""A mail as bytes: the same words and papers always the same bytes.

Every byte is ASCII, so no server need convert anything: headers by RFC 2047, names of files by RFC 2231.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_string
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

TYPES = {
    "pdf": ("application", "pdf"),
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "zip": ("application", "zip"),
}
WIDTH = 75
"""Characters of a header line: an encoded word has no more (RFC 2047, 2)."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file of a mail, its name plain words without a path."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail to one recipient; `identity` is made of what it encloses, and so is its Message-ID."""

    sender: str
    address: str
    subject: str
    text: str
    identity: str
    attachments: tuple[Attachment, ...] = ()

    @property
    def message_id(self) -> str:
        """The same mail has the same one however often it is handed in, so that a server's log can be asked."""
        return f"<{self.identity}@{self.sender.rpartition('@')[2]}>"

    def draft(self) -> bytes:
        """An .eml that mail programs open as a draft, to be looked at and sent by a person."""
        return self._bytes((("X-Unsent", "1"),))

    def sent(self, moment: datetime) -> bytes:
        """What goes to the server."""
        return self._bytes((("Date", format_datetime(moment)), ("Message-ID", self.message_id)))

    def _bytes(self, more: Iterable[tuple[str, str]]) -> bytes:
        subject = Header(self.subject, _charset(self.subject), WIDTH, "Subject").encode(linesep="\r\n")
        heads = (("From", self.sender), ("To", self.address), ("Subject", subject), *more)
        # Parsed, because EmailMessage loses spaces when it folds long words that are not ASCII (CPython 92081).
        message = message_from_string("".join(f"{name}: {value}\r\n" for name, value in heads) + "\r\n", policy=SMTP)
        assert isinstance(message, EmailMessage)  # noqa: S101 - what the policy SMTP makes
        message.set_content(self.text, cte="quoted-printable")
        for attachment in self.attachments:
            main, sub = TYPES[attachment.name.rpartition(".")[2].lower()]
            message.add_attachment(attachment.data, maintype=main, subtype=sub, filename=attachment.name)
        if self.attachments:
            message.set_boundary(f"=_{self.identity[:40]}")
        return message.as_bytes()


def identity_of(*parts: str) -> str:
    """The digest of what makes a mail this one and no other."""
    return sha256("\0".join(parts).encode()).hexdigest()[:40]


def _charset(words: str) -> str:
    return "us-ascii" if words.isascii() and "=?" not in words else "utf-8"
