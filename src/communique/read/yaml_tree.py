"""YAML 1.2 with the place of every key and value, and without its machinery.

Why a tree of our own: what a fact is worth is the text as it was typed (`1.10`, `1,000`), and each
complaint needs the place of its key or value. Bounds: no anchor, alias or tag at all, so nothing can
multiply; at most 20 levels and 60 000 characters.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from communique.diagnostics.codes import read as codes
from communique.diagnostics.diagnostic import Diagnostic, Related
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source, Span

DEEPEST = 20
LARGEST = 60_000
NOTHING = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, as typed."""

    value: object
    span: Span
    plain: bool = False

    @property
    def is_nothing(self) -> bool:
        """True for a key without a value."""
        return self.plain and self.value in NOTHING


@dataclass(frozen=True, slots=True)
class Sequence:
    """Values in order."""

    items: tuple["Node", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Values by key, each key once."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    span: Span

    def key(self, name: object) -> Scalar | None:
        """The key of that name, with its place."""
        return next((key for key, _ in self.entries if key.value == name), None)

    def get(self, name: object) -> "Node | None":
        """The value under a key."""
        return next((value for key, value in self.entries if key.value == name), None)


Node = Scalar | Sequence | Mapping


def values(node: Node) -> object:
    """The tree without its places."""
    match node:
        case Mapping():
            return {key.value: values(value) for key, value in node.entries}
        case Sequence():
            return [values(item) for item in node.items]
        case Scalar():
            return node.value


def parse_mapping(source: Source, start: int = 0, end: int | None = None) -> Mapping:
    """The keys and values of a stretch of a file; none for an empty one. Refused, with every reason."""
    tree = _Tree(source, start)
    text = source.text[start:end]
    if len(text) > LARGEST:
        message = f"more than {LARGEST:,} characters of keys and values stand here".replace(",", " ")
        raise Refused(codes.OVERSIZED_FILE.at(source.span(start, start), message, "no meeting has so many"))
    try:
        root = tree.root(iter(YAML(typ="rt", pure=True).parse(text)))
    except MarkedYAMLError as error:
        raise Refused(_syntax(error, source, start)) from None
    except YAMLError as error:
        place = source.span(start, start)
        raise Refused(codes.YAML_SYNTAX.at(place, f"this is not YAML: {str(error).splitlines()[0]}")) from None
    if isinstance(root, Scalar) and root.is_nothing:
        root = None
    if root is not None and not isinstance(root, Mapping):
        message = "keys with values are expected here"
        raise Refused(codes.BAD_VALUE.at(root.span, message, 'write lines such as "place: Oslo"'))
    if tree.found:
        raise Refused(*tree.found)
    return root or Mapping((), source.span(start, start))


def _syntax(error: MarkedYAMLError, source: Source, start: int) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    at = min(start + (mark.index if mark else 0), len(source.text))
    problem = (error.problem or "it cannot be read").strip()
    if "mapping values" in problem:
        return codes.YAML_SYNTAX.at(
            source.span(at, at + 1), "a second colon stands in this line", "put the value in quotation marks"
        )
    return codes.YAML_SYNTAX.at(source.span(at, at), f"this is not YAML: {problem}", "see communique explain CQ110")


class _Tree:
    """Builds nodes from the events of a parser; complaints gather in `found`."""

    def __init__(self, source: Source, start: int) -> None:
        self.source, self.start = source, start
        self.found: list[Diagnostic] = []

    def root(self, events: Iterator[Event]) -> Node | None:
        """The tree of the one document."""
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1 or event.version or event.tags:
                    raise Refused(self._machinery(event, "one document without directives is expected"))
            elif isinstance(event, NodeEvent):
                root = self._node(event, events, 1)
        return root

    def _node(self, event: Event, events: Iterator[Event], depth: int) -> Node:
        self._admit(event, depth)
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, events, depth)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, events, depth)
        assert isinstance(event, ScalarEvent)  # noqa: S101 - the parser has no other event here
        return Scalar(event.value, self._span(event, event), plain=event.implicit[0])

    def _admit(self, event: Event, depth: int) -> None:
        """Refuse at once what could multiply or nest without end."""
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise Refused(self._machinery(event, "an anchor or alias (& or *) stands here"))
        tag = getattr(event, "tag", None)
        if tag is not None and tag not in {"!", ""} and not _is_implicit(event):
            raise Refused(self._machinery(event, f"a tag ({tag}) stands here"))
        if depth > DEEPEST:
            message = f"this is nested more than {DEEPEST} deep"
            raise Refused(codes.TOO_DEEP.at(self._span(event, event), message, "nothing here needs such depth"))

    def _mapping(self, start: Event, events: Iterator[Event], depth: int) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[object, Scalar] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                return Mapping(tuple(entries), self._span(start, event))
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                self.found.append(codes.BAD_VALUE.at(key.span, "a key is one word", "write it as name: value"))
            elif key.value in seen:
                first = Related(seen[key.value].span, "it stands here first")
                message = f'the key "{key.value}" stands twice'
                self.found.append(codes.DUPLICATE_KEY.at(key.span, message, "keep one of the two", (first,)))
            else:
                seen[key.value] = key
                entries.append((key, value))
        raise AssertionError("a mapping without an end")

    def _sequence(self, start: Event, events: Iterator[Event], depth: int) -> Sequence:
        items: list[Node] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                return Sequence(tuple(items), self._span(start, event))
            items.append(self._node(event, events, depth + 1))
        raise AssertionError("a sequence without an end")

    def _machinery(self, event: Event, message: str) -> Diagnostic:
        advice = "write the words themselves, in quotation marks when they begin with a mark"
        return codes.YAML_MACHINERY.at(self._span(event, event), message, advice)

    def _span(self, first: Event, last: Event) -> Span:
        begin, end = self.start + first.start_mark.index, self.start + last.end_mark.index
        return self.source.span(begin, max(begin, self._without_tail(begin, end)))

    def _without_tail(self, begin: int, end: int) -> int:
        text = self.source.text[begin:end]
        return begin + len(text.rstrip())


def _is_implicit(event: Event) -> bool:
    implicit = getattr(event, "implicit", True)
    return any(implicit) if isinstance(implicit, tuple) else bool(implicit)
