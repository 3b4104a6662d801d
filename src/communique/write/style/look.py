"""A look: what Word is to be told of a run or a paragraph, each property on its own.

Every element gets the whole set, so that "style minus its base" and "element minus its style" are
plain differences of dictionaries, and switching off works like switching on (`keepNext` 0). Values
are rounded to Word's units before they are compared: no noise is left over.
"""

from collections.abc import Mapping
from typing import TypeAlias

LookValue: TypeAlias = str | int | tuple[object, ...] | None
Look: TypeAlias = Mapping[str, LookValue]

TOGGLES = frozenset({"b", "i", "caps", "smallCaps", "strike", "vanish"})
"""Properties that a character style turns over instead of setting (ECMA-376-1, 17.7.3)."""


def minus(look: Look, base: Look) -> dict[str, LookValue]:
    """What a look says otherwise than its base."""
    return {name: value for name, value in look.items() if base.get(name) != value}


def worn_over(base: Look, character: Look) -> dict[str, LookValue]:
    """The look of a run when a character style lies over that of its paragraph.

    Word turns toggles over: bold in a bold heading comes out regular (ECMA-376-1, 17.7.3).
    """
    result = dict(base)
    for name, value in character.items():
        result[name] = int(bool(base.get(name)) != bool(value)) if name in TOGGLES else value
    return result
