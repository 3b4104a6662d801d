"""Numbering: list levels and numbered paragraphs as Word's numbering definitions (ECMA-376-1, 17.9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from communique.write.style.lengths import px, twips
from communique.write.style.look import Look, minus
from communique.write.style.run_look import run_look
from communique.write.style.word_style import WordStyle
from communique.write.weasyprint_private.cascade import Computed

FORMATS = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "arabic-indic": "hindiNumbers",
    "hebrew": "hebrew1",
    "cjk-decimal": "ideographDigital",
    "simp-chinese-informal": "chineseCountingThousand",
}
"""CSS counter styles and their `w:numFmt` (ECMA-376-1, 17.18.59)."""

BULLETS = {"disc": "•", "circle": "◦", "square": "▪"}
SPACES = " \t\u00a0\u2002\u2003"

Counter = Any
"""The value of `content`, a list of kinds and values; WeasyPrint ships no types."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level: how it counts, what it prints (`%1.`), and where.

    `counter` is the CSS counter behind it, `above` those of the levels above that it prints too, each with
    its level and its counter style. Lengths in twips; `tab` is where the text begins behind a number inside
    the measure. `run` is how the number looks otherwise than its paragraph.
    """

    format: str
    text: str
    counter: str
    style: WordStyle
    run: Look
    tab: int | None = None
    gap: bool = True
    above: tuple[tuple[int, str, str], ...] = ()

    @property
    def suffix(self) -> str:
        """What follows the number (ECMA-376-1, 17.9.29)."""
        hanging = self.style.paragraph["ind.first"]
        return (
            "tab"
            if self.tab is not None or (isinstance(hanging, int) and hanging < 0)
            else "space"
            if self.gap
            else "nothing"
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a style counts: in which definition, on which level."""

    definition: int
    level: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """The definitions of a theme, each a mapping of its levels, and the place of each style in them.

    Definition n is `w:abstractNum` n + 1 and has the `w:num` of the same number.
    """

    definitions: tuple[Mapping[int, Level], ...]
    places: Mapping[str, Place]

    def place(self, style: WordStyle) -> Place | None:
        """The place of a style; None when it is not numbered."""
        return self.places.get(style.name.lower())

    def counts_items(self, style: WordStyle) -> bool:
        """True for the style of a list item, whose mark hangs out of its text."""
        place = self.place(style)
        return place is not None and self.definitions[place.definition][place.level].counter == "list-item"


def numbering(styles: Mapping[str, WordStyle], counter_style: Any) -> Numbering:  # noqa: ANN401 - untyped
    """The definitions that the styles of a theme need."""
    families: dict[tuple[str, str], dict[int, Level]] = {}
    homes: dict[str, tuple[tuple[str, str], int]] = {}
    for key, style in styles.items():
        found = _counted(style) or _listed(style, counter_style)
        if found is not None:
            family, depth, level = found
            families.setdefault(family, {}).setdefault(depth, level)
            homes[key] = (family, depth)
    order = list(families)
    places = {key: Place(order.index(family), depth) for key, (family, depth) in homes.items()}
    return Numbering(tuple(families.values()), places)


Found = tuple[tuple[str, str], int, Level]


def is_caption(style: WordStyle) -> bool:
    """True for captions: Word numbers them by a field, from which it makes lists of figures (17.16.5.56)."""
    return "caption" in {style.name.lower(), (style.based_on or "").lower()}


def _counted(style: WordStyle) -> Found | None:
    """A paragraph numbered by `::before { content: counter(a) "." counter(b) }`."""
    before = style.before
    if (
        style.kind != "paragraph"
        or is_caption(style)
        or before is None
        or style.computed is None
        or not isinstance(before["content"], tuple)
    ):
        return None
    counters = [value[0] for kind, value in before["content"] if kind == "counter()"]
    own = [name for name in counters if name in {*_incremented(style.computed), *_incremented(before)}]
    if not own:
        return None
    depth = counters.index(own[-1])
    text = _pattern(before["content"], [counters.index(name) for name in counters])
    width = twips(px(before["width"]))
    left, first = style.paragraph["ind.left"], style.paragraph["ind.first"]
    tab = left + first + width if width and isinstance(left, int) and isinstance(first, int) else None
    printed = text.rstrip(SPACES) if tab is not None or text.endswith(" ") else text
    forms = [value[1] for kind, value in before["content"] if kind == "counter()"]
    above = tuple((n, name, forms[n]) for n, name in enumerate(counters) if n != depth)
    mark, gap = _mark(before, style), printed != text
    form = FORMATS.get(forms[depth], "decimal")
    level = Level(form, printed, own[-1], style, mark, tab, gap=gap, above=above)
    return ("counter", counters[0]), depth, level


def _listed(style: WordStyle, counter_style: Any) -> Found | None:  # noqa: ANN401 - untyped
    """A list item."""
    if style.kind != "paragraph" or style.computed is None or "list-item" not in style.computed["display"]:
        return None
    depth = max(0, style.depth - 1)
    level = item_level(style, style.computed, style.marker, depth, counter_style)
    return None if level is None else (("list", style.name.rstrip(" 123456789")), depth, level)


def item_level(
    style: WordStyle,
    computed: Computed,
    marker: Computed | None,
    depth: int,
    counter_style: Any,  # noqa: ANN401
    value: int = 1,
) -> Level | None:
    """The level of a list item of that computed style, the one of that number; None when it has no marker."""
    kind = computed["list_style_type"]
    content = marker["content"] if marker is not None else None
    if isinstance(content, tuple):
        text = _pattern(content, [depth] * len(content)).rstrip(SPACES)
        form = next((v[-1] for k, v in content if k in {"counter()", "counters()"}), "decimal")
        form = FORMATS.get(form, "decimal") if "%" in text else "bullet"
    elif kind == "none":
        return None
    elif not isinstance(kind, str):
        form, text = "bullet", kind[1].rstrip(SPACES) if kind[0] == "string" else BULLETS["disc"]
    else:
        form, text = _named_kind(kind, depth, counter_style, value)
    run = _mark(marker, style) if marker is not None else {}
    return Level(form, text, "list-item", style, run)


def _named_kind(kind: str, depth: int, counter_style: Any, value: int) -> tuple[str, str]:  # noqa: ANN401 - untyped
    """The format and text of a predefined counter style, or of one made by `@counter-style`.

    Where Word cannot count that way, the text is the mark of this one item.
    """
    made = counter_style.get(kind) or {}
    form = _format(kind, counter_style)
    if form is None:
        if kind in BULLETS:
            return "bullet", BULLETS[kind]
        return "none", str(counter_style.render_marker(kind, value)).rstrip(SPACES)
    prefix, suffix = (_symbol(made.get(part), usual) for part, usual in (("prefix", ""), ("suffix", ". ")))
    return form, f"{prefix}%{depth + 1}{suffix.rstrip(SPACES)}"


def is_counted_by_word(kind: Any, counter_style: Any) -> bool:  # noqa: ANN401 - untyped
    """False for a `list-style-type` whose marks Word does not know: each item then carries its own."""
    if not isinstance(kind, str) or kind == "none" or kind in BULLETS:
        return True
    return _format(kind, counter_style) is not None


def _format(kind: str, counter_style: Any) -> str | None:  # noqa: ANN401 - untyped
    system = (counter_style.get(kind) or {}).get("system") or (None, None, None)
    return FORMATS.get(str(system[1]) if system[0] == "extends" else kind)


def _symbol(value: Any, usual: str) -> str:  # noqa: ANN401 - untyped
    if not value:
        return usual
    return value if isinstance(value, str) else str(value[1])


def _pattern(content: Sequence[tuple[str, Any]], depths: list[int]) -> str:
    """`w:lvlText` of a content list: `%1` stands for the number of the first level (17.9.11)."""
    text, counters = "", iter(depths)
    for kind, value in content:
        if kind == "counter()":
            text += f"%{next(counters) + 1}"
        elif kind == "counters()":
            text += value[1].join(f"%{level + 1}" for level in range(next(counters) + 1))
        elif kind == "string":
            text += value
    return text


def _mark(mark: Computed, style: WordStyle) -> Look:
    """How the number looks otherwise than the paragraph it stands at."""
    return minus(run_look(mark), style.run)


def _incremented(style: Computed) -> list[str]:
    changes = style["counter_increment"]
    if changes == "auto":
        return ["list-item"] if "list-item" in style["display"] else []
    return [name for name, step in changes if step]
