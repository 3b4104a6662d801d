"""Repairs that cannot be wrong: texts to texts, nothing is written here.

A character that nobody sees goes, a Latin ligature becomes its letters, a document symbol loses its
spaces. Everything else a rule finds is for a person to decide.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import unified_diff
from typing import NamedTuple
from unicodedata import normalize

from communique.check.characters import INVISIBLE, SOFT
from communique.diagnostics.codes.wording import BROKEN_SYMBOL, INVISIBLE_CHARACTER, PRESENTATION_FORM, SOFT_HYPHEN
from communique.diagnostics.diagnostic import Code, Diagnostic
from communique.diagnostics.span import Source, Span
from communique.model.block import Block, Paragraph, Passage, Written
from communique.model.dossier import Dossier

LATIN_LIGATURES = re.compile("[\ufb00-\ufb06]")
LINE_SEPARATORS = {"\u2028", "\u2029"}
BRACES = re.compile(r"[ \t]*\{([^{}\r\n]*)\}")


class Edit(NamedTuple):
    """Other words for `text[start:end]`."""

    start: int
    end: int
    words: str


def fixes(dossier: Dossier, findings: Iterable[Diagnostic], *, pin: bool = False) -> dict[str, str]:
    """The new text of each file that the repairs change, by its path.

    `findings` are those of `check`, so that what a workspace switched off stays as it is. `pin`
    writes the id of each paragraph behind it, so that it survives another opening.
    """
    sources = {source.path: source for source in dossier.sources}
    edits: dict[str, set[Edit]] = {path: set() for path in sources}
    for finding in findings:
        if finding.span and (edit := _repair(finding, sources)):
            edits[finding.span.path].add(edit)
    if pin:
        for speech in dossier.speeches:
            for path, edit in _pins(speech.blocks, sources):
                edits[path].add(edit)
    return {path: _edited(sources[path].text, made) for path, made in edits.items() if made}


def difference(path: str, before: str, after: str) -> str:
    """What changes in a file, as a unified diff."""
    lines = (before.splitlines(keepends=True), after.splitlines(keepends=True))
    told = unified_diff(*lines, fromfile=path, tofile=path, n=1)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in told)


def _only(sought: re.Pattern[str]) -> Callable[[str], str]:
    """A repair that takes away what consists of nothing else."""
    return lambda typed: "" if sought.fullmatch(typed) and not LINE_SEPARATORS & set(typed) else typed


def _letters(typed: str) -> str:
    return LATIN_LIGATURES.sub(lambda match: normalize("NFKC", match.group()), typed)


def _joined(typed: str) -> str:
    return "".join(typed.split()) if re.fullmatch(r"[\w/.\s-]+", typed) else typed


REPAIRS: dict[Code, Callable[[str], str]] = {
    SOFT_HYPHEN: _only(SOFT),
    INVISIBLE_CHARACTER: _only(INVISIBLE),
    PRESENTATION_FORM: _letters,
    BROKEN_SYMBOL: _joined,
}
"""What is done with the typed words of a finding; the same words back mean: not safe here."""


def _repair(finding: Diagnostic, sources: Mapping[str, Source]) -> Edit | None:
    repair, span = REPAIRS.get(finding.code), finding.span
    source = sources.get(span.path) if span else None
    if repair is None or span is None or source is None:
        return None
    typed = source.at(span)
    start = source.offset(span.line, span.column)
    words = repair(typed)
    return Edit(start, start + len(typed), words) if words != typed else None


def _pins(blocks: tuple[Block, ...], sources: Mapping[str, Source]) -> Iterator[tuple[str, Edit]]:
    for block in blocks:
        if isinstance(block, Passage | Written):
            yield from _pins(block.blocks, sources)
        elif isinstance(block, Paragraph) and block.id and (span := block.span) and span.path in sources:
            edit = _pin(block.id, sources[span.path], span)
            yield from ((span.path, edit),) if edit else ()


def _pin(name: str, source: Source, span: Span) -> Edit | None:
    """The id behind the last word, or first in the braces that stand there; nothing if it has one."""
    end = source.offset(span.end_line, span.end_column)
    start = source.offset(span.end_line, 1)
    braces = BRACES.match(source.text, end) or re.search(BRACES.pattern + r"\Z", source.text[start:end])
    if braces is None:
        return Edit(end, end, f" {{#{name}}}")
    if "#" in braces[1]:
        return None
    inside = braces.start(1) + (0 if braces.string is source.text else start)
    return Edit(inside, inside, f"#{name} ")


def _edited(text: str, edits: Iterable[Edit]) -> str:
    pieces, at = [], 0
    for edit in sorted(edits):
        if edit.start >= at:
            pieces += [text[at : edit.start], edit.words]
            at = edit.end
    return "".join([*pieces, text[at:]])
