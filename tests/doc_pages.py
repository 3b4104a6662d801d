"""The pages of the documentation as a reader follows them: what they show, and what they tell one to type."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from communique.cli.app import app
from desk import ROOT

PAGES = sorted([*ROOT.glob("docs/*.md"), ROOT / "README.md", ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md"])
FENCED = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,})(?P<language>\w*)\n(?P<text>.*?)^(?P=indent)(?P=fence)$", re.MULTILINE | re.DOTALL
)
FILE_ABOVE = re.compile(r"`([\w./-]+\.\w+)`[^`]*:\s*\Z")
IN_LINE = re.compile(r"`[^`\n]*`")
IN_PROSE = re.compile(r"`(?:\.venv/bin/)?communique ([^`]+)`")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and the file that the line above says it is."""

    place: str
    language: str
    text: str
    file: str


def blocks(page: Path) -> list[Block]:
    """Every fenced block of a page, in order."""
    text = page.read_text(encoding="utf-8")
    return [_block(page, text, found) for found in FENCED.finditer(text)]


def _block(page: Path, text: str, found: re.Match[str]) -> Block:
    above = text[: found.start()]
    inside = re.sub(f"^{found['indent']}", "", found["text"], flags=re.MULTILINE)
    file = FILE_ABOVE.search(above.rstrip().rpartition("\n")[2])
    return Block(f"{page.name}:{above.count(chr(10)) + 1}", found["language"], inside, file[1] if file else "")


def commands(block: Block) -> Iterator[list[str]]:
    """The commands of a block, each as the words that a shell makes of it."""
    for line in block.text.splitlines():
        words = shlex.split(line, comments=True)
        if words:
            yield words


def in_prose(page: Path) -> Iterator[list[str]]:
    """The commands of communique that stand in the running text, without the first word."""
    for found in IN_PROSE.finditer(FENCED.sub("", page.read_text(encoding="utf-8"))):
        yield shlex.split(found[1])


def targets(page: Path) -> Iterator[str]:
    """Where the links and pictures of a page lead."""
    text = IN_LINE.sub("", FENCED.sub("", page.read_text(encoding="utf-8")))
    for link, picture in re.findall(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"", text):
        yield link or picture


def headings(page: Path) -> set[str]:
    """The names by which a code host links to the headings of a page."""
    titles = re.findall(r"^#+ (.*)$", FENCED.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def misread(words: list[str]) -> str:
    """Why communique would not understand these words, or nothing; no file is looked at."""
    command: click.Command = app
    context = click.Context(app)
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        inner = command.get_command(context, words[0])
        if inner is None:
            return f"there is no command {words[0]}"
        command, words = inner, words[1:]
    try:
        _, surplus, _ = command.make_parser(click.Context(command)).parse_args(list(words))
    except click.UsageError as slip:
        return slip.format_message()
    return f"{' '.join(surplus)} is too much" if surplus else ""
