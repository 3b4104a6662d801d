"""Compiling: the computed styles of probes into Word styles, each as its difference from its base."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.diagnostics.codes.word import UNREACHED_STYLE
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Source
from communique.write.style.boxes import NO_BOX, box_look, is_box
from communique.write.style.lengths import px, twips, written_px
from communique.write.style.look import TOGGLES, Look, LookValue, minus
from communique.write.style.note_styles import NOTE_SEPARATOR, footnote_reference, note_separator
from communique.write.style.paragraph_look import AVOID, OF_WORD, inset_of, outline, paragraph_look, tab_stops
from communique.write.style.probes import Probe, probe_page, probes
from communique.write.style.run_look import painted_through, run_look
from communique.write.style.table_look import cell_padding, table_look
from communique.write.style.word_style import Quick, StyleKind, WordStyle
from communique.write.weasyprint_private.cascade import Cascade, Computed, Element, PagePlace

USUAL_BASE = {
    "p": "Body Text",
    "li": "List Bullet",
    "td": "Table Text",
    "th": "Table Heading",
    "figcaption": "caption",
    **{f"h{level}": f"heading {level}" for level in range(1, 7)},
}
"""The style that the bare tag would have: what a style with a class on that tag is based on."""

OF_NORMAL = ("jc", "bidi", "line", "lineRule", "suppressAutoHyphens", "widowControl")
"""What the style of `body` says of all paragraphs; the rest does not inherit."""

EVERY_LANGUAGE = {"lang.val": "en-GB", "lang.eastAsia": "zh-CN", "lang.bidi": "ar-SA"}

BULLET_GAP, NUMBER_GAP = 0.9, 1.4
"""Width of a marker with its gap, in font sizes, when `--docx-marker-width` does not say it."""

USUAL_TABS = {"toc ": "right 100%", "header": "center 50%, right 100%", "footer": "center 50%, right 100%"}
"""The tab stops of styles that Word itself gives some."""

RULE_LINE = 40
"""Twips: the line of an empty paragraph that only carries its border, for `<hr>`."""


class Compiler:
    """One run: the probes of a theme under its cascade, for one language and direction."""

    def __init__(self, theme: Sequence[Source], defaults: Source, language: str, direction: str) -> None:
        self._probes = probes(theme, defaults)
        css = "\n".join(source.text for source in (defaults, *theme))
        self.cascade = Cascade(probe_page(self._probes, language, direction), css)
        marked = {element.get("data-probe"): element for element in self.cascade.root.iter()}
        self._paragraph = marked["paragraph"]
        self._elements: dict[str, tuple[str, Element]] = {}
        self._usual: set[Element] = set()
        self._missed: list[Probe] = []
        for number, probe in enumerate(self._probes):
            element = marked.get(str(number))
            if element is not None and self._is_named(element, probe.name):
                known = self._elements.setdefault(probe.name.lower(), (probe.name, element))
                self._usual |= {element} if probe.by_default and known[1] is element else set()
            elif not probe.by_default:
                self._missed.append(probe)
        page = self.cascade.page(PagePlace()).style
        self._measure = px(page["size"][0]) - px(page["margin_left"]) - px(page["margin_right"])
        self._done: dict[str, WordStyle] = {"normal": self._normal()}

    @property
    def body(self) -> Computed:
        """The computed style of the body."""
        return self.cascade.style(self.cascade.ancestors(self._paragraph).__next__())

    def styles(self) -> dict[str, WordStyle]:
        """Every style by lower-case name."""
        for key in self._elements:
            self._compiled(key)
        normal, note = self._done["normal"], self._elements.get("footnote text")
        call = self.cascade.pseudo(note[1], "footnote-call") if note else None
        self._done.setdefault("footnote reference", footnote_reference(call, normal))
        self._done.setdefault(NOTE_SEPARATOR.lower(), note_separator(self.cascade, normal))
        for key, (_, element) in self._elements.items():
            if self.cascade.style(element)["position"][0] == "running()":
                self._link(key)
        return dict(self._done)

    def findings(self) -> tuple[Diagnostic, ...]:
        """The styles that no made-up element could be given."""
        return tuple(
            UNREACHED_STYLE.at(
                probe.span,
                f'no element fits this rule outside a document, so the Word style "{probe.name}" is not made',
                help="name the style in a rule of tags, classes and ancestors only",
            )
            for probe in self._missed
            if probe.name.lower() not in self._done
        )

    def _is_named(self, element: Element, name: str) -> bool:
        return (self.cascade.own(element, "--docx-style") or "").lower() == name.lower()

    def _normal(self) -> WordStyle:
        body = self.body
        said = paragraph_look(body, box=NO_BOX)
        own = minus({name: said[name] for name in OF_NORMAL}, OF_WORD)
        run = {**EVERY_LANGUAGE, **run_look(body)}
        return WordStyle("Normal", "paragraph", {**OF_WORD, **own}, run, own, run, priority=0, computed=body)

    def _compiled(self, key: str, within: tuple[str, ...] = ()) -> WordStyle:
        """The style of that name, its base compiled before it."""
        if key in self._done:
            return self._done[key]
        if key not in self._elements or key in within:
            return self._done["normal"]
        name, element = self._elements[key]
        make = {"table": self._table, "character": self._character, "paragraph": self._paragraph_style}
        style = make[self._kind(element)](name, element, (*within, key))
        self._done[key] = style
        return style

    def _kind(self, element: Element) -> StyleKind:
        style = self.cascade.style(element)
        if element.tag == "table":
            return "table"
        inline = style["display"][0] == "inline" and style["float"] != "footnote"
        return "character" if inline and self.cascade.own(element, "--docx-type") != "paragraph" else "paragraph"

    def _table(self, name: str, element: Element, _: tuple[str, ...]) -> WordStyle:
        return WordStyle(
            name, "table", table=table_look(self.cascade, element), quick=self._quick(element), priority=40
        )

    def _character(self, name: str, element: Element, _: tuple[str, ...]) -> WordStyle:
        style, around = self.cascade.style(element), self.cascade.style(next(self.cascade.ancestors(element)))
        painted = painted_through(style, {}, around["font_size"])
        own = minus(run_look(style, painted), run_look(around))
        own = {key: value for key, value in own.items() if not key.startswith("lang")}
        return WordStyle(name, "character", own_run=own, priority=30, quick=self._quick(element))

    def _paragraph_style(self, name: str, element: Element, within: tuple[str, ...]) -> WordStyle:
        around = self.cascade.parent(element)
        ordered = element.tag == "li" and around is not None and around.tag == "ol"
        usual = "List Number" if ordered else USUAL_BASE.get(element.tag, "Normal")
        based_on = self.cascade.own(element, "--docx-based-on") or usual
        base = self._compiled(based_on.lower() if based_on.lower() != name.lower() else "normal", within)
        look = self._look(element)
        run = {**base.run, **run_look(self.cascade.style(element))}
        return WordStyle(
            name,
            "paragraph",
            look,
            run,
            minus(look, base.paragraph),
            minus(run, base.run),
            based_on=base.name,
            next=self.cascade.own(element, "--docx-next"),
            priority=self._priority(name, element),
            quick=self._quick(element, name),
            computed=self.cascade.style(element),
            before=self.cascade.pseudo(element, "before"),
            marker=self.cascade.pseudo(element, "marker"),
            depth=sum(around.tag in {"ul", "ol"} for around in self.cascade.ancestors(element)),
        )

    def _look(self, element: Element) -> dict[str, LookValue]:
        """The look of a probe as a paragraph."""
        style = self.cascade.style(element)
        in_cell = element.tag in {"td", "th"}
        rule = self.cascade.inherited(element, "--docx-line") or "auto"
        box = NO_BOX if in_cell else self._box_around(element)
        look = paragraph_look(style, inset_of(self.cascade, element), box, rule)
        around = () if in_cell else self._blocks_around(element)
        if any(self.cascade.style(block)["break_inside"] in AVOID for block in around):
            look["keepLines"] = 1
        if in_cell:
            look.update(in_cell_look(self.cascade, element, self._cell_margins(element)))
        if "list-item" in style["display"]:
            look["ind.first"] = -self._marker_width(element)
        if element.tag == "hr":
            look.update(rule_look(look))
        look["outlineLvl"] = outline(self.cascade, element, look)
        name = (self.cascade.own(element, "--docx-style") or "").lower()
        if stops := self.cascade.own(element, "--docx-tabs") or USUAL_TABS.get(name.rstrip("123456789")):
            look["tabs"] = tab_stops(stops, self._measure)
        return look

    def _box_around(self, element: Element) -> Look | None:
        """The box that a block around the probe draws about it, unless it draws its own."""
        if is_box(self.cascade.style(element)):
            return None
        boxes = (self.cascade.style(around) for around in self._blocks_around(element))
        box = next((style for style in boxes if is_box(style)), None)
        return box and box_look(box)

    def _blocks_around(self, element: Element) -> Iterator[Element]:
        return (e for e in self.cascade.ancestors(element) if e.tag not in {"body", "html"})

    def _cell_margins(self, element: Element) -> dict[str, int]:
        """The cell margins of the table style that the cell of a probe stands in."""
        table = next(e for e in self.cascade.ancestors(element) if e.tag == "table")
        named = self._elements.get((self.cascade.own(table, "--docx-style") or "").lower())
        if named is None or named[1].tag != "table":
            return cell_padding(self.cascade, element)
        rows = list(named[1].iter("tr"))
        return cell_padding(self.cascade, list(rows[2])[1])

    def _marker_width(self, element: Element) -> int:
        """Twips that a list marker hangs out."""
        style = self.cascade.style(element)
        kind = style["list_style_type"]
        if kind == "none":
            return 0
        if width := self.cascade.own(element, "--docx-marker-width"):
            return twips(written_px(width))
        bullet = kind in {"disc", "circle", "square"} or not isinstance(kind, str)
        return twips(style["font_size"] * (BULLET_GAP if bullet else NUMBER_GAP))

    def _priority(self, name: str, element: Element) -> int:
        said = self.cascade.own(element, "--docx-priority")
        usual = {"heading": 9, "toc": 39, "header": 99, "footer": 99, "footnote": 99}
        return int(said) if said and said.isdigit() else usual.get(name.split(" ", maxsplit=1)[0], 20)

    def _quick(self, element: Element, name: str = "") -> Quick:
        said = self.cascade.own(element, "--docx-quick")
        if said == "hidden" and element in self._usual:
            return "hidden"
        return "none" if said == "none" or name.startswith(("toc ", "header", "footer", "footnote")) else "shown"

    def _link(self, key: str) -> None:
        """Give a style of headers and footers its character half: two of them may share a line.

        The half says all in which its style differs from plain text or from that of the line.
        """
        style = self._done[key]
        lines = [self._done[name].run for name in ("normal", "header", "footer") if name in self._done]
        own = {
            name: value
            for name, value in style.run.items()
            if not name.startswith("lang") and any(line[name] != value for line in lines)
        }
        own = {name: value for name, value in own.items() if value or name not in TOGGLES}
        half = f"{style.name[0].upper()}{style.name[1:]} Char"
        self._done[key] = replace(style, link=half)
        self._done[half.lower()] = WordStyle(
            half, "character", own_run=own, priority=99, quick="hidden", link=style.name
        )


def in_cell_look(cascade: Cascade, cell: Element, margins: dict[str, int]) -> dict[str, LookValue]:
    """What a paragraph takes over from its cell: padding beyond the cell margins of the table style."""
    padding = cell_padding(cascade, cell)
    start, end = ("right", "left") if cascade.style(cell)["direction"] == "rtl" else ("left", "right")
    return {
        "ind.left": max(0, padding[start] - margins[start]),
        "ind.right": max(0, padding[end] - margins[end]),
        "before": 0,
        "after": 0,
        **NO_BOX,
    }


def rule_look(look: Look) -> dict[str, LookValue]:
    """A horizontal rule: an empty paragraph with one border, as Word's own are."""
    top = look["border.top"] or look["border.bottom"]
    return {**NO_BOX, "border.bottom": top, "line": RULE_LINE, "lineRule": "exact"}
