"""Texts read for the tests without a folder: the model, and what was found."""

from pathlib import Path

from communique.diagnostics.span import Source
from communique.model.block import Block
from communique.model.fact import Fact
from communique.read.markdown.reading import Reading
from communique.read.markdown.text import read_brief, read_speech

NOWHERE = Path(__file__).parent
FACTS = {"signatories": Fact("signatories", "111"), "share": Fact("share", "75 %")}


def read_text(text: str, *, brief: bool = False) -> tuple[tuple[Block, ...], Reading]:
    """The blocks of a text, before ids are given."""
    reading = Reading(Source("speech.md", text), NOWHERE, NOWHERE, FACTS)
    read = read_brief if brief else read_speech
    return read(reading, 1), reading


def numbers_found(text: str, *, brief: bool = False) -> list[str]:
    """The codes of what is found in a text."""
    return [finding.code.number for finding in read_text(text, brief=brief)[1].found]
