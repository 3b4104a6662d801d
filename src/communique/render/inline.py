"""Inline nodes to HTML: one function, typography included, for both formats."""

from collections.abc import Iterator
from itertools import pairwise

from markupsafe import Markup, escape

from communique.model.inline import (
    WRAPPED,
    Abbreviation,
    Code,
    Cue,
    Emphasis,
    FactUse,
    Foreign,
    Inline,
    LineBreak,
    Link,
    Note,
    Picture,
    Pronounced,
    Strong,
    Text,
    Wrapped,
)
from communique.model.typography import Run, symbols, typeset_runs
from communique.render.printing import Printing, direction_of

Line = tuple[Inline, ...]

BREAK = "\u2028"
"""Stands for a break set by hand while a line is set in type."""
THING = "\ufffc"
"""Stands for a note or a picture there."""


def inline(line: Line, printing: Printing, language: str | None = None) -> Markup:
    """The HTML of a line; all its words are set in type together.

    A space before an inline element stands inside it: before the element WeasyPrint 70 may end the
    line above too early, and leave one of a single word.
    """
    runs = list(_runs(line, language or printing.language))
    texts = typeset_runs(runs) if printing.typography else [run.text for run in runs]
    _take_spaces_inside(line, texts)
    return Markup(_Writer(texts, printing, language or printing.language).written(line))


def _runs(line: Line, language: str) -> Iterator[Run]:
    """The words of a line in order, each with its language; a note has its own lines."""
    for node in line:
        match node:
            case Text() | FactUse():
                yield Run(node.text, language)
            case Code():
                yield Run(node.text, language, as_is=True)
            case Foreign():
                yield from _runs(node.children, node.language)
            case LineBreak():
                yield Run(BREAK, language, as_is=True)
            case Note() | Picture():
                yield Run(THING, language, as_is=True)
            case _:
                yield from _runs(node.children, language)


def _take_spaces_inside(line: Line, texts: list[str]) -> None:
    """Moves each space that stands before an element into the first words of that element."""
    leaves = list(_leaves(line, ()))
    for number, ((node, within), (follower, inside)) in enumerate(pairwise(leaves)):
        enters = len(inside) > len(_shared(within, inside)) or isinstance(follower, Code)
        takes_words = isinstance(follower, Text | FactUse | Code) and isinstance(node, Text | FactUse)
        if enters and takes_words and texts[number].endswith((" ", "\u00a0", "\u202f")):
            texts[number + 1] = texts[number][-1] + texts[number + 1]
            texts[number] = texts[number][:-1]


def _leaves(line: Line, within: tuple[int, ...]) -> Iterator[tuple[Inline, tuple[int, ...]]]:
    """Every node that holds no others, in the order of `_runs`, with the elements it stands in."""
    for number, node in enumerate(line):
        if isinstance(node, WRAPPED):
            yield from _leaves(node.children, (*within, number))
        else:
            yield node, within


def _shared(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return one[:same]


class _Writer:
    """Writes the nodes of one line; `texts` are its words, set in type, in reading order."""

    def __init__(self, texts: list[str], printing: Printing, language: str) -> None:
        self.texts, self.printing, self.language = iter(texts), printing, language

    def written(self, line: Line) -> str:
        """The HTML of the nodes."""
        return "".join(map(self.node, line))

    def node(self, node: Inline) -> str:
        """The HTML of one node."""
        if isinstance(node, WRAPPED):
            return self.wrapped(node)
        text = next(self.texts)
        match node:
            case Text() | FactUse():
                return _words(text)
            case Code():
                return f"<code>{escape(text)}</code>"
            case Note():
                return self.note(node)
            case Picture():
                return _picture(node)
            case _:
                return "<br>"

    def wrapped(self, node: Wrapped) -> str:
        """The HTML of a node that holds others."""
        inside = self.written(node.children)
        match node:
            case Emphasis():
                return f"<em>{inside}</em>"
            case Strong():
                return f"<strong>{inside}</strong>"
            case Link():
                return self.link(node.address, inside)
            case Foreign():
                return f"<span{language_attributes(node.language, self.language)}>{inside}</span>"
            case Abbreviation():
                return f'<abbr title="{escape(self.printing.typeset(node.expansion))}">{inside}</abbr>'
            case Pronounced():
                return f'<span class="say">{inside} [{escape(node.say)}]</span>'
            case Cue():
                return _bracketed(inside)
        return inside

    def link(self, address: str, inside: str) -> str:
        """A link; one to a paragraph that this paper does not hold is its words alone."""
        if not address.startswith("#"):
            return f'<a href="{escape(address)}">{inside}</a>'
        if address[1:] not in self.printing.targets:
            return inside
        return f'<a href="#{anchor(address[1:])}">{inside}</a>'

    def note(self, node: Note) -> str:
        """A footnote, whole, at its call; its paragraphs follow one another as lines."""
        paragraphs = (inline(paragraph, self.printing, self.language) for paragraph in node.paragraphs)
        return f'<span class="fn">{"<br>".join(paragraphs)}</span>'


def anchor(identity: str) -> Markup:
    """The id of a paragraph in the HTML."""
    return escape(f"p-{identity}")


def language_attributes(language: str | None, around: str) -> Markup:
    """`lang`, and `dir` where the words run the other way than those around them."""
    if not language or language == around:
        return Markup()
    turned = direction_of(language) != direction_of(around)
    return Markup(' lang="{}"').format(language) + (Markup(f' dir="{direction_of(language)}"') if turned else Markup())


def _words(text: str) -> str:
    """Escaped words, each document symbol kept on one line.

    The span opens behind the first letter of the symbol: so no element follows a space.
    """
    written, at = [], 0
    for start, end in symbols(text):
        written.append(
            f'{escape(text[at : start + 1])}<span class="symbol-text">{escape(text[start + 1 : end])}</span>'
        )
        at = end
    return "".join((*written, escape(text[at:])))


def _bracketed(inside: str) -> str:
    words = inside.lstrip(" \u00a0")
    return f'<span class="cue">{inside[: len(inside) - len(words)]}[{words}]</span>'


def _picture(picture: Picture) -> str:
    role = ' role="presentation"' if picture.decorative else ""
    words = "" if picture.decorative else escape(picture.alternative)
    return f'<img src="pictures/{escape(picture.file)}" alt="{words}"{role}>'
