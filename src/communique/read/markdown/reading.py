"""What the reading of one file knows and gathers on its way."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from communique.diagnostics.codes import markup as codes
from communique.diagnostics.diagnostic import Diagnostic, Related
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.span import Source, Span
from communique.model.audience import Audience
from communique.model.fact import Fact
from communique.model.theme import Asset
from communique.read.markdown.parser import Tree

DEEPEST = 20
"""Lists, quotations and marks inside one another."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An id that an author gave: where, and who may see what carries it."""

    id: str
    span: Span
    audience: Audience


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that a link or a point names; `to_paragraph`: it must be a numbered paragraph's."""

    id: str
    span: Span
    audience: Audience
    to_paragraph: bool = False


@dataclass(slots=True)
class Definition:
    """A note as it is written: its blocks, the marked block it stands in (0: none), and whether it was called."""

    label: str
    tree: Tree
    first_line: int
    block: int
    span: Span
    called: bool = False


@dataclass(slots=True)
class Reading:
    """One file being read: what it may use, and what was found in it."""

    source: Source
    folder: Path
    within: Path
    facts: Mapping[str, Fact]
    found: list[Diagnostic] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    notes: dict[str, Definition] = field(default_factory=dict)
    pictures: dict[str, Asset] = field(default_factory=dict)
    audience: Audience = Audience.PUBLIC
    block: int = 0
    in_note: bool = False

    @contextmanager
    def inside(self, audience: Audience, block: int) -> Iterator[None]:
        """Reads on inside a marked block."""
        before = self.audience, self.block
        self.audience, self.block = audience, block
        yield
        self.audience, self.block = before

    def define(self, note: Definition) -> None:
        """Take up a note as it is written."""
        if note.label in self.notes:
            first = Related(self.notes[note.label].span, "it is written here first")
            message = f"the note [^{note.label}] is written twice"
            self.found.append(codes.DUPLICATE_NOTE.at(note.span, message, "give one another label", (first,)))
        else:
            self.notes[note.label] = note

    def called(self, label: str, span: Span) -> Definition | None:
        """The note that is called at a place; a call that cannot be answered is reported."""
        note = self.notes.get(label)
        if note is None:
            advice = did_you_mean(label, self.notes) or f"write it as a paragraph: [^{label}]: ..."
            self.found.append(codes.DANGLING_NOTE.at(span, f"the note [^{label}] is nowhere written", advice))
            return None
        note.called = True
        if self.in_note:
            self.found.append(codes.NESTED_NOTE.at(span, "a note calls another note", "say it in one note"))
            return None
        if note.block not in {0, self.block}:
            message = f"the note [^{label}] is written inside a marked block and called from outside it"
            there = Related(note.span, "it is written here")
            self.found.append(codes.EXPOSED_NOTE.at(span, message, "write it where it is called", (there,)))
            return None
        return note
