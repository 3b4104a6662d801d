"""What no template may do: fetch from outside, run a script, bring a style of its own."""

import re

from communique.diagnostics.codes.render import OUTSIDE_ADDRESS
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source

OUTSIDE = (
    (r"<(?:script|style|link|object|embed|iframe|frame|base|video|audio|source|meta\s+http-equiv)\b", "this element"),
    (r"\b(?:src|srcset|poster|background|data)\s*=\s*[\"']?(?!(?:pictures|theme)/)(?=[^\s\"'>])", "an address outside"),
    (r"\brel\s*=\s*[\"']?attachment\b", "an attachment"),
    (r"\bstyle\s*=[^>]*\b(?:url|image)\s*\(", "an address in a style"),
)
"""Patterns, and what each is; a link to click on (`<a href>`) fetches nothing and is free."""


def refuse_outside(source: Source) -> None:
    """Raise `Refused` with every place of a template that reaches outside."""
    found = [finding for pattern, what in OUTSIDE for finding in _findings(source, pattern, what)]
    if found:
        raise Refused(*sorted(found, key=lambda finding: str(finding.span)))


def _findings(source: Source, pattern: str, what: str) -> list[Diagnostic]:
    return [
        OUTSIDE_ADDRESS.at(
            source.span(*match.span()),
            f"a template may not bring {what}: {match[0].strip()}",
            "name pictures of the text pictures/NAME, those of the theme theme/NAME; styles belong to the theme",
        )
        for match in re.finditer(pattern, source.text, re.IGNORECASE)
    ]
