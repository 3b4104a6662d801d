"""Salutations and closings, recognised by the words of a language.

A paragraph is one when it holds forms of address, or thanks, and nothing else: "Mr President,
Excellencies," but never "Mr President, we regret". What the words are is data, a file a language.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from communique.model.block import (
    Background,
    Block,
    Closing,
    CueBlock,
    Objective,
    Paragraph,
    Passage,
    Point,
    Question,
    Salutation,
)
from communique.model.cut import cut
from communique.model.inline import Cue, plain

LONGEST = 240
"""Characters: a longer paragraph is none of the two."""
PRIVATE = (Passage, CueBlock, Point, Question, Background, Objective)


@dataclass(frozen=True)
class Forms:
    """The forms of a language, as they are written.

    `addressees`: "Mr President"; `before` them: "Distinguished"; `joints` between them: "and";
    `thanks`: "Thank you"; `after` thanks: "for your attention".
    """

    language: str
    addressees: tuple[str, ...] = field(default=(), repr=False)
    before: tuple[str, ...] = field(default=(), repr=False)
    joints: tuple[str, ...] = field(default=(), repr=False)
    thanks: tuple[str, ...] = field(default=(), repr=False)
    after: tuple[str, ...] = field(default=(), repr=False)

    def is_salutation(self, text: str) -> bool:
        """True for a form of address, with or without thanks."""
        return _matches(self._salutation, text)

    def is_closing(self, text: str) -> bool:
        """True for thanks, with or without a form of address."""
        return _matches(self._closing, text)

    def is_bare_thanks(self, text: str) -> bool:
        """True for thanks to nobody by name, which open no section."""
        return _matches(self._bare, text)

    @cached_property
    def _address(self) -> str:
        one = rf"(?:(?:{_any(self.before)})[ ])*(?:{_any(self.addressees)})"
        joint = rf"(?:[ ]?[,،，、][ ]?(?:(?:{_any(self.joints)})[ ])?|[ ](?:{_any(self.joints)})[ ])"
        return rf"{one}(?:{joint}{one})*"

    @cached_property
    def _thanks(self) -> str:
        return rf"(?:{_any(self.thanks)})(?:[ ](?:{_any(self.after)}))*"

    @cached_property
    def _salutation(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{self._thanks}[ ]?[,،，]?[ ]?)?{self._address}[ ]?[,.:;!،，。：]?")

    @cached_property
    def _closing(self) -> re.Pattern[str]:
        return re.compile(rf"{self._thanks}(?:[ ]?[,،，]?[ ]?{self._address})?[ ]?[.!。]?")

    @cached_property
    def _bare(self) -> re.Pattern[str]:
        return re.compile(rf"{self._thanks}[ ]?[.!。]?")


def recognise(blocks: tuple[Block, ...], forms_of: Callable[[str | None], Forms | None]) -> tuple[Block, ...]:
    """The blocks with salutations and closings told from paragraphs; one with an id stays a paragraph."""
    last = next((block for block in reversed(blocks) if not isinstance(block, PRIVATE)), None)
    return tuple(_recognised(block, block is last, forms_of) for block in blocks)


def _recognised(block: Block, is_last: bool, forms_of: Callable[[str | None], Forms | None]) -> Block:  # noqa: FBT001
    forms = forms_of(block.language) if isinstance(block, Paragraph) and not block.id else None
    if forms is None or not isinstance(block, Paragraph):
        return block
    text = plain(cut(block.children, lambda node: isinstance(node, Cue)))
    if forms.is_bare_thanks(text) or (is_last and forms.is_closing(text)):
        return Closing(block.children, block.language, block.span)
    if forms.is_salutation(text):
        return Salutation(block.children, block.language, block.span)
    return block


def _any(words: Iterable[str]) -> str:
    """One of the words, longest first; none at all when there are none."""
    folded = sorted({_folded(word) for word in words}, key=len, reverse=True)
    return "|".join(map(re.escape, folded)) or r"(?!)"


def _matches(pattern: re.Pattern[str], text: str) -> bool:
    return len(text) <= LONGEST and bool(pattern.fullmatch(_folded(text)))


def _folded(text: str) -> str:
    """The words without what differs from desk to desk: case, full stops of titles, apostrophes, spaces."""
    plainer = unicodedata.normalize("NFC", text).casefold().replace("’", "'")
    plainer = re.sub(r"\b(mr|mrs|ms|dr|sr|sra|mme|m)\.(?=\s)", r"\1", plainer)
    return " ".join(plainer.split())
