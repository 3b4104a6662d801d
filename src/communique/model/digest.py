"""The digest of a value: equal values, equal digest, in every process and for ever."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from hashlib import sha256
from pathlib import PurePath


def digest(value: object) -> str:
    """SHA-256 in hex of a frozen value; fields that are no part of equality (spans) are left out."""
    return sha256(_spelled(value).encode("utf-8", "surrogatepass")).hexdigest()


def _spelled(value: object) -> str:
    match value:
        case Enum():
            return f"{type(value).__name__}.{value.name}"
        case None | bool() | int() | float() | str():
            return repr(value)
        case bytes():
            return f"bytes:{sha256(value).hexdigest()}"
        case date() | datetime():
            return value.isoformat()
        case PurePath():
            return value.as_posix()
        case tuple() | list():
            return "(" + ",".join(map(_spelled, value)) + ")"
        case dict():
            return "{" + ",".join(f"{_spelled(k)}:{_spelled(value[k])}" for k in sorted(value)) + "}"
        case frozenset() | set():
            return "<" + ",".join(sorted(map(_spelled, value))) + ">"
    if is_dataclass(value) and not isinstance(value, type):
        inside = ",".join(f"{f.name}={_spelled(getattr(value, f.name))}" for f in fields(value) if f.compare)
        return f"{type(value).__name__}({inside})"
    raise TypeError(f"no digest for {type(value).__name__}")
