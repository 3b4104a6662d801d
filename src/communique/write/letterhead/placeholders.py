"""Placeholders: `{{ title }}` in a letterhead, found and filled though Word cut it into several runs."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from communique.diagnostics.codes import letterhead as codes
from communique.diagnostics.diagnostic import Code
from communique.diagnostics.nearest import did_you_mean
from communique.write.letterhead.package import Element, Package, W
from communique.write.letterhead.travel import text_parts

PLACEHOLDER = re.compile(r"\{\{([^{}]*)\}\}")
BODY = "body"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SHOWN = tuple(
    f"{W}{name}" for name in ("drawing", "pict", "object", "fldChar", "fldSimple", "sym", "footnoteReference")
)
"""What a paragraph without words may still show."""


class Fault(NamedTuple):
    """Something wrong with a placeholder: the kind of finding, where, what, and what to do."""

    code: Code
    where: str
    message: str
    advice: str


def words_of(paragraph: Element) -> str:
    """The words of a paragraph, without those of text boxes anchored in it."""
    return "".join(node.text or "" for node in _texts(paragraph))


def names_in(root: Element) -> frozenset[str]:
    """The placeholders of a part."""
    return frozenset(
        found.strip() for paragraph in root.iter(f"{W}p") for found in PLACEHOLDER.findall(words_of(paragraph))
    )


def fill(root: Element, values: Mapping[str, str]) -> None:
    """Put the values in; a paragraph of nothing but what is unknown leaves no gap."""
    for paragraph in list(root.iter(f"{W}p")):
        nodes = _texts(paragraph)
        words = "".join(node.text or "" for node in nodes)
        found = [match for match in PLACEHOLDER.finditer(words) if match[1].strip() in values]
        for match in reversed(found):
            _put(nodes, match.start(), match.end(), values[match[1].strip()])
        if found and not words_of(paragraph).strip():
            _take_away(paragraph)


def faults(package: Package, known: frozenset[str]) -> Iterator[Fault]:
    """Every placeholder that is unknown, unfinished or misplaced, by part and paragraph."""
    bodies = 0
    for part in text_parts(package):
        for number, paragraph in enumerate(package.tree(part).iter(f"{W}p"), start=1):
            where = f"{spoken(part)}, paragraph {number}"
            words = words_of(paragraph)
            for name in (match.strip() for match in PLACEHOLDER.findall(words)):
                if name == BODY:
                    bodies += 1
                    if part != package.main or place_of(paragraph) is None:
                        message = "{{ body }} cannot stand here: " + _why(paragraph, words)
                        yield Fault(codes.MISPLACED_BODY, where, message, f"write {codes.MISPLACED_BODY.right}")
                elif name not in known:
                    advice = did_you_mean(name, known | {BODY}) or f"known: {', '.join(sorted(known | {BODY}))}"
                    yield Fault(codes.UNKNOWN_PLACEHOLDER, where, f'there is no placeholder "{name}"', advice)
            if "{{" in PLACEHOLDER.sub("", words) or "}}" in PLACEHOLDER.sub("", words):
                message = f'the placeholder in "{words.strip()[:60]}" is not complete'
                yield Fault(codes.UNKNOWN_PLACEHOLDER, where, message, "write it as {{ title }}, in one paragraph")
    if bodies > 1:
        message = f"{{{{ body }}}} stands there {bodies} times"
        yield Fault(codes.MISPLACED_BODY, spoken(package.main), message, "leave one of them")


def place_of(paragraph: Element) -> Element | None:
    """The child of `w:body` that a `{{ body }}` stands for: its paragraph or content control; None elsewhere."""
    found = PLACEHOLDER.fullmatch(words_of(paragraph).strip())
    if found is None or found[1].strip() != BODY:
        return None
    block = paragraph
    while block.getparent().tag in {f"{W}sdtContent", f"{W}sdt"}:
        block = block.getparent()
    alone = block is paragraph or len(list(block.iter(f"{W}p"))) == 1
    return block if block.getparent().tag == f"{W}body" and alone else None


def spoken(part: str) -> str:
    """A part as a person calls it."""
    file = part.rpartition("/")[2]
    for kind, said in (("header", "page header"), ("footer", "page footer"), ("footnotes", "footnotes")):
        if file.startswith(kind):
            return f"{said} ({file})"
    return f"text ({file})"


def _texts(paragraph: Element) -> list[Element]:
    """The `w:t` of a paragraph itself."""
    return [node for node in paragraph.iter(f"{W}t") if next(node.iterancestors(f"{W}p"), None) is paragraph]


def _put(nodes: list[Element], start: int, end: int, value: str) -> None:
    """Replace a stretch of the words, in the run where it begins."""
    at = 0
    for node in nodes:
        text = node.text or ""
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            node.text = text[:first] + (value if at <= start < at + len(text) else "") + text[last:]
            node.set(SPACE, "preserve")
        at += len(text)


def _take_away(paragraph: Element) -> None:
    """Remove an empty paragraph, where its container can do without; one that carries something stays."""
    parent = paragraph.getparent()
    following = paragraph.getnext()
    shows = next(paragraph.iter(*SHOWN, f"{W}sectPr"), None) is not None
    others = [one for one in parent if one.tag in {f"{W}p", f"{W}tbl"} and one is not paragraph]
    last_of_cell = (
        parent.tag == f"{W}tc"
        and (following is None or following.tag != f"{W}p")
        and (paragraph.getprevious() is None or paragraph.getprevious().tag != f"{W}p")
    )
    if not shows and others and not last_of_cell:
        parent.remove(paragraph)


def _why(paragraph: Element, words: str) -> str:
    """What is in the way of a body."""
    around = {ancestor.tag.rpartition("}")[2] for ancestor in paragraph.iterancestors()}
    for tag, said in (
        ("tbl", "in a table"),
        ("txbxContent", "in a text box"),
        ("hdr", "in a header"),
        ("ftr", "in a footer"),
    ):
        if tag in around:
            return f"it stands {said}"
    return "it is not alone in its paragraph" if PLACEHOLDER.sub("", words).strip() else "other text shares its place"
