"""Probes: one made-up element for each style that the stylesheets name.

The computed style of the probe becomes the Word style, so that the same theme gives the same styles,
whatever the document says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from communique.diagnostics.span import Source, Span
from communique.write.style.rules import Rule, rules
from communique.write.style.selectors import Tag, synthesise, usual_tags
from communique.write.style.table_look import PROBE_ROWS

GAP = "<x-gap></x-gap>"
"""Stands before and behind a probe, so that `:first-child`, `:last-child` and `p + p` do not fit it."""


@dataclass(frozen=True, slots=True)
class Probe:
    """The elements, outermost first, whose last has the style called `name`, and where that is said."""

    name: str
    chain: tuple[Tag, ...]
    span: Span
    by_default: bool


def probes(theme: Sequence[Source], defaults: Source) -> tuple[Probe, ...]:
    """A probe for each selector that names a style; the theme's go before the defaults.

    Of several for one name the first is meant whose element really gets it.
    """
    own, usual = list(rules(theme)), list(rules([defaults]))
    tags = usual_tags([*own, *usual])
    found: dict[tuple[str, str], Probe] = {}
    for by_default, origin in ((False, own), (True, usual)):
        for rule in origin:
            for name, span, selector in _named(rule):
                chain = synthesise(selector, tags)
                key = (name.lower(), "".join(tag.opened() for tag in chain))
                found.setdefault(key, Probe(name, chain, span, by_default))
    return tuple(found.values())


def _named(rule: Rule) -> list[tuple[str, Span, Any]]:
    """The style names that a rule gives, each with the selector it gives them to."""
    return [
        (declared.text, declared.span, selector.parsed_tree)
        for declared in rule.declarations
        if declared.name == "--docx-style"
        for selector in rule.selectors
        if selector.pseudo_element is None
    ]


def probe_page(probed: Sequence[Probe], language: str, direction: str) -> str:
    """A document that holds every probe, marked with its place in the sequence."""
    body = "".join(_probe(number, probe.chain) for number, probe in enumerate(probed))
    return (
        f'<html lang="{language}" dir="{direction}"><head><title>-</title></head>'
        f'<body><p data-probe="paragraph">x</p>{body}{GAP}</body></html>'
    )


def _probe(number: int, chain: tuple[Tag, ...]) -> str:
    *around, subject = chain
    content = PROBE_ROWS if subject.name == "table" else "" if subject.name in {"img", "hr", "br"} else "x"
    inner = subject.opened(f' data-probe="{number}"') + content
    inner += "" if subject.name in {"img", "hr", "br"} else f"</{subject.name}>"
    beside = _beside(subject.name, around[-1].name if around else "body")
    inner = beside + inner + (beside if around else "")  # what follows in the body begins with a gap
    for tag in reversed(around):
        inner = f"{tag.opened()}{inner}</{tag.name}>"
    return inner


def _beside(subject: str, around: str) -> str:
    if around not in {"table", "thead", "tbody", "tfoot", "tr"}:
        return GAP
    return f"<{subject}>x</{subject}>" if around == "tr" else ""  # a table keeps no foreign element
