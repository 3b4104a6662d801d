"""Where in a template something stands, of which Jinja tells the line alone."""

import re

from communique.diagnostics.span import Source, Span

FURTHER = 3
"""How many lines below the told one a word may stand: an expression can run over several."""


def word_place(source: Source, line: int, word: str, after: int = 0) -> Span:
    """The word in that line or soon below it, skipping `after` of its kind; else the whole line."""
    if not 0 < line <= len(source.lines):
        return source.line_span(line)
    start = source.offset(line, 1)
    end = start + sum(len(each) for each in source.lines[line - 1 : line + FURTHER])
    edges = r"(?<!\w){}(?!\w)" if word[:1].isalnum() else "{}"
    found = (
        [match.span() for match in re.finditer(edges.format(re.escape(word)), source.text[start:end])] if word else []
    )
    if not found:
        return source.line_span(line)
    begin, finish = found[min(after, len(found) - 1)]
    return source.span(start + begin, start + finish)


def quoted_place(source: Source, line: int, message: str) -> Span:
    """The last word that a message quotes from the line, else the line without its indent."""
    for word in reversed(re.findall(r"'([^']+)'", message)):
        place = word_place(source, line, word)
        if place.line == line and place != source.line_span(line):
            return place
    if not 0 < line <= len(source.lines):
        return source.line_span(line)
    text = source.lines[line - 1]
    start = source.offset(line, 1) + len(text) - len(text.lstrip())
    return source.span(start, max(start + len(text.strip()), start + 1))
