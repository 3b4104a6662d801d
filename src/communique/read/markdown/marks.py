"""Words in brackets with attributes: cues, pronunciations, written words, other languages, abbreviations."""

from collections.abc import Iterator

from communique.diagnostics.codes import markup as codes
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.span import Span
from communique.model.inline import Abbreviation, Cue, Foreign, Inline, Picture, Pronounced, WrittenWords, walk
from communique.read.markdown.attributes import MARK, Attributes, language, read_attributes
from communique.read.markdown.columns import Stretch
from communique.read.markdown.parser import Tree
from communique.read.markdown.reading import Reading

MARKS = ("cue", "written")


def marked(reading: Reading, line: Stretch, tree: Tree, children: tuple[Inline, ...]) -> Iterator[Inline]:
    """The words with all their marks about them, a cue outermost."""
    span = line.span(*tree.token.meta["at"])
    braces = line.part(*tree.token.meta["braces"])
    before = len(reading.found)
    attributes = read_attributes(braces, (MARK, "say", "lang", "abbr"), "on words inside a sentence", reading.found)
    if not _has_words(children):
        reading.found.append(codes.EMPTY_BLOCK.at(span, "these brackets hold no words", "write [words]{.cue}"))
    if mark := attributes.get(MARK):
        _check_mark(reading, str(mark.value), mark.span)
    if len(reading.found) == before:
        yield from _wrapped(reading, attributes, children, span)


def _has_words(children: tuple[Inline, ...]) -> bool:
    return any(isinstance(node, Picture) or getattr(node, "text", "").strip() for node in walk(children))


def _check_mark(reading: Reading, mark: str, span: Span) -> None:
    if mark not in MARKS:
        advice = did_you_mean(mark, MARKS) or "known are .cue and .written"
        reading.found.append(codes.UNKNOWN_MARK.at(span, f'unknown mark ".{mark}"', advice))


def _wrapped(reading: Reading, given: Attributes, children: tuple[Inline, ...], span: Span) -> Iterator[Inline]:
    before = len(reading.found)
    tag = language(given, reading.found)
    if say := given.value("say"):
        children = (Pronounced(children, say, span),)
    if expansion := given.value("abbr"):
        children = (Abbreviation(children, expansion, span),)
    if tag:
        children = (Foreign(children, tag, span),)
    mark = given.value(MARK)
    if mark == "written":
        children = (WrittenWords(children, span),)
    if mark == "cue":
        children = (Cue(children, span),)
    if len(reading.found) == before:
        yield from children
