"""Numbers: which `w:num` each numbered paragraph takes, so that Word counts what CSS counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from communique.write.docx.properties_xml import Number, run_properties
from communique.write.docx.xml import w
from communique.write.style.look import Look
from communique.write.style.numbering import Level, Numbering, Place

UNCOUNTED = frozenset({"bullet", "none"})
"""Formats that print no number (ECMA-376-1, 17.18.59)."""


class Above(NamedTuple):
    """The number of a level above one that prints it too, and how it is printed."""

    value: int
    text: str


@dataclass(slots=True)
class _Count:
    """What Word would print next in one definition: its present list, and the last number a level."""

    num: int
    levels: dict[int, int] = field(default_factory=dict)


class Numbers:
    """The numbering part of one document: the definitions of the theme, and the lists begun so far.

    Word's own counting is followed along. Where it would print another number than CSS does, a new
    list begins with the right one; so numbers are native and still equal in both formats.
    """

    def __init__(self, numbering: Numbering) -> None:
        self._definitions: list[Mapping[int, Level]] = list(numbering.definitions)
        self._lists: list[tuple[int, int | None, int]] = [(n, None, 0) for n in range(len(self._definitions))]
        self._counts: dict[int, _Count] = {}
        self._variants: dict[tuple[int, int, str, str], Place] = {}
        self._none: int | None = None
        self._theirs = len(self._definitions)

    def use(
        self, place: Place, wanted: int, shown: Level | None = None, above: Mapping[int, Above] | None = None
    ) -> Number:
        """The list of a paragraph whose number shall be `wanted`.

        `shown` is how this one is marked, where that may differ from its style; `above` the numbers of the
        levels above that are printed with it.
        """
        level = self._definitions[place.definition][place.level]
        if shown is None or (shown.format, shown.text) == (level.format, level.text):
            shown = self._with_literals(level, place, above or {})
        if shown is not None:
            place, level = self._variant(place, shown), shown
        count = self._counts.setdefault(place.definition, _Count(self._first_list(place.definition)))
        if level.format not in UNCOUNTED and count.levels.get(place.level, 0) + 1 != wanted:
            self._lists.append((place.definition, place.level, wanted))
            count.num = len(self._lists)
        count.levels = {depth: n for depth, n in count.levels.items() if depth < place.level}
        count.levels[place.level] = wanted
        return count.num, place.level

    def _with_literals(self, level: Level, place: Place, above: Mapping[int, Above]) -> Level | None:
        """The level with numbers of the levels above it written out, where Word would print others for them."""
        counted = self._counts.get(place.definition)
        printed = counted.levels if counted is not None else {}
        off = {depth: number.text for depth, number in above.items() if printed.get(depth) != number.value}
        text = level.text
        for depth, number in off.items():
            text = text.replace(f"%{depth + 1}", number)
        return replace(level, text=text, above=()) if off else None

    def none(self) -> Number:
        """A list that prints nothing, for a paragraph without the number of its style."""
        if self._none is None:
            self._definitions.append({})
            self._lists.append((len(self._definitions) - 1, None, 0))
            self._none = len(self._lists)
        return self._none, 0

    @property
    def silent(self) -> Number | None:
        """The list that prints nothing, once it was used."""
        return None if self._none is None else (self._none, 0)

    def xml(self) -> str:
        """The content of `w:numbering`: definitions, then lists (ECMA-376-1, 17.9.17)."""
        definitions = "".join(
            _definition(n, levels, linked=n <= self._theirs) for n, levels in enumerate(self._definitions, 1)
        )
        return definitions + "".join(_list(n, *begun) for n, begun in enumerate(self._lists, 1))

    def _variant(self, place: Place, shown: Level) -> Place:
        """A definition of this document alone, for a list that is marked otherwise than its style."""
        key = (place.definition, place.level, shown.format, shown.text)
        if key not in self._variants:
            self._definitions.append({place.level: shown})
            self._lists.append((len(self._definitions) - 1, None, 0))
            self._variants[key] = Place(len(self._definitions) - 1, place.level)
        return self._variants[key]

    def _first_list(self, definition: int) -> int:
        return next(n for n, (known, level, _) in enumerate(self._lists, 1) if known == definition and level is None)


def _definition(number: int, levels: Mapping[int, Level], *, linked: bool) -> str:
    """`w:abstractNum`; its identity is its number, so that two builds agree. `linked`: to its styles."""
    content = w("nsid", val=f"{0x10000000 + number:08X}") + w("multiLevelType", val="multilevel")
    written = {depth: _level(depth, level, linked=linked) for depth, level in levels.items()}
    for depth in {depth for level in levels.values() for depth, *_ in level.above} - set(levels):
        counted = w("start", val=1) + w("numFmt", val="decimal") + w("suff", val="nothing")
        written[depth] = w("lvl", counted + w("lvlText", val="") + w("lvlJc", val="left"), ilvl=depth)
    content += "".join(markup for _, markup in sorted(written.items()))
    if not levels:
        silent = w("start", val=1) + w("numFmt", val="none") + w("suff", val="nothing")
        content += w("lvl", silent + w("lvlText", val="") + w("lvlJc", val="left"), ilvl=0)
    return w("abstractNum", content, abstractNumId=number)


def _level(depth: int, level: Level, *, linked: bool) -> str:
    look = level.style.paragraph
    left, first = look["ind.left"], look["ind.first"]
    hanging = isinstance(first, int) and first < 0
    tab = w("tabs", w("tab", val="num", pos=level.tab)) if level.tab is not None else ""
    indents = {"left": left, "hanging" if hanging else "firstLine": abs(first) if isinstance(first, int) else 0}
    return w(
        "lvl",
        w("start", val=1)
        + w("numFmt", val=level.format)
        + (w("pStyle", val=level.style.id) if linked else "")
        + w("suff", val=level.suffix)
        + w("lvlText", val=level.text)
        + w("lvlJc", val="left")
        + w("pPr", tab + w("ind", **{name: int(str(value)) for name, value in indents.items()}))
        + _mark(level),
        ilvl=depth,
    )


def _mark(level: Level) -> str:
    if level.format != "bullet":
        return run_properties(level.run)
    font = level.style.run["font.latin"]
    look: Look = {"font.latin": font, "font.complex": font, "font.eastAsia": font, **level.run}
    return run_properties(look, hint="default")


def _list(number: int, definition: int, level: int | None, start: int) -> str:
    content = w("abstractNumId", val=definition + 1)
    if level is not None:
        content += w("lvlOverride", w("startOverride", val=start), ilvl=level)
    return w("num", content, numId=number)
