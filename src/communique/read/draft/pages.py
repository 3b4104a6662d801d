"""The lines of a draft without what belongs to its pages: page ends, page numbers, heads and feet that return."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.diagnostics.codes.draft import DOUBTFUL_DRAFT
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Source

LINE_END = re.compile(r"(\r\n|[\n\r\v\f\u2028\u2029\x85])")
PAGE_END = "\f"
PAGE_NUMBER = re.compile(r"[-–—\s]*(?:page\s+|p\.\s*)?\d{1,3}(?:\s*(?:of|/|de|sur)\s*\d{1,3})?[-–—\s]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line: where its words start in the text, the words, how far they are set in.

    Without words it is blank, or the seam of two pages.
    """

    start: int
    text: str
    indent: int = 0
    is_seam: bool = False


def lines_of(source: Source) -> tuple[list[Line], list[Diagnostic]]:
    """The lines with words and the gaps between them; each line that was left out is told."""
    lines = list(_lines(source.text))
    running = _running(lines)
    kept, doubts = [], []
    for place, line in enumerate(lines):
        why = _why_left_out(lines, place, running)
        kept.append(Line(line.start, "", is_seam=True) if why else line)
        if why:
            doubts.append(doubt(source, line, f'"{line.text}" {why}; it was left out'))
    return kept, doubts


def doubt(source: Source, line: Line, message: str, advice: str = "see that it is none of the speech") -> Diagnostic:
    """A doubt about a line."""
    return DOUBTFUL_DRAFT.at(source.span(line.start, line.start + len(line.text)), message, advice)


def _lines(text: str) -> Iterator[Line]:
    start, parts = 0, LINE_END.split(text)
    for raw, end in zip(parts[::2], [*parts[1::2], ""], strict=True):
        words = raw.strip()
        indent = len(raw) - len(raw.lstrip())
        yield Line(start + indent, words, indent)
        if end == PAGE_END:
            yield Line(start, "", is_seam=True)
        start += len(raw) + len(end)


def _why_left_out(lines: Sequence[Line], place: int, running: set[str]) -> str:
    line = lines[place]
    if not line.text:
        return ""
    if PAGE_NUMBER.fullmatch(line.text) and not _beside(lines, place):
        return "was taken for a page number"
    return "returns on each page" if line.text in running and _is_at_page_edge(lines, place) else ""


def _beside(lines: Sequence[Line], place: int) -> bool:
    """True when a line with words stands right before or after."""
    return any(lines[near].text for near in (place - 1, place + 1) if 0 <= near < len(lines))


def _running(lines: Sequence[Line]) -> set[str]:
    """The lines that stand at the edges of more than one page, where there are pages."""
    if not any(line.is_seam for line in lines):
        return set()
    edges = Counter(line.text for place, line in enumerate(lines) if line.text and _is_at_page_edge(lines, place))
    return {text for text, times in edges.items() if times > 1}


def _is_at_page_edge(lines: Sequence[Line], place: int) -> bool:
    """True when nothing but blank lines lie between this line and the beginning or the end of its page."""
    return _leads_to_seam(lines[place + 1 :]) or _leads_to_seam(lines[:place][::-1])


def _leads_to_seam(lines: Sequence[Line]) -> bool:
    first = next((line for line in lines if line.text or line.is_seam), None)
    return first is None or first.is_seam
