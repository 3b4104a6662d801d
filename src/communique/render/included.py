"""Which template files a kind is made with: its own, and all that those include, however deep."""

import re
from collections.abc import Iterator
from functools import lru_cache

from communique.model.kind import Kind
from communique.model.templates import Templates

TAG = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b\s*")
"""Whatever brings another template in (Jinja, Template Designer Documentation, List of Control Structures)."""

NAMED = re.compile(r"""(["'])(?P<name>[^"'\\]+)\1\s*(?:[-+]?%\}|(?:as|import|ignore|with|without)\b)""")
"""A name that stands there as it is, and nothing that changes it."""


@lru_cache(maxsize=64)
def included(kind: Kind, templates: Templates) -> Templates:
    """The files that can count for a kind; all there are, where one is named by an expression or is missing."""
    wanted, found = [f"{kind.name}.html"], dict[str, None]()
    while wanted:
        name = wanted.pop()
        source = templates.get(name)
        if source is None:
            return templates
        if name not in found:
            found[name] = None
            named = tuple(_named(source.text))
            if None in named:
                return templates
            wanted += filter(None, named)
    return Templates(tuple((name, source) for name, source in templates.files if name in found))


def _named(text: str) -> Iterator[str | None]:
    """The name in each tag that brings a template in; None for one that is known only when it runs."""
    for tag in TAG.finditer(text):
        literal = NAMED.match(text, tag.end())
        yield literal["name"] if literal else None
