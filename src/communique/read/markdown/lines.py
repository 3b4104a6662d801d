"""A line's tokens to inline nodes, each with its place."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from communique.diagnostics.codes import markup as codes
from communique.diagnostics.codes.read import TOO_DEEP
from communique.diagnostics.nearest import did_you_mean
from communique.model.inline import Code, Emphasis, FactUse, Inline, LineBreak, Link, Note, Strong, Text
from communique.read.markdown import notes
from communique.read.markdown.columns import Stretch
from communique.read.markdown.leftovers import ESCAPED, leftovers, leftovers_in_code
from communique.read.markdown.marks import marked
from communique.read.markdown.parser import Tree, parse_line
from communique.read.markdown.pictures import picture
from communique.read.markdown.reading import DEEPEST, Reading, Reference

MOST_BRACKETS = 5000
WEB = ("http://", "https://", "mailto:")


def read_line(reading: Reading, line: Stretch) -> tuple[Inline, ...]:
    """The words and marks of one line or paragraph."""
    if line.text.count("[") > MOST_BRACKETS:
        message = f"more than {MOST_BRACKETS} brackets stand in one paragraph"
        reading.found.append(TOO_DEEP.at(line.span(0, 1), message, "no paragraph needs them"))
        return ()
    return _Line(reading, line).nodes(parse_line(line.text), 1)


@dataclass(slots=True)
class _Words:
    """Text that stands together, and what of it was typed without a backslash."""

    text: str = ""
    probe: str = ""
    starts: list[tuple[int, int, int]] = field(default_factory=list)  # in the text, in the line, end in the line

    def add(self, token: Tree) -> None:
        """One more piece."""
        start, end = token.token.meta["at"]
        content = token.token.content
        literal = token.token.type == "text"
        self.starts.append((len(self.text), start, end))
        self.text += content
        self.probe += content if literal else ESCAPED * len(content)

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Where a part of the text stands in the line."""
        return self._at(start), self._at(end - 1) + 1

    def _at(self, offset: int) -> int:
        begin, there, stop = next(piece for piece in reversed(self.starts) if piece[0] <= offset)
        return min(there + offset - begin, stop - 1)


class _Line:
    """One line being read."""

    def __init__(self, reading: Reading, line: Stretch) -> None:
        self.reading, self.line = reading, line
        self.too_deep = False

    def nodes(self, trees: Iterable[Tree], depth: int) -> tuple[Inline, ...]:
        """The nodes of a run of tokens; text that stands together is one node."""
        if depth > DEEPEST:
            return self._refuse_depth(trees)
        return tuple(self._nodes(trees, depth))

    def _nodes(self, trees: Iterable[Tree], depth: int) -> Iterator[Inline]:
        words = _Words()
        for tree in trees:
            if tree.token.type in {"text", "text_special"}:
                if tree.token.content:
                    words.add(tree)
                continue
            yield from self._text(words)
            words = _Words()
            yield from NODES[tree.name](self, tree, depth)
        yield from self._text(words)

    def _refuse_depth(self, trees: Iterable[Tree]) -> tuple[Inline, ...]:
        first = next(iter(trees), None)
        if first and not self.too_deep:
            place = self.line.span(*first.token.meta["at"])
            self.reading.found.append(
                TOO_DEEP.at(place, f"marks are nested more than {DEEPEST} deep", "take some away")
            )
        self.too_deep = True
        return ()

    def _text(self, words: _Words) -> Iterator[Inline]:
        if not words.text:
            return
        start, end = words.starts[0][1], words.starts[-1][2]
        for left in leftovers(words.probe, line_start=start == 0 or self.line.text[start - 1] == "\n"):
            place = self.line.span(*words.stretch(left.start, left.end))
            self.reading.found.append(left.code.at(place, left.suspect.message, left.suspect.advice))
        yield Text(words.text, self.line.span(start, end))

    def code(self, tree: Tree, _depth: int) -> Iterator[Inline]:
        """Words between backticks."""
        start, end = tree.token.meta["at"]
        typed = self.line.text[start:end]
        for left in leftovers_in_code(typed):
            place = self.line.span(start + left.start, start + left.end)
            self.reading.found.append(left.code.at(place, left.suspect.message, left.suspect.advice))
        yield Code(tree.token.content, self.line.span(start, end))

    def soft_break(self, tree: Tree, _depth: int) -> Iterator[Inline]:
        """The end of a line inside a paragraph: a space."""
        start, _ = tree.token.meta["at"]
        yield Text(" ", self.line.span(start, start + 1))

    def hard_break(self, tree: Tree, _depth: int) -> Iterator[Inline]:
        """A break set by hand."""
        start, _ = tree.token.meta["at"]
        yield LineBreak(self.line.span(start, start + 1))

    def emphasis(self, tree: Tree, depth: int) -> Iterator[Inline]:
        """`*words*`."""
        start, end = tree.token.meta["at"][0], self._end(tree, 1)
        yield Emphasis(self.nodes(tree.children, depth + 1), self.line.span(start, end))

    def strong(self, tree: Tree, depth: int) -> Iterator[Inline]:
        """`**words**`: the token stands at the inner one of the two signs."""
        start, end = tree.token.meta["at"][0] - 1, self._end(tree, 2)
        yield Strong(self.nodes(tree.children, depth + 1), self.line.span(start, end))

    def _end(self, tree: Tree, signs: int) -> int:
        """Where emphasis ends: behind what it encloses and its closing signs."""
        last = tree.children[-1] if tree.children else None
        if last is None:
            return int(tree.token.meta["at"][1])
        inner = {"em": 1, "strong": 2}.get(last.name)
        return signs + (self._end(last, inner) if inner else int(last.token.meta["at"][1]))

    def link(self, tree: Tree, depth: int) -> Iterator[Inline]:
        """`[words](address)`."""
        span = self.line.span(*tree.token.meta["at"])
        address = str(tree.token.attrs.get("href", ""))
        children = self.nodes(tree.children, depth + 1)
        if address.startswith("#") and len(address) > 1:
            self.reading.references.append(Reference(address[1:], span, self.reading.audience))
        elif not address.startswith(WEB):
            message = f"a link leads to {address}, which is no web page" if address else "a link leads nowhere"
            self.reading.found.append(codes.BAD_ADDRESS.at(span, message, "write https://..., mailto:... or #id"))
        if "title" in tree.token.attrs:
            self.reading.found.append(codes.BAD_ADDRESS.at(span, "a link has a title", "take it away"))
        if not children:
            self.reading.found.append(codes.BAD_ADDRESS.at(span, "a link has no words", "write [words](address)"))
        yield Link(children, address, span)

    def fact(self, tree: Tree, _depth: int) -> Iterator[Inline]:
        """`{{ name }}`."""
        span, name = self.line.span(*tree.token.meta["at"]), str(tree.token.meta["name"])
        if name not in self.reading.facts:
            advice = did_you_mean(name, self.reading.facts) or f"give it under facts: {name}: ..."
            self.reading.found.append(codes.UNDEFINED_FACT.at(span, f'the fact "{name}" is nowhere given', advice))
            return
        yield FactUse(name, self.reading.facts[name].value, span)

    def broken_lookup(self, tree: Tree, _depth: int) -> Iterator[Inline]:
        """Double braces that hold no name."""
        place = self.line.span(*tree.token.meta["at"])
        message, advice = "double braces hold the name of a fact and nothing else", r"write {{ name }}, or \{\{"
        self.reading.found.append(codes.MALFORMED_LOOKUP.at(place, message, advice))
        yield from ()

    def template_code(self, tree: Tree, _depth: int) -> Iterator[Inline]:
        """Code of a template, which no content may hold."""
        place = self.line.span(*tree.token.meta["at"])
        message, advice = "code of a template stands in the text", r"take it away, or write the braces as \{ and \}"
        self.reading.found.append(codes.TEMPLATE_CODE.at(place, message, advice))
        yield from ()

    def picture(self, tree: Tree, _depth: int) -> Iterator[Inline]:
        """`![what it shows](file)`."""
        yield from picture(self.reading, self.line, tree)

    def span(self, tree: Tree, depth: int) -> Iterator[Inline]:
        """`[words]{attributes}`."""
        children = self.nodes(tree.children, depth + 1)
        yield from marked(self.reading, self.line, tree, children)

    def note(self, tree: Tree, _depth: int) -> Iterator[Inline]:
        """`[^label]`, with the whole note in its place."""
        span = self.line.span(*tree.token.meta["at"])
        label = str(tree.token.meta["label"])
        definition = self.reading.called(label, span)
        if definition:
            yield Note(label, notes.paragraphs(self.reading, definition, read_line), span)


NODES: dict[str, Callable[[_Line, Tree, int], Iterator[Inline]]] = {
    "code_inline": _Line.code,
    "softbreak": _Line.soft_break,
    "hardbreak": _Line.hard_break,
    "em": _Line.emphasis,
    "strong": _Line.strong,
    "link": _Line.link,
    "fact": _Line.fact,
    "broken_lookup": _Line.broken_lookup,
    "template_code": _Line.template_code,
    "image": _Line.picture,
    "span": _Line.span,
    "note": _Line.note,
}
