"""The words of a Word part: what the page shows, and what lies hidden between it.

Visible are texts, fields' cached results, text boxes and notes; hidden are deleted and vanished words,
comments, field codes, and names that people gave.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from communique.guard.reading import Hidden, Piece, Stands, Voice

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

Element: TypeAlias = Any
"""An lxml element."""

SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
    f"{W}ptab": "\t",
}
DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
CHANGES = frozenset({f"{W}rPrChange", f"{W}pPrChange", f"{W}sectPrChange", f"{W}tblPrChange", f"{W}numberingChange"})
APART = frozenset({f"{W}p", FALLBACK})
"""A paragraph in a text box is read by itself; a fallback says again what was said before."""


@dataclass
class Part:
    """One part as it is read: where it stands, whose notes it may call, which styles hide their words."""

    where: str
    stands: Stands = Stands.FLOW
    vanishing: frozenset[str] = frozenset()
    visible: list[Piece] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)


def read_part(root: Element, part: Part) -> None:
    """Read the paragraphs of a part in order."""
    for number, paragraph in enumerate(root.iter(f"{W}p"), start=1):
        if not _inside(paragraph, FALLBACK):
            _Paragraph(part, paragraph, number).read()


def _inside(element: Element, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


class _Paragraph:
    """Gathers the text of one paragraph; what is between two fields, tabs or notes is one piece."""

    def __init__(self, part: Part, paragraph: Element, number: int) -> None:
        self.part, self.paragraph, self.number = part, paragraph, number
        self.text: list[str] = []
        self.gone: list[str] = []
        self.fields: list[list[str]] = []
        self.result = False
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        self.vanished = style is not None and style.get(f"{W}val") in part.vanishing

    def read(self) -> None:
        """The pieces of the paragraph, into the part."""
        self._children(self.paragraph)
        self._cut()
        if self.gone:
            self._hide("hidden text", "".join(self.gone))

    def _children(self, element: Element) -> None:
        for child in element:
            tag = child.tag
            if tag in DELETED:
                words = "".join(child.itertext(f"{W}delText", f"{W}t"))
                self._hide(f"tracked deletion{_by(child)}", words)
            elif tag in INSERTED:
                self._hide(f"tracked insertion{_by(child)}", "".join(child.itertext(f"{W}t")))
                self._children(child)
            elif tag == f"{W}r":
                self._run(child)
            elif tag == f"{W}fldSimple":
                self._simple_field(child)
            elif tag == f"{M}oMath":
                self.text += child.itertext(f"{M}t")
            elif tag == f"{W}pPr":
                self._changes(child)
            elif isinstance(tag, str) and tag not in APART:
                self._children(child)

    def _run(self, run: Element) -> None:
        if (looks := run.find(f"{W}rPr")) is not None:
            self._changes(looks)
        into = self.gone if self._is_vanished(run) else self.text
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                into.append(child.text or "")
            elif tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType"))
            elif tag == f"{W}instrText" and self.fields:
                self.fields[-1].append(child.text or "")
            elif tag in SIGNS:
                into.append(SIGNS[tag])
                if tag in {f"{W}tab", f"{W}ptab"}:
                    self._cut()
            elif tag == f"{W}sym":
                into.append(_symbol(child))
            elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                self._cut()
            elif tag == f"{W}delText":
                self._hide("deleted text", child.text or "")

    def _changes(self, looks: Element) -> None:
        """Changes of looks, and of the mark that ends a paragraph."""
        for one in looks.iter(*CHANGES, *DELETED, *INSERTED):
            self._hide(f"tracked change of looks{_by(one)}", "formatting", Voice.MACHINE)

    def _is_vanished(self, run: Element) -> bool:
        looks = run.find(f"{W}rPr")
        if looks is None:
            return self.vanished
        for name in ("vanish", "specVanish"):
            if (switch := looks.find(f"{W}{name}")) is not None:
                return switch.get(f"{W}val", "1") not in {"0", "false", "off"}
        style = looks.find(f"{W}rStyle")
        return self.vanished or (style is not None and style.get(f"{W}val") in self.part.vanishing)

    def _field(self, kind: str | None) -> None:
        """A field begins, turns to its result, or ends; each part of it is a piece of its own."""
        self._cut()
        if kind == "begin":
            self.fields.append([])
        elif kind in {"separate", "end"} and self.fields:
            code = "".join(self.fields[-1]).strip()
            if kind == "separate" or self.fields[-1]:
                self._hide("field code", code, Voice.MACHINE)
            self.fields[-1] = []
            if kind == "end":
                self.fields.pop()

    def _simple_field(self, element: Element) -> None:
        self._cut()
        self._hide("field code", element.get(f"{W}instr") or "", Voice.MACHINE)
        self._children(element)
        self._cut()

    def _cut(self) -> None:
        text = "".join(self.text)
        if text.strip():
            self.part.visible.append(Piece(text, self.part.where, self.part.stands, whole=True, paragraph=self.number))
        self.text = []

    def _hide(self, what: str, text: str, voice: Voice = Voice.PROSE) -> None:
        if text.strip():
            self.part.hidden.append(Hidden(what, self.part.where, text, voice, self.number))


def _symbol(element: Element) -> str:
    """A character of a symbol font, which stands in the private area (ECMA-376-1, 17.3.3.30)."""
    try:
        code = int(element.get(f"{W}char") or "", 16)
    except ValueError:
        return "\ufffd"
    return chr(code) if code < 0x110000 else "\ufffd"


def _by(element: Element) -> str:
    author = element.get(f"{W}author")
    return f" by {author}" if author else ""


def vanishing_styles(styles: Element) -> frozenset[str]:
    """The styles whose words are not shown, by their identifiers, with those based on them."""
    named = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    return frozenset(name for name, style in named.items() if name and any(map(_vanishes, _line_of(style, named))))


def _line_of(style: Element, named: dict[str | None, Element]) -> Iterator[Element]:
    seen: set[int] = set()
    current: Element | None = style
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        based = current.find(f"{W}basedOn")
        current = named.get(based.get(f"{W}val")) if based is not None else None


def _vanishes(style: Element) -> bool:
    switch = style.find(f"{W}rPr/{W}vanish")
    return switch is not None and switch.get(f"{W}val", "1") not in {"0", "false", "off"}
