"""The worked example of change-the-look.md, read out of the page itself: what it says is what is tried."""

import re
from pathlib import Path

from communique import shipped

PAGE = Path(__file__).resolve().parent / "change-the-look.md"
FILE = re.compile(r"^`([\w/.-]+)`:\n\n```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMANDS = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
THEME = "templates/themes/ministry/theme.css"


def example_files() -> dict[str, str]:
    """The files of the example as they stand at its end, by their place in the workspace."""
    told = shown_files()
    theme = (shipped.folder("templates") / "themes" / "modern" / "theme.css").read_text(encoding="utf-8")
    return {THEME: changed(theme, told[THEME]), **{place: text for place, text in told.items() if place != THEME}}


def shown_files() -> dict[str, str]:
    """Every file that the page shows, by the name that stands above it; of a theme only the lines that change."""
    return dict(FILE.findall(PAGE.read_text(encoding="utf-8")))


def changed(text: str, difference: str) -> str:
    """A text with each line that the page marks with - made the one that it marks with +; the rest of + at the end."""
    old = [line[1:].strip() for line in difference.splitlines() if line.startswith("-")]
    new = [line[1:].strip() for line in difference.splitlines() if line.startswith("+")]
    for before, after in zip(old, new, strict=False):
        if before not in text:
            raise LookupError(f"the theme has no line {before!r}")
        text = text.replace(before, after)
    return text + "\n".join(new[len(old) :]) + "\n"


def commands() -> list[tuple[str, str]]:
    """Every command of the page with what it prints there."""
    found: list[tuple[str, str]] = []
    for block in COMMANDS.findall(PAGE.read_text(encoding="utf-8")):
        for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = piece.partition("\n")
            found.append((command, printed.rstrip()))
    return found
