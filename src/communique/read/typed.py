"""Trees to typed forms; what pydantic complains of is said in our words, at its place in the file."""

from collections.abc import Sequence as Ordered
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from communique.diagnostics.codes import read as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Span
from communique.read.yaml_tree import Mapping, Node, Scalar, Sequence, values

CODE_OF = {
    "extra_forbidden": codes.UNKNOWN_KEY,
    "missing": codes.MISSING_KEY,
    "day": codes.BAD_DATE,
    "tag": codes.BAD_LANGUAGE,
}
KEY = "[key]"


class Form(BaseModel):
    """What a file may say: no other key than these."""

    model_config = ConfigDict(extra="forbid", frozen=True)


F = TypeVar("F", bound=Form)


def fill(form: type[F], tree: Mapping) -> F:
    """The form filled from a tree of keys and values; Refused, with all that is wrong in it."""
    found = [*_without_value(tree)]
    filled: F | None = None
    try:
        filled = form.model_validate(values(_stated(tree)))
    except ValidationError as error:
        found += [_complaint(details, tree, form) for details in error.errors(include_url=False, include_input=False)]
    if found or filled is None:
        raise Refused(*found)
    return filled


def place_of(tree: Mapping, *path: str) -> Span:
    """Where the value under these keys stands."""
    return _place(tree, path)


def _stated(tree: Mapping) -> Mapping:
    """The tree without keys that have no value (they are reported)."""
    kept = [
        (key, _stated(value) if isinstance(value, Mapping) else value)
        for key, value in tree.entries
        if not (isinstance(value, Scalar) and value.is_nothing)
    ]
    return Mapping(tuple(kept), tree.span)


def _without_value(tree: Mapping) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for key, value in tree.entries:
        if isinstance(value, Mapping):
            found += _without_value(value)
        elif isinstance(value, Scalar) and value.is_nothing:
            message, advice = f'"{key.value}" has no value', "write one, or take the line away"
            if str(key.value)[:1].isdigit():
                advice = 'inside { } a comma parts two values: put quotation marks, "1,000"'
            found.append(codes.BAD_VALUE.at(key.span, message, advice))
    return found


def _complaint(details: ErrorDetails, tree: Mapping, form: type[Form]) -> Diagnostic:
    code = CODE_OF.get(details["type"], codes.BAD_VALUE)
    path = details["loc"]
    if code is codes.UNKNOWN_KEY:
        return _unknown_key(path, tree, form)
    place = _place(tree, path)
    if code is codes.MISSING_KEY:
        return code.at(place, f'"{path[-1]}" is missing', f"add a line {path[-1]}: ...")
    return code.at(place, _phrase(details))


def _unknown_key(path: Ordered[int | str], tree: Mapping, form: type[Form]) -> Diagnostic:
    key = _key(tree, path)
    known = _known_keys(form, path[:-1])
    advice = did_you_mean(str(path[-1]), known) or f"known here: {', '.join(known)}"
    return codes.UNKNOWN_KEY.at(key.span if key else tree.span, f'unknown key "{path[-1]}"', advice)


def _known_keys(form: type[Form], path: Ordered[int | str]) -> list[str]:
    """The keys of the form that stands at a path: the form itself, or one nested in its fields."""
    for step in path:
        field = form.model_fields.get(str(step))
        inner = next((kind for kind in forms_in(field.annotation) if kind), None) if field else None
        form = inner or form
    return [field.alias or name for name, field in form.model_fields.items()]


def forms_in(annotation: object) -> list[type[Form]]:
    """Every form that the type of a key names."""
    if isinstance(annotation, type) and issubclass(annotation, Form):
        return [annotation]
    return [form for part in getattr(annotation, "__args__", ()) for form in forms_in(part)]


def _phrase(details: ErrorDetails) -> str:
    context = details.get("ctx") or {}
    match details["type"]:
        case "enum" | "literal_error":
            return f"one of these is expected here: {str(context.get('expected')).replace(chr(39), '')}"
        case "string_type":
            return "words are expected here"
        case "dict_type" | "model_type":
            return "keys with values are expected here"
        case "tuple_type" | "list_type":
            return "a list such as [a, b] is expected here"
    return details["msg"]


def _place(tree: Mapping, path: Ordered[int | str]) -> Span:
    """The value at a path; for keys with values, their own key, and at the top the first of them."""
    node: Node = tree
    span = tree.entries[0][0].span if tree.entries else tree.span
    for index, step in enumerate(path):
        inner = _step(node, step)
        if inner is None:
            key = _key(tree, path[:index]) if step == KEY else None
            return key.span if key else span
        key = _key(tree, path[: index + 1])
        span = key.span if key and isinstance(inner, Mapping) else inner.span
        node = inner
    return span


def _step(node: Node, step: int | str) -> Node | None:
    if isinstance(node, Mapping):
        return node.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _key(tree: Mapping, path: Ordered[int | str]) -> Scalar | None:
    node: Node | None = tree
    for step in path[:-1]:
        node = _step(node, step) if node else None
    return node.key(path[-1]) if isinstance(node, Mapping) else None
