"""What a build depends on, file by file, found by walking the folders and known by its content.

Nothing is parsed, and nothing is imported but what Python has loaded anyway: a build with nothing to do
costs this and little more.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping

from communique.engine.machine import glimpse, stamps
from communique.engine.walk import visible_files

CONTENT = "content"
SHARED = ("communique.toml", "labels", "principals", "templates", "venues")
"""What all interventions of a workspace share, beside what communique brings along."""

LISTS = ("/recipients.csv", "/recipients.xlsx", "/delegation.csv", "/delegation.xlsx")
"""Who is sent a paper changes no paper."""

PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


class Inputs:
    """The digest of every file by its path below the workspace, and that of everything around it."""

    def __init__(self, files: Mapping[str, str], around: str) -> None:
        self.files, self.around = files, around

    @property
    def digest(self) -> str:
        """That of all inputs of the workspace."""
        return joined([self.around, *(f"{path} {self.files[path]}" for path in sorted(self.files))])

    def of(self, meeting: str, texts: Iterable[str]) -> str:
        """That of one intervention: its texts, its meeting, every picture, and what all share."""
        own = {*texts, f"{CONTENT}/{meeting}/meeting.yaml"}
        bears = (path for path in sorted(self.files) if path in own or not _is_of_another(path))
        return joined([self.around, *(f"{path} {self.files[path]}" for path in bears)])


def take_inputs(root: str | os.PathLike[str], epoch: str = "") -> Inputs:
    """Everything that a build in this workspace depends on, as it is now; `epoch` is SOURCE_DATE_EPOCH."""
    home = os.path.join(os.fspath(root), "")
    own = (file for name in (CONTENT, *SHARED) for file in visible_files(os.path.join(home, name)))
    digests = {file.removeprefix(home): digest_of(file) for file in own}
    return Inputs(digests, joined([epoch, *glimpse(), *program()]))


def digest_of(file: str | os.PathLike[str]) -> str:
    """SHA-256 of a file in hex; of one that cannot be read, nothing."""
    try:
        with open(file, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _is_of_another(path: str) -> bool:
    """True for the words of an intervention, the particulars of a meeting and its lists of recipients."""
    return path.startswith(f"{CONTENT}/") and path.endswith((".md", "/meeting.yaml", *LISTS))


def program() -> Iterator[str]:
    """In a checkout, where the program may be edited, its own files; an installed one is known by its version."""
    if os.path.isdir(os.path.join(PACKAGE, "_shipped")):
        return iter(())
    return stamps((PACKAGE, os.path.join(os.path.dirname(os.path.dirname(PACKAGE)), "templates")))


def joined(lines: Iterable[str]) -> str:
    """One digest of many lines."""
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()
