"""Brackets in a stylesheet: pages are styled by rules inside rules, and by no more than a few.

Bound: 30 deep. A theme nests three or four; what reads stylesheets goes one step deeper for each.
"""

import re

from communique.diagnostics.codes.read import TOO_DEEP
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source

DEEPEST = 30
TOKEN = re.compile(r"/\*.*?(?:\*/|\Z)|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|\\.|[\[({\])}]", re.DOTALL)


def refuse_deep_brackets(source: Source) -> None:
    """Refused, at the bracket that is one too deep."""
    depth = 0
    for match in TOKEN.finditer(source.text):
        if match[0] in "[({":
            depth += 1
        elif match[0] in "])}":
            depth = max(depth - 1, 0)
        if depth > DEEPEST:
            message = f"brackets stand more than {DEEPEST} deep here"
            raise Refused(TOO_DEEP.at(source.span(*match.span()), message, "close each where it ends"))
