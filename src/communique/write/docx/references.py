"""References: the page, the number or the words of another place, kept up to date by Word (ECMA-376-1, 17.16.5)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from communique.write.docx.captions import has_numbered_caption
from communique.write.docx.fields import field
from communique.write.docx.manuscript import Manuscript
from communique.write.docx.xml import text, w
from communique.write.style.numbering import SPACES, is_counted_by_word
from communique.write.weasyprint_private.cascade import Element

NUMBER = "number"
"""The kind of what `joined` makes of counters of one target and the signs between them."""

Content = tuple[str, Any]
"""A part of a content list, as WeasyPrint keeps it."""


def joined(content: Sequence[Content]) -> Iterator[Content]:
    """The list with the counters of one target joined: what CSS says in parts is one number in Word."""
    parts = list(content)
    while parts:
        end = _end_of_number(parts)
        yield (NUMBER, tuple(parts[:end])) if end else parts[0]
        del parts[: end or 1]


def reference(kind: str, value: Any, element: Element, manuscript: Manuscript, properties: str) -> str:  # noqa: ANN401
    """PAGEREF for the page of a target, REF for its number or its words; nothing of a target that is not there."""
    ident = _ident(value[0][1][0] if kind == NUMBER else value[0], element)
    name = manuscript.anchors.name(ident)
    if name is None:
        return ""
    if kind == NUMBER:
        return _number(ident, name, value, manuscript, properties)
    if kind == "target-text()":
        return field(f"REF {name} \\h", manuscript.targets.words(ident), properties)
    return field(f"PAGEREF {name} \\h", str(manuscript.facts.page_of.get(ident, 1)), properties)


def _end_of_number(parts: Sequence[Content]) -> int:
    """How many parts at the beginning are the number of one target."""
    end = 0
    for place, (kind, value) in enumerate(parts):
        if kind == "target-counter()" and value[1] != "page" and value[0] == parts[0][1][0]:
            end = place + 1
        elif kind != "string" or not end:
            break
    return end


def _ident(target: Any, element: Element) -> str:  # noqa: ANN401 - WeasyPrint ships no types
    said = element.get(target[1][0]) if target[0] == "attr()" else target[1]
    return str(said or "").partition("#")[2]


def _number(ident: str, name: str, parts: Sequence[Content], manuscript: Manuscript, properties: str) -> str:
    """REF to a number that Word gives; the number in plain words where Word would give another one."""
    target, counted = manuscript.targets.element(ident), manuscript.targets.counters(ident)
    shown = "".join(_shown(part, counted, manuscript) for part in parts)
    if target is not None and has_numbered_caption(target, manuscript):
        return field(f"REF {manuscript.anchors.number_name(ident)} \\h", shown, properties)
    if target is not None and shown == _printed_number(target, counted, manuscript):
        return field(f"REF {name} \\r \\h", shown, properties)
    return w("r", properties + text(shown))


def _shown(part: Content, counted: Mapping[str, int], manuscript: Manuscript) -> str:
    kind, value = part
    if kind == "string":
        return str(value)
    _, counter, form = value if kind == "target-counter()" else ("", *value)
    return str(manuscript.cascade.counter_style.render_value(counted.get(counter, 0), form))


def _printed_number(target: Element, counted: Mapping[str, int], manuscript: Manuscript) -> str:
    """What Word prints for the number of a paragraph when it refers to it: no periods at its end."""
    style, cascade = manuscript.named(target), manuscript.cascade
    home = None if style is None else manuscript.book.numbering.place(style)
    if home is None:
        return ""
    level = manuscript.book.numbering.definitions[home.definition][home.level]
    if level.counter == "list-item":
        kind = cascade.style(target)["list_style_type"]
        if not isinstance(kind, str) or kind == "none" or not is_counted_by_word(kind, cascade.counter_style):
            return ""
        number = str(cascade.counter_style.render_marker(kind, counted.get("list-item", 0)))
    else:
        before = cascade.pseudo(target, "before")
        content = before["content"] if before is not None and isinstance(before["content"], tuple) else ()
        number = "".join(_shown(part, counted, manuscript) for part in content if part[0] in {"string", "counter()"})
    return number.rstrip(SPACES).rstrip(".")
