"""What a template is given: every name with its type, read from the model itself, so that nobody keeps a list."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from communique.model.addressee import Addressee
from communique.model.edition import Edition
from communique.model.inline import Inline
from communique.model.kind import Kind
from communique.model.register_row import RegisterLine
from communique.model.settings import Settings
from communique.render.printing import PrintedLabels

Meant: TypeAlias = Any
"""A type as an annotation says it: a class, a union, a tuple of something."""

GIVEN: Mapping[str, Meant] = MappingProxyType({
    "edition": Edition,
    "labels": PrintedLabels,
    "kind": Kind,
    "settings": Settings,
    "recipient": Addressee | None,
    "rows": tuple[RegisterLine, ...],
    "logo": str | None,
})  # fmt: skip
"""The names that every template gets; `recipient` and `rows` say something by the scope of the kind."""

IN_WORDS = {str: "words", int: "number", float: "number", bool: "true or false", date: "date", object: "anything"}
INLINE = "words and marks"
"""What a line consists of."""
PLACES = frozenset({"span"})
"""Attributes that say where something was written; a page has no use for them."""


def attributes(meant: Meant) -> dict[str, Meant]:
    """The names that a value of this type may be asked for, each with its type; of a union, those of any member."""
    found: dict[str, list[Meant]] = {}
    for member in members(meant):
        for name, inner in _own(member).items():
            found.setdefault(name, []).append(inner)
    return {name: _union(inner) for name, inner in found.items()}


def members(meant: Meant) -> tuple[Meant, ...]:
    """The types of a union, without None; a type that is no union is its only member."""
    if _origin(meant) in {Union, UnionType}:
        return tuple(inner for part in get_args(meant) for inner in members(part))
    return () if meant is NoneType or meant is None else (meant,)


def may_be_unknown(meant: Meant) -> bool:
    """True when a value of this type may be None, and so has to be asked for with `if`."""
    return _origin(meant) in {Union, UnionType} and NoneType in get_args(meant)


def elements(meant: Meant) -> Meant:
    """The type of what a loop over a value of this type gives; None when that cannot be said."""
    inner = [part for member in members(meant) if _origin(member) is tuple for part in get_args(member)]
    return _union([part for part in inner if part is not Ellipsis]) if inner else None


def parts(meant: Meant) -> tuple[Meant, ...]:
    """The types of a tuple of fixed length, which a loop may take apart; else none."""
    (only,) = members(meant) if len(members(meant)) == 1 else (None,)
    inner = get_args(only) if _origin(only) is tuple else ()
    return () if Ellipsis in inner else inner


def spoken(meant: Meant) -> str:
    """A type in words: `words, if known`, `list of Point`."""
    if get_args(meant) and set(members(meant)) == set(members(Inline)):
        return INLINE
    said = [_spoken_member(member) for member in members(meant)]
    kinds = " or ".join(dict.fromkeys(said)) if len(said) <= 4 else "block"
    return f"{kinds}, if known" if may_be_unknown(meant) else kinds


@lru_cache(maxsize=1)
def every_attribute() -> frozenset[str]:
    """All names that anything may be asked for which a template can reach."""
    seen: set[type] = set()
    waiting = list(GIVEN.values())
    names: set[str] = set()
    while waiting:
        for member in members(waiting.pop()):
            if _origin(member) is tuple:
                waiting += [part for part in get_args(member) if part is not Ellipsis]
            elif isinstance(member, type) and member not in seen:
                seen.add(member)
                own = _own(member)
                names |= set(own)
                waiting += own.values()
    return frozenset(names)


def classes_within(*meant: Meant) -> Iterator[type]:
    """Every class of the model that can be reached from these types, each once, nearest first."""
    seen: dict[type, None] = {}
    waiting = list(meant)
    while waiting:
        for member in members(waiting.pop(0)):
            if _origin(member) is tuple:
                waiting += [part for part in get_args(member) if part is not Ellipsis]
            elif isinstance(member, type) and is_dataclass(member) and member not in seen:
                seen[member] = None
                waiting += _own(member).values()
    return iter(seen)


@lru_cache(maxsize=256)
def _own(member: Meant) -> dict[str, Meant]:
    """The attributes of one class: fields, properties and constants of the class of ours; else its public names."""
    if not isinstance(member, type):
        return {name: object for name in dir(_origin(member) or member) if name[0] != "_"}
    if not is_dataclass(member):
        said = _properties(member)
        return said | {name: object for name in dir(member) if name[0] != "_" and name not in said}
    hints = get_type_hints(member)
    constants = {name: _constant(hint) for name, hint in hints.items() if _origin(hint) is not None}
    known = {each.name: hints[each.name] for each in fields(member)} | constants
    return {name: hint for name, hint in (known | _properties(member)).items() if name not in PLACES}


def _properties(member: type) -> dict[str, Meant]:
    """Its derived values, each with the type that its function gives."""
    found = {name: value for name, value in vars(member).items() if isinstance(value, property) and name[0] != "_"}
    return {name: get_type_hints(value.fget).get("return", object) for name, value in found.items() if value.fget}


def _constant(hint: Meant) -> Meant:
    """The type inside a ClassVar; any other hint as it is."""
    return get_args(hint)[0] if "ClassVar" in str(_origin(hint)) else hint


def _union(meant: list[Meant]) -> Meant:
    known = tuple(dict.fromkeys(meant))
    return known[0] if len(known) == 1 else Union[known]  # noqa: UP007  a union of types found at run time


def _spoken_member(member: Meant) -> str:
    if _origin(member) is tuple:
        inner = elements(member)
        return "a line of words" if spoken(inner) == INLINE else f"list of {spoken(inner)}"
    if isinstance(member, type) and issubclass(member, Enum):
        return "one of " + ", ".join(str(each.value) for each in member)
    return IN_WORDS.get(member, getattr(member, "__name__", str(member)))


def _origin(meant: Meant) -> object:
    """What a type is a form of: tuple, of a list of points; None of a plain class."""
    return get_origin(meant)
