"""The file of a register: SQLite, its owner's alone, in a form that a killed program cannot break.

Write-ahead log, every transaction on the disk before it counts (`synchronous=FULL`). On closing the log is
taken into the file, so that a copy of the file is a backup.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePath

from communique.deliver.folders import open_private, refuse_link, refusing
from communique.diagnostics.codes import register as codes
from communique.diagnostics.codes.deliver import FULL_DISK
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused

FOLDER = "register"
APPLICATION = 0x434F4D51  # "COMQ": says whose file it is
VERSION = 1
PATIENCE = 30.0
"""Seconds to wait for another communique that is writing."""
CORRUPT = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
UNFIT = (
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_PROTOCOL,
)
"""What a disk is answered for that is not this machine's own, or may not be written: WAL needs shared memory."""
SCHEMA = """
CREATE TABLE run (id INTEGER PRIMARY KEY, command TEXT NOT NULL, began TEXT NOT NULL) STRICT;
CREATE TABLE number (
    roll TEXT NOT NULL, number INTEGER NOT NULL CHECK (number > 0), who TEXT NOT NULL, of INTEGER NOT NULL,
    PRIMARY KEY (roll, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE copy (
    id INTEGER PRIMARY KEY, who TEXT NOT NULL, recipient TEXT NOT NULL, roll TEXT NOT NULL,
    audience TEXT NOT NULL, intervention TEXT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL,
    format TEXT NOT NULL, place TEXT NOT NULL, sha256 TEXT NOT NULL, number INTEGER, of INTEGER,
    revision INTEGER, issue INTEGER NOT NULL, made TEXT NOT NULL, run INTEGER NOT NULL REFERENCES run,
    replaced TEXT NOT NULL DEFAULT '', withdrawn TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
    UNIQUE (who, place, issue)
) STRICT;
CREATE UNIQUE INDEX one_at_a_place ON copy (who, place) WHERE replaced = '';
CREATE TABLE mail (
    id INTEGER PRIMARY KEY, message_id TEXT NOT NULL UNIQUE, who TEXT NOT NULL, recipient TEXT NOT NULL,
    address TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('offered', 'sent', 'refused', 'postponed', 'lost')),
    at TEXT NOT NULL, reply TEXT NOT NULL DEFAULT '', run INTEGER NOT NULL REFERENCES run
) STRICT;
CREATE TABLE enclosed (
    mail INTEGER NOT NULL REFERENCES mail, copy INTEGER NOT NULL REFERENCES copy, PRIMARY KEY (mail, copy)
) STRICT, WITHOUT ROWID;
"""
"""`who` is the name as `model.file_names.alike` folds it: one recipient, however the name is typed."""


@contextmanager
def opened(root: Path, meeting: str, *, create: bool) -> Iterator[sqlite3.Connection]:
    """The register of a meeting; whatever SQLite refuses while it is open is told as a finding."""
    path = root / FOLDER / f"{meeting}.sqlite"
    inside = PurePath(meeting).name == meeting
    if create and inside:
        _lay_down(path)
    elif not inside or not path.is_file():
        message = f"there is no register of {meeting}"
        raise Refused(codes.NO_REGISTER.at(None, message, f"communique distribute {meeting} begins one"))
    with refusing(path):
        path.chmod(0o600)
    with _told(path), closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as connection:
        _prepare(connection, path)
        yield connection
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything inside, on the disk, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _lay_down(path: Path) -> None:
    """Make the folder and the empty file, readable by their owner alone from the first moment."""
    refuse_link(path.parent)
    open_private(path.parent)
    with refusing(path):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.row_factory = sqlite3.Row
    for pragma in ("foreign_keys = ON", "synchronous = FULL", "trusted_schema = OFF", "journal_mode = WAL"):
        connection.execute(f"PRAGMA {pragma}")
    with transaction(connection):
        version = _number(connection, "user_version")
        if not version and not _number(connection, "schema_version"):
            for statement in SCHEMA.split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
            return
        if _number(connection, "application_id") != APPLICATION:
            raise Refused(_broken(path, "it is a database of something else"))
        if version > VERSION:
            message = f"{path} is of version {version}, this communique knows {VERSION}"
            raise Refused(codes.NEWER_REGISTER.at(None, message, "use the communique that wrote it"))


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError:  # ours: what the schema forbids, no user can cause
        raise
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise Refused(codes.BUSY_REGISTER.at(None, f"{path}: another communique holds it", "try again")) from None
        if code == sqlite3.SQLITE_FULL:
            raise Refused(FULL_DISK.at(None, f"{path}: no room left", "make room and start again")) from None
        if code in {*CORRUPT, *UNFIT}:
            raise Refused(_broken(path, str(error))) from None
        raise


def _broken(path: Path, reason: str) -> Diagnostic:
    advice = "put the last backup in its place; a new one would not know who holds what"
    return codes.BROKEN_REGISTER.at(None, f"{path} cannot be used: {reason}", advice)
