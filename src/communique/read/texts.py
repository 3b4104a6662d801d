"""The Markdown files of an intervention: which is which, in what language, with what front matter.

Bounds: a text has at most 5 million characters, 100 000 lines and 20 000 signs of markup, a paragraph 50 000
characters; a book of 500 000 words keeps within them, a speech of two hours fills a fiftieth.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from communique.diagnostics.codes import read as codes
from communique.diagnostics.diagnostic import Diagnostic, Related
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source, start_of
from communique.model.workspace import Workspace
from communique.read.forms import FrontMatter
from communique.read.front_matter import parted
from communique.read.interventions import Place
from communique.read.languages import split_language
from communique.read.sources import read_source
from communique.read.typed import fill, place_of
from communique.read.yaml_tree import Mapping, parse_mapping

Role = Literal["speech", "brief"]
MOST_LINES = 100_000
MOST_SIGNS = 20_000
SIGNS = "*_`[]{}<>|&\\!~^:#"


@dataclass(frozen=True, slots=True)
class TextFile:
    """One file: its text, what it says of itself, the line on which its words begin."""

    path: Path
    source: Source
    role: Role
    language: str | None
    form: FrontMatter
    tree: Mapping
    first_line: int


@dataclass(slots=True)
class Texts:
    """All the files of an intervention, and what is wrong with them."""

    files: list[TextFile] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    complete: bool = True

    def of(self, role: Role) -> list[TextFile]:
        """The speeches, or the briefs."""
        return [file for file in self.files if file.role == role]


def read_texts(workspace: Workspace, place: Place) -> Texts:
    """Every file, its front matter understood; the words are read later, when the facts are known."""
    texts = Texts()
    for path in place.files:
        role, language = _role(place, path)
        shown = path.relative_to(workspace.root).as_posix()
        if role is None:
            texts.found.append(_unread(path, shown))
            continue
        try:
            texts.sources.append(read_source(path, shown, workspace.root))
            _take_up(texts, path, role, language)
        except Refused as refused:
            texts.found += refused.diagnostics
            texts.complete = False
    if not texts.of("speech") and texts.complete:
        shown = place.files[0].parent.relative_to(workspace.root).as_posix()
        message = f"there is no speech in {shown}"
        texts.found.append(codes.UNREADABLE_FILE.at(start_of(f"{shown}/speech.md"), message, "write speech.md there"))
    return texts


def _role(place: Place, path: Path) -> tuple[Role | None, str | None]:
    name, language = split_language(path.stem)
    if not place.meeting:
        return "speech", language
    if name == "speech":
        return "speech", language
    return ("brief" if name == "brief" else None), language


def _unread(path: Path, shown: str) -> Diagnostic:
    advice = did_you_mean(path.name, ("speech.md", "brief.md")) or "the texts here are speech.md and brief.md"
    return codes.UNREAD_FILE.at(start_of(shown), f"{path.name} is not read", advice)


def _take_up(texts: Texts, path: Path, role: Role, named: str | None) -> None:
    """Read a front matter. With a fault in it the words are still looked at, for all findings in one run."""
    source = texts.sources[-1]
    _measure(source)
    header, body = parted(source)
    form, tree = FrontMatter(), Mapping((), start_of(source.path))
    if header:
        try:
            tree = parse_mapping(source, *header)
            form = fill(FrontMatter, tree)
        except Refused as refused:
            texts.found += refused.diagnostics
            texts.complete = False
    if not source.text[body:].strip():
        what = "speech" if role == "speech" else "brief"
        texts.found.append(codes.EMPTY_TEXT.at(source.span(body, body), f"this {what} has no words", "write it"))
    if named and form.language and form.language != named and not form.language.startswith(f"{named}-"):
        message = f"the file is named as {named}, the front matter says {form.language}"
        texts.found.append(codes.UNCLEAR_LANGUAGE.at(place_of(tree, "language"), message, "change one of the two"))
    first_line = source.span(body, body).line
    texts.files.append(TextFile(path, source, role, form.language or named, form, tree, first_line))


MOST_LETTERS = 20_000
ENDLESS_WORD = re.compile(rf"(?<!\S)\S{{{MOST_LETTERS + 1}}}")
MOST_CHARACTERS = 5_000_000
LONGEST_PARAGRAPH = 50_000
PARAGRAPH = re.compile(r"[^\r\n]+(?:(?:\r\n|\r|\n)[^\r\n]+)*")


def _measure(source: Source) -> None:
    lines, signs = len(source.lines), sum(map(source.text.count, SIGNS))
    characters = len(source.text)
    for count, most, what in (
        (characters, MOST_CHARACTERS, "characters"),
        (lines, MOST_LINES, "lines"),
        (signs, MOST_SIGNS, "signs of markup"),
    ):
        if count > most:
            message = f"this text has {count} {what}, more than {most}"
            raise Refused(codes.OVERSIZED_FILE.at(start_of(source.path), message, "no speech has so many"))
    if word := ENDLESS_WORD.search(source.text):
        message = f"a word of more than {MOST_LETTERS} characters stands here"
        raise Refused(codes.OVERSIZED_FILE.at(source.span(*word.span()), message, "no page can hold it"))
    for paragraph in PARAGRAPH.finditer(source.text):
        if len(paragraph[0]) > LONGEST_PARAGRAPH:
            start = paragraph.start()
            message = f"a paragraph of {len(paragraph[0])} characters begins here, more than {LONGEST_PARAGRAPH}"
            raise Refused(codes.OVERSIZED_FILE.at(source.span(start, start), message, "part it: a blank line between"))


@dataclass(frozen=True, slots=True)
class Pair:
    """A speech and the briefs that belong to it, in one language."""

    language: str
    speech: TextFile
    briefs: tuple[TextFile, ...]


def paired(workspace: Workspace, texts: Texts) -> list[Pair]:
    """Each speech with its briefs; a language that is assumed or unclear is reported."""
    speeches: dict[str, TextFile] = {}
    for speech in texts.of("speech"):
        language = speech.language or _assumed(workspace, speech, texts)
        if other := speeches.get(language):
            there = Related(start_of(other.source.path), "the other one")
            message = f"two speeches are in the language {language}"
            advice = "give each its language: speech.fr.md, or language: fr"
            texts.found.append(codes.UNCLEAR_LANGUAGE.at(start_of(speech.source.path), message, advice, (there,)))
        speeches.setdefault(language, speech)
    briefs: dict[str, list[TextFile]] = {}
    for brief in texts.of("brief"):
        briefs.setdefault(_language_of_brief(brief, speeches, texts), []).append(brief)
    return [Pair(language, speech, tuple(briefs.get(language, ()))) for language, speech in speeches.items()]


def _assumed(workspace: Workspace, speech: TextFile, texts: Texts) -> str:
    language = workspace.settings.languages[0]
    message = f"this speech does not say its language; {language} is assumed"
    advice = f"write language: {language} in the front matter"
    texts.found.append(codes.ASSUMED_LANGUAGE.at(start_of(speech.source.path), message, advice))
    return language


def _language_of_brief(brief: TextFile, speeches: dict[str, TextFile], texts: Texts) -> str:
    if brief.language in speeches:
        return str(brief.language)
    if brief.language is None and len(speeches) == 1:
        return next(iter(speeches))
    if speeches and texts.complete:
        known = ", ".join(speeches)
        if brief.language:
            message, advice = f"there is no speech in {brief.language}", f"the speeches are in {known}"
        else:
            message, advice = "this brief does not say its language", f"call it brief.{next(iter(speeches))}.md"
        texts.found.append(codes.UNCLEAR_LANGUAGE.at(start_of(brief.source.path), message, advice))
    return ""
