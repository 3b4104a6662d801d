"""The register against the files: every copy it knows is there, byte for byte, and none that it does not know."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from communique.deliver.folders import refusing
from communique.deliver.outbox import Outbox
from communique.deliver.register import Register
from communique.deliver.verification import PAPERS
from communique.diagnostics.codes import mail as mail_codes
from communique.diagnostics.codes import register as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused
from communique.model.copies import Entry
from communique.model.damaged import DAMAGED
from communique.model.file_names import alike

DISTRIBUTION = "distribution"
FOLDERS = 4
"""The steps of a place down to a recipient's folder: meeting, distribution, audience, recipient."""


def check_register(register: Register, meeting: str, build: Path) -> Iterator[Diagnostic]:
    """Everything in which the register and the files do not agree, and what a person still has to do."""
    for fault in register.faults():
        yield codes.BROKEN_REGISTER.at(None, f"the register is damaged: {fault}", codes.BROKEN_REGISTER.right)
    folders: dict[PurePosixPath, list[Entry]] = {}
    for entry in register.entries():
        folders.setdefault(folder_of(entry.copy.place), []).append(entry)
    for folder, entries in folders.items():
        current = {entry.copy.place: entry for entry in entries if entry.is_current}
        yield from _files(current, build)
        yield from _strangers(folder, current, build)
        yield from _packed(folder, list(current.values()), build)
    yield from _nobodys(set(folders), meeting, build)
    yield from still_to_do(register)


def still_to_do(register: Register) -> Iterator[Diagnostic]:
    """Mails of unknown outcome, and who was sent what holds no longer."""
    for mail in Outbox(register).unclear():
        message = f"whether the mail to {mail.recipient} <{mail.address}> of {mail.at} arrived is not known"
        yield mail_codes.UNCLEAR_OUTCOME.at(None, message, f"ask the server's log by its Message-ID {mail.message_id}")
    for held in register.holders():
        copy = held.earlier.copy
        message = f"{copy.recipient} holds {copy.kind}.{copy.language}.{copy.format}, issue {held.earlier.issue}, "
        message += "which was withdrawn" if held.earlier.withdrawn else "and there is a newer one"
        yield codes.EARLIER_COPY_HELD.at(
            None, message, codes.EARLIER_COPY_HELD.right if held.now else "ask for it back"
        )


def folder_of(place: str) -> PurePosixPath:
    """The folder of a recipient that a copy lies in, below `build/`."""
    return PurePosixPath(*PurePosixPath(place).parts[:FOLDERS])


def _files(current: dict[str, Entry], build: Path) -> Iterator[Diagnostic]:
    for place, entry in current.items():
        path = build / place
        if not path.is_file():
            yield codes.MISSING_COPY.at(None, f"{path} is not there", codes.MISSING_COPY.right)
        elif _digest(path) != entry.copy.sha256:
            message = f"{path} is not the file that {entry.copy.recipient} was made"
            yield codes.ALTERED_COPY.at(None, message, codes.ALTERED_COPY.right)


def _digest(path: Path) -> str:
    with refusing(path):
        return sha256(path.read_bytes()).hexdigest()


def _strangers(folder: PurePosixPath, current: dict[str, Entry], build: Path) -> Iterator[Diagnostic]:
    """Papers in a recipient's folder that are not among the copies they should have."""
    for path in sorted((build / folder).rglob("*")):
        place = path.relative_to(build).as_posix()
        if path.suffix.lower() in PAPERS and path.is_file() and place not in current:
            yield codes.UNREGISTERED_COPY.at(
                None, f"{path} is no copy that is to go out", codes.UNREGISTERED_COPY.right
            )


def _packed(folder: PurePosixPath, current: list[Entry], build: Path) -> Iterator[Diagnostic]:
    """The ZIP beside the folder: the same papers, no more and no fewer."""
    path = build / f"{folder}.zip"
    if not path.is_file():
        return
    try:
        with ZipFile(path) as package:
            names = [name for name in package.namelist() if name.lower().endswith(PAPERS)]
            packed = {sha256(package.read(name)).hexdigest(): name for name in names}
    except DAMAGED:
        yield codes.ALTERED_COPY.at(None, f"{path} is damaged", "delete it, then communique distribute")
        return
    known = {entry.copy.sha256: entry for entry in current}
    for digest in sorted(packed.keys() - known.keys()):
        message = f"{path}: {packed[digest]} is no copy that is to go out"
        yield codes.UNREGISTERED_COPY.at(None, message, "delete the ZIP, then communique distribute")
    for digest in sorted(known.keys() - packed.keys()):
        message = f"{path}: {PurePosixPath(known[digest].copy.place).name} is not in it"
        yield codes.MISSING_COPY.at(None, message, "delete the ZIP, then communique distribute")


def _nobodys(known: set[PurePosixPath], meeting: str, build: Path) -> Iterator[Diagnostic]:
    """Folders and ZIPs of recipients of whom the register knows nothing."""
    from_here = build / meeting / DISTRIBUTION
    for path in sorted(from_here.glob("*/*")):
        folder = path.relative_to(build).as_posix().removesuffix(".zip")
        is_pack = path.is_dir() or path.suffix == ".zip"
        if is_pack and PurePosixPath(folder) not in known and path.name.removesuffix(".zip") not in OTHERS:
            message = f"{path} belongs to no recipient that the register knows"
            yield codes.UNREGISTERED_COPY.at(None, message, "communique distribute enters what it makes")


OTHERS = {"conference-officers", "portal"}
"""Sets of papers that are no recipient's."""


def choose(entries: Iterable[Entry], names: Iterable[str], kinds: Iterable[str]) -> tuple[Entry, ...]:
    """The copies of these recipients, none named: of all, and of these kinds; Refused for what fits nothing."""
    entries, kinds = tuple(entries), tuple(kinds)
    wanted = {alike(name): name for name in names}
    held = {alike(entry.copy.recipient): entry.copy.recipient for entry in entries}
    unknown = [name for key, name in wanted.items() if key not in held]
    unknown += [kind for kind in kinds if kind not in {entry.copy.kind for entry in entries}]
    known = (*held.values(), *(entry.copy.kind for entry in entries))
    if unknown or not entries:
        advice = did_you_mean(unknown[0], known) if unknown else "communique register list shows what there is"
        message = f'the register has no copy that fits "{unknown[0]}"' if unknown else "the register has no copy"
        raise Refused(codes.UNKNOWN_RECIPIENT.at(None, message, advice or "communique register list shows all"))
    return tuple(
        entry
        for entry in entries
        if (not wanted or alike(entry.copy.recipient) in wanted) and (not kinds or entry.copy.kind in kinds)
    )
