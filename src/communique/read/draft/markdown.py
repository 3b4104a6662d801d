"""Plain words as Markdown that prints exactly these words: what would be a mark is escaped, and nothing else."""

import re
from collections.abc import Iterable

BULLET = re.compile(r"[-*•–‣▪◦·]\s+")
NUMBER = re.compile(r"\(?(\d{1,3})[.)]\s+")
MARKS = re.compile(r"[\\`*\[\]<>{}|~^]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|!(?=\[)|:(?=:)|(?<=:):")
"""What CommonMark, its extensions here, or our own marks could take for more than a character (DESIGN §3)."""

AT_START = re.compile(r"#{1,6}(?=\s|$)|[-+=](?=\s|$)|[-_=]{2,}\s*$|\d{1,9}(?=[.)](?:\s|$))|:(?=\s)|\$")


def markdown_of(paragraphs: Iterable[str]) -> str:
    """The body of a speech: a block each, lists as lists."""
    text, before = "", ""
    for paragraph in paragraphs:
        kind, block = _block(paragraph)
        text += ("\n" if kind and kind == before else "\n\n" if text else "") + block
        before = kind
    return f"{text}\n"


def _block(paragraph: str) -> tuple[str, str]:
    if bullet := BULLET.match(paragraph):
        return "bullet", f"- {_escaped(paragraph[bullet.end() :])}"
    if number := NUMBER.match(paragraph):
        return "number", f"{number[1]}. {_escaped(paragraph[number.end() :])}"
    return "", _escaped(paragraph)


def _escaped(words: str) -> str:
    words = MARKS.sub(lambda mark: f"\\{mark[0]}", words)
    start = AT_START.match(words)
    if start is None:
        return words
    held = start[0]
    return f"{held}\\{words[len(held) :]}" if held.isdigit() else f"\\{words}"
