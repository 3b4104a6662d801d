"""The mails of a register: what was handed over, and what became of it.

A mail stands here before the dot that makes it the server's (see `deliver.smtp`), and every outcome before
the next mail goes. One that was offered is not offered again before a person has settled it, one that was
sent never.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from fcntl import LOCK_EX, LOCK_NB, flock

from communique.deliver.folders import open_private, refusing
from communique.deliver.register import Register, told
from communique.deliver.register_file import FOLDER, transaction
from communique.deliver.smtp import Outcome, State
from communique.diagnostics.codes.register import BUSY_REGISTER
from communique.diagnostics.refused import Refused
from communique.model.copies import Entry
from communique.model.file_names import alike
from communique.model.workspace import Workspace

NOTE = """
INSERT INTO mail (message_id, who, recipient, address, state, at, reply, run) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (message_id) DO UPDATE SET recipient = excluded.recipient, address = excluded.address,
    state = excluded.state, at = excluded.at, reply = excluded.reply, run = excluded.run
WHERE mail.state NOT IN ('offered', 'sent')
RETURNING id
"""
GONE = """
SELECT count(*) FROM enclosed JOIN mail ON mail.id = enclosed.mail
WHERE enclosed.copy = ? AND mail.state IN ('offered', 'sent') AND mail.id != ?
"""


class Gone(Exception):
    """A mail that is, or may be, the server's already was to be handed over again; this must never happen."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A mail as the register sees it: its Message-ID, for whom, and which copies are in it."""

    message_id: str
    recipient: str
    address: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Unclear:
    """A mail of which nobody knows whether the server took it, and since when."""

    message_id: str
    recipient: str
    address: str
    at: str


@contextmanager
def sending_alone(workspace: Workspace, meeting: str) -> Iterator[None]:
    """Hold the mail of a meeting against a second `send`; the system lets go when the process ends, however it ends."""
    open_private(workspace.root / FOLDER)
    lock = workspace.root / FOLDER / f"{meeting}.lock"
    with refusing(lock):
        handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _hold(handle, meeting)
        yield
    finally:
        os.close(handle)


def _hold(handle: int, meeting: str) -> None:
    try:
        flock(handle, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        message = f"the mail of {meeting} is being sent at this moment"
        raise Refused(BUSY_REGISTER.at(None, message, "wait for it to end")) from None


@dataclass(frozen=True, slots=True)
class Outbox:
    """The mails of an open register."""

    register: Register

    def note(self, parcel: Parcel, outcome: Outcome, run: int, when: datetime) -> None:
        """Note a mail down: as offered, right before it may be the server's, or why it did not come so far."""
        connection = self.register.connection
        said = (alike(parcel.recipient), parcel.recipient, parcel.address, outcome.state.value, told(when))
        with transaction(connection):
            row = connection.execute(NOTE, (parcel.message_id, *said, outcome.reply, run)).fetchone()
            if row is None:
                raise Gone(parcel.message_id)
            for entry in parcel.entries:
                if outcome.state is State.OFFERED and connection.execute(GONE, (entry.id, row["id"])).fetchone()[0]:
                    raise Gone(parcel.message_id)
                connection.execute("INSERT OR IGNORE INTO enclosed (mail, copy) VALUES (?, ?)", (row["id"], entry.id))

    def settle(self, message_id: str, outcome: Outcome, when: datetime) -> None:
        """Note down what became of a mail that was offered."""
        with transaction(self.register.connection):
            self.register.connection.execute(
                "UPDATE mail SET state = ?, reply = ?, at = ? WHERE message_id = ? AND state = 'offered'",
                (outcome.state.value, outcome.reply, told(when), message_id),
            )

    def unclear(self) -> tuple[Unclear, ...]:
        """The mails that a person has to look after."""
        rows = self.register.connection.execute(
            "SELECT message_id, recipient, address, at FROM mail WHERE state = 'offered' ORDER BY id"
        )
        return tuple(Unclear(**dict(row)) for row in rows)
