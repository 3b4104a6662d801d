"""A specimen of a theme: one element for every rule, laid out and written, so that each rule is seen at work.

It shows what is wrong with a theme before any text wears it: what has no effect, what Word has not, what
is too faint to be read, what would break the order of reading.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from communique.diagnostics.diagnostic import Code, Diagnostic
from communique.diagnostics.span import Source
from communique.model.audience import Audience
from communique.model.kind import Kind
from communique.model.page_facts import PageFacts
from communique.model.sheet import Properties, Sheet
from communique.model.theme import Theme
from communique.write.docx.writer import write_docx
from communique.write.layout import lay_out
from communique.write.style.probes import Probe, probe_page
from communique.write.style.rules import rules
from communique.write.style.selectors import synthesise, usual_tags
from communique.write.style.stylebook import DEFAULTS

KIND = Kind("specimen", Audience.PUBLIC, (), "Specimen", (), template=Source("specimen.html", ""))


def specimen_findings(theme: Theme, language: str, direction: str) -> tuple[Diagnostic, ...]:
    """All that both writers find in the stylesheets of a theme, each at its line; its letterhead plays no part."""
    return _found(replace(theme, letterhead=None), language, direction)


@lru_cache(maxsize=4)
def _found(theme: Theme, language: str, direction: str) -> tuple[Diagnostic, ...]:
    sheet = Sheet(
        kind=KIND,
        language=language,
        direction=direction,
        html="<!doctype html>" + probe_page(_every_rule(theme), language, direction),
        theme=theme,
        properties=Properties(theme.name, language),
    )
    layout = lay_out(sheet)
    _, in_word = write_docx(sheet, PageFacts(layout.facts.pages))
    return _of_the_theme((*layout.diagnostics, *in_word), theme)


def _every_rule(theme: Theme) -> tuple[Probe, ...]:
    """An element for each selector of the theme's own rules, each shape once."""
    said = list(rules(theme.stylesheets[1:]))
    tags = usual_tags([*rules(theme.stylesheets), *rules([DEFAULTS])])
    found: dict[str, Probe] = {}
    for rule in said:
        for selector in rule.selectors:
            chain = synthesise(selector.parsed_tree, tags)
            if rule.declarations and not {"html", "body", "head"} & {tag.name for tag in chain}:
                place = rule.declarations[0].span
                found.setdefault("".join(tag.opened() for tag in chain), Probe("", chain, place, by_default=False))
    return tuple(found.values())


def _of_the_theme(findings: Iterable[Diagnostic], theme: Theme) -> tuple[Diagnostic, ...]:
    """Those that stand in its own stylesheets, each once: the words of the specimen are nobody's."""
    told: dict[tuple[Code, str], Diagnostic] = {}
    for path in (source.path for source in theme.stylesheets[1:]):
        for finding in findings:
            if finding.span and finding.span.path == path:
                told[finding.code, finding.message] = finding  # the last rule is the one that counts
    return tuple(told.values())
