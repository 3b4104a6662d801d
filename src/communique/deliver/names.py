"""The names of papers: plain, inside their folder, and never two alike."""

from collections.abc import Iterable, Iterator
from unicodedata import category, normalize

from communique.diagnostics.codes.deliver import NAME_COLLISION, UNUSABLE_NAME
from communique.diagnostics.diagnostic import Diagnostic
from communique.model.audience import AUDIENCES, Audience
from communique.model.kind import Format

LONGEST = 240
"""Bytes of a name; file systems take 255, and ours ends in a format."""


def folder_of(meeting: str, intervention: str) -> str:
    """The folder of an intervention below `build/`; a lone text has no meeting."""
    return f"{meeting}/{intervention}" if meeting else intervention


def place_of(folder: str, audience: Audience, name: str, format: Format) -> str:
    """The place of a paper below `build/`: private and public never lie in one folder."""
    return f"{folder}/{audience}/{name}.{format}"


def name_of(pattern: str, **fields: str) -> str:
    """The name of a paper without its ending. The reader has looked at the pattern's fields."""
    return pattern.format(**fields)


def name_faults(names: Iterable[str]) -> Iterator[Diagnostic]:
    """The names that are not those of plain, visible files everywhere."""
    for name in dict.fromkeys(names):
        reason = _fault(name)
        if reason:
            yield UNUSABLE_NAME.at(None, f'the file name "{name}" {reason}', "change `name` in communique.toml")


def _fault(name: str) -> str:
    if not name or name.startswith("."):
        return "is hidden or empty"
    if any(sign in '/\\:*?"<>|' for sign in name):
        return "holds a sign that file names may not have"
    if any(category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in name):
        return "holds a character that cannot be seen"
    if name != name.strip() or name.endswith("."):
        return "begins or ends with a space or full stop"
    return "is too long" if len(name.encode()) > LONGEST else ""


def collisions(places: Iterable[str]) -> Iterator[Diagnostic]:
    """The papers that would overwrite one another, also where capitals do not count."""
    taken: dict[str, str] = {}
    for place in places:
        other = taken.get(_folded(place))
        taken.setdefault(_folded(place), place)
        if other is not None:
            both = f"build/{place}" if other == place else f"build/{other} and build/{place}"
            advice = "let `name` in communique.toml hold {kind} and {language}, or rename a template"
            yield NAME_COLLISION.at(None, f"two papers would be written to {both}", advice)


def folder_collisions(folders: Iterable[str]) -> Iterator[Diagnostic]:
    """The interventions that would write into one another's folders."""
    taken: dict[str, str] = {}
    for folder in folders:
        own = {_folded(folder), *(_folded(f"{folder}/{audience}") for audience in AUDIENCES)}
        for other in sorted({taken[key] for key in own if key in taken}):
            yield NAME_COLLISION.at(
                None, f'"{folder}" and "{other}" would share a folder in build/', "rename one of them in content/"
            )
        taken |= dict.fromkeys(own, folder)


def _folded(place: str) -> str:
    """As file systems compare that know no capitals and no composed letters."""
    return normalize("NFC", normalize("NFD", place).casefold())
