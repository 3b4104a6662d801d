"""What still looks like markup after reading is an error, not text.

Escaped characters are no leftovers: `read_line` shows them here as U+FFFC.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.diagnostics.codes import markup as codes
from communique.diagnostics.diagnostic import Code

ESCAPED = "\ufffc"


@dataclass(frozen=True, slots=True)
class Suspect:
    """Something that looks like markup, and what to say of it."""

    pattern: str
    message: str
    advice: str
    code: Code = codes.LEFTOVER_MARKUP


@dataclass(frozen=True, slots=True)
class Leftover:
    """A stretch of text that looks like markup."""

    start: int
    end: int
    suspect: Suspect

    @property
    def code(self) -> Code:
        """The code of the finding."""
        return self.suspect.code


ANYWHERE = (
    Suspect(r"\]\(", "this looks like a link and is none", r"write [words](address), or \]"),
    Suspect(r"\]\[", "links by reference are not read", r"write [words](address), or \]"),
    Suspect(r"\]\{[^{}]*\}?", "this looks like a marked span and is none", r"write [words]{.cue}, or \] and \{"),
    Suspect(r"\[\^[^\]]*\]?", "this looks like the call of a note and is none", r"write [^1], or \["),
    Suspect(r"\^\[", "notes inside a line are not read", "write [^1] here and [^1]: ... as a paragraph"),
    Suspect(
        r"\{[^{}]*\}|[{}]",
        "these braces mark nothing",
        r"{#id} stands at the end of a paragraph, a space before it; a brace itself is \{",
    ),
    Suspect(r":{2,}", "this looks like a fence and is none", r"a fence begins its line; colons themselves are \:\:"),
    Suspect(
        r"<!--|-->",
        "a comment would be printed: nothing is hidden here",
        "take it away, or put it into ::: cue",
        codes.HIDDEN_TEXT,
    ),
    Suspect(r"~~", "words are not struck through here", r"take them away, or write \~\~"),
    Suspect("[\uff5b\uff5d]", "a brace of another width stands here", "write { and } as on an English keyboard"),
)
AT_LINE_START = (
    Suspect(
        r"\[[^\]\[]+\]:",
        "this looks like the definition of a link, which others hide",
        r"write [words](address), or \[",
        codes.HIDDEN_TEXT,
    ),
    Suspect(
        r"#{7,}|#{1,6}(?=[^\s#])",
        "this looks like a heading and is none",
        r"put a space behind #, at most six of them; the sign itself is \#",
    ),
    Suspect(
        r"=+[ \t]*$", "a line of equal signs makes no heading", "write # before the heading", codes.UNDERLINED_HEADING
    ),
)
IN_CODE = Suspect(
    r"\{\{|\}\}|\{%|%\}|\]\{|\{[.#]|:{2,}|<!--",
    "a mark stands between backticks, where it marks nothing",
    r"take the backticks away, or write it as text: \{",
)


def leftovers(text: str, *, line_start: bool) -> Iterator[Leftover]:
    """Everything in a text that still looks like markup, in order, each stretch once."""
    found = [left for suspect in ANYWHERE for left in _all(suspect, text)]
    if line_start:
        found += [left for suspect in AT_LINE_START for left in _all(suspect, text) if left.start == 0]
    taken = 0
    for left in sorted(found, key=lambda one: (one.start, -one.end)):
        if left.start >= taken:
            taken = left.end
            yield left


def leftovers_in_code(text: str) -> Iterator[Leftover]:
    """Marks that stand in a listing or between backticks, where they mark nothing."""
    yield from _all(IN_CODE, text)


def _all(suspect: Suspect, text: str) -> Iterator[Leftover]:
    return (Leftover(*match.span(), suspect) for match in re.finditer(suspect.pattern, text))
