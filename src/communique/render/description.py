"""What a template may use, described: names with types and examples, blocks of a text, filters, macros.

All of it is read from the model, the filters and the partials themselves, so none of it can grow stale.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date
from enum import Enum

from jinja2 import nodes

from communique.diagnostics.span import Source
from communique.model.inline import Inline, plain
from communique.model.templates import Templates
from communique.render.expressions import Macros
from communique.render.filters import FILTERS, JINJA_FILTERS
from communique.render.given import GIVEN, Meant, attributes, classes_within, elements, members, spoken
from communique.render.proofread import parsed

LONGEST = 56
"""The most characters of an example."""

OF_NO_USE = frozenset({
    "audience", "template", "pictures", "on_paper", "defaults", "regrades", "mail", "stale_after", "editor",
    "pressed_audience",
})  # fmt: skip
"""Names that serve the build and not a page; asking for the audience is a finding of its own."""

COMMENT = re.compile(r"\{#-?\s*((?:(?!#\}).)*?)\s*-?#\}\s*\{%-?\s*macro\s+(\w+)\(", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the description: a name, what it is in words, an example or an explanation."""

    name: str
    type: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading."""

    title: str
    entries: tuple[Entry, ...]


def description(given: Mapping[str, object], templates: Templates) -> tuple[Section, ...]:
    """All sections; `given` are the names of a template with their values, for the examples."""
    names = tuple(entry for name, meant in GIVEN.items() for entry in _entries(name, meant, given.get(name)))
    inside = tuple(Section(kind.__name__, tuple(_fields(kind))) for kind in _classes())
    return (Section("Names", names), *inside, Section("Filters", tuple(_filters())), *_macros(templates))


def _entries(name: str, meant: Meant, value: object) -> Iterator[Entry]:
    """A name, and what it holds: of one thing its attributes, of a list what each of it has."""
    if name == "labels":
        yield Entry(name, "words in the language of the paper", 'labels("Page {page} of {pages}", page=1, pages=2)')
        return
    if not _opens(meant):
        yield Entry(name, spoken(meant), example(value))
        return
    for attribute, inner in attributes(meant).items():
        if attribute not in OF_NO_USE:
            held = getattr(value, attribute) if is_dataclass(value) else None
            yield from _entries(f"{name}.{attribute}", inner, held)


def _opens(meant: Meant) -> bool:
    """True of one of our own values, which is described by what it holds."""
    kinds = members(meant)
    return len(kinds) == 1 and isinstance(kinds[0], type) and is_dataclass(kinds[0])


def _classes() -> Iterator[type]:
    """What stands in lists: points, facts, blocks, the words of a line."""
    opened = dict.fromkeys(member for meant in GIVEN.values() for member in members(meant))
    lists = (inner for meant in opened for inner in attributes(meant).values() if elements(inner) is not None)
    reached = classes_within(*(elements(inner) for inner in lists))
    words = set(members(Inline))
    return (kind for kind in reached if kind not in words and kind.__name__ not in {"Asset", "Default", "Source"})


def _fields(kind: type) -> Iterator[Entry]:
    for name, meant in attributes(kind).items():
        if name not in OF_NO_USE:
            value = kind.__dict__.get(name) if meant is str else None
            yield Entry(name, spoken(meant), f'"{value}"' if isinstance(value, str) else "")


def _filters() -> Iterator[Entry]:
    for function in FILTERS:
        lines = (function.__doc__ or "").strip().splitlines()
        yield Entry(function.__name__, "filter", lines[0] if lines else "")
    yield Entry("of Jinja", "filters", ", ".join(JINJA_FILTERS))


def _macros(templates: Templates) -> Iterator[Section]:
    for name in templates:
        source = templates.get(name)
        if source is not None and name.startswith("_partials/"):
            yield Section(name, tuple(_offered(source)))


def _offered(source: Source) -> Iterator[Entry]:
    """The macros of a file with their arguments, each with the comment that stands above it."""
    said = {name: " ".join(words.split()) for words, name in COMMENT.findall(source.text)}
    for macro in Macros(source, parsed(source)).macros.values():
        yield Entry(f"{macro.name}({', '.join(_arguments(macro))})", "macro", said.get(macro.name, ""))


def _arguments(macro: nodes.Macro) -> Iterator[str]:
    plain_ones = len(macro.args) - len(macro.defaults)
    for number, argument in enumerate(macro.args):
        default = macro.defaults[number - plain_ones] if number >= plain_ones else None
        yield f"{argument.name}={default.value!r}" if isinstance(default, nodes.Const) else argument.name


def example(value: object) -> str:
    """A value as a person would note it down."""
    match value:
        case None:
            return "unknown here"
        case str():
            return f'"{_short(value)}"'
        case Enum():
            return f'"{value.value}"' if isinstance(value, str) else str(value.value)
        case bool():
            return "true" if value else "false"
        case int() | float() | date():
            return str(value)
        case tuple() if value and all(isinstance(each, members(Inline)) for each in value):
            return f'"{_short(plain(value))}"'
        case tuple() if value and all(isinstance(each, str) for each in value):
            return _short(", ".join(value))
        case tuple():
            return f"{len(value)} of them" if value else "none here"
    return ""


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rstrip() + "…"
