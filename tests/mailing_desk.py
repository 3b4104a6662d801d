"""A meeting whose copies lie ready to be sent: lists, files and register, as `distribute` leaves them."""

from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from communique.deliver.register import open_register
from communique.model.audience import Audience
from communique.model.copies import Copy
from communique.model.file_names import file_name_of
from communique.model.recipient import Roll
from communique.model.workspace import Workspace
from communique.read.workspace import open_workspace

MADE = datetime(2026, 11, 24, 19, tzinfo=UTC)
MEETING = "name: Meeting of States\nshort_name: MoS\ndelegation: Delegation 000\n"


def meeting_desk(root: Path, rows: dict[str, str], more: str = "", settings: str = "", meeting: str = "m") -> Path:
    """A workspace with a meeting, and a list of recipients: each name with its address."""
    folder = root / f"content/{meeting}/speech"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "speech.md").write_text("---\ntitle: T\nlanguage: en\n---\nWe will act.\n", encoding="utf-8")
    (folder.parent / "meeting.yaml").write_text(MEETING + more, encoding="utf-8")
    table = "name,kinds,email\n" + "".join(f'"{name}",statement,{email}\n' for name, email in rows.items())
    (folder.parent / "recipients.csv").write_text(table, encoding="utf-8")
    (root / "communique.toml").write_text(settings, encoding="utf-8")
    return root


def route(port: int, **more: object) -> str:
    """Settings that send through the server of the test, without waiting."""
    how = {"port": port, "per_minute": 1000000, "wait": 0.01, "timeout": 2} | more
    lines = "".join(
        f"{key} = {str(value).lower() if isinstance(value, (int, float)) else repr(value)}\n"
        for key, value in how.items()
    )
    return f'[mail]\nhost = "localhost"\nfrom = "mission@example.org"\n{lines}'


def distributed(
    root: Path, names: list[str], text: str = "one", audience: Audience = Audience.PUBLIC, meeting: str = "m"
) -> Workspace:
    """Lay down a PDF and a Word file for each recipient, and enter them."""
    workspace = open_workspace(root, date(2026, 11, 24))
    with open_register(workspace, meeting) as register:
        run = register.run("distribute", MADE)
        for name in names:
            copies = []
            for form in ("docx", "pdf"):
                data = f"{form} {text} for {name}".encode()
                place = f"{meeting}/distribution/{audience}/{file_name_of(name)}/statement.en.{form}"
                (root / "build" / place).parent.mkdir(parents=True, exist_ok=True)
                (root / "build" / place).write_bytes(data)
                digest = sha256(data).hexdigest()
                copies.append(Copy(name, Roll.RECIPIENTS, audience, "speech", "statement", "en", form, place, digest))
            register.record(run, name, copies)
    return workspace


def delegations(number: int, prefix: str = "d") -> dict[str, str]:
    """That many recipients with addresses."""
    return {f"Delegation {n:03}": f"{prefix}-{n:03}@example.org" for n in range(1, number + 1)}
