"""Facts: used where the statement uses them, never contradicted by plain words, and young enough."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from communique.check.line import Line
from communique.check.numerals import figures
from communique.check.reading import Reading
from communique.diagnostics.codes.check import ABANDONED_FACT, STALE_FACT, UNSOURCED_FIGURE, UNUSED_FACT
from communique.diagnostics.diagnostic import Diagnostic, Related
from communique.diagnostics.span import Span
from communique.model.block import Background, Point, Question
from communique.model.fact import Fact
from communique.model.inline import FactUse


def abandoned_facts(reading: Reading) -> Iterator[Diagnostic]:
    """A fact in a point that the statement neither uses nor says in other words."""
    uses = fact_uses(reading.lines)
    for fact in reading.speech.facts:
        pointed = [use for line, use in uses[fact.name] if isinstance(line.aside, Point)]
        if not pointed or _is_said(fact, reading):
            continue
        found = figures(fact.value, reading.speech.language)
        near = reading.said.nearest(found[0], fact.value) if found else None
        instead = f"; it says {near.told()}" if near else ""
        message = f"{fact.value}: the statement does not use the fact `{fact.name}`{instead}"
        advice = f"say {{{{ {fact.name} }}}} in the statement, or take it out of the point"
        yield ABANDONED_FACT.at(pointed[0].span, message, advice, _elsewhere(fact, uses[fact.name], pointed[0]))


def unsourced_facts(reading: Reading) -> Iterator[Diagnostic]:
    """A fact in a question or background that the statement does not say and that names no source."""
    uses = fact_uses(reading.lines)
    for fact in reading.speech.facts:
        if fact.source or _is_said(fact, reading):
            continue
        for line, use in uses[fact.name]:
            if isinstance(line.aside, Question | Background):
                message = f"{fact.value}: the fact `{fact.name}` is not in the statement and has no source"
                related = (Related(fact.span, "defined here"),) if fact.span else ()
                yield UNSOURCED_FIGURE.at(use.span, message, f"give `{fact.name}` a source", related)


def unused_facts(reading: Reading) -> Iterator[Diagnostic]:
    """A fact of this intervention's own files that no text in any language uses."""
    used = {node.fact for node in reading.nodes if isinstance(node, FactUse)} | reading.facts_used_elsewhere
    for fact in reading.speech.facts:
        own = fact.span is not None and fact.span.path.endswith(".md")
        if own and not fact.public and fact.name not in used:
            advice = f"use it as {{{{ {fact.name} }}}}, or take it out"
            yield UNUSED_FACT.at(fact.span, f"nothing uses the fact `{fact.name}`", advice)


def stale_facts(reading: Reading) -> Iterator[Diagnostic]:
    """A fact in use that was looked up too long before the meeting."""
    used = {node.fact for node in reading.nodes if isinstance(node, FactUse)}
    for fact in reading.speech.facts:
        age = (reading.day - fact.as_of).days if fact.as_of else 0
        if age > reading.settings.stale_after and (fact.name in used or fact.public):
            message = f"`{fact.name}` was looked up on {fact.as_of}, {age} days before {reading.day}"
            advice = f"look it up again and change as_of; the workspace allows {reading.settings.stale_after} days"
            yield STALE_FACT.at(fact.span, message, advice)


def fact_uses(lines: Iterable[Line]) -> defaultdict[str, list[tuple[Line, FactUse]]]:
    """Where each fact is used, by its name, in reading order."""
    uses: defaultdict[str, list[tuple[Line, FactUse]]] = defaultdict(list)
    for line in lines:
        for piece in line.pieces:
            if isinstance(piece.node, FactUse):
                uses[piece.node.fact].append((line, piece.node))
    return uses


def places_of(fact: Fact, uses: Iterable[tuple[Line, FactUse]]) -> Iterator[tuple[Span, str]]:
    """Where a fact is defined and used, for the places that belong to a finding."""
    if fact.span:
        yield fact.span, f"`{fact.name}` is defined here"
    for line, use in uses:
        if use.span:
            yield use.span, f"and used here, in the {line.aside.name if line.aside else 'statement'}"


def _elsewhere(fact: Fact, uses: list[tuple[Line, FactUse]], told: FactUse) -> tuple[Related, ...]:
    return tuple(Related(span, words) for span, words in places_of(fact, uses) if span != told.span)


def _is_said(fact: Fact, reading: Reading) -> bool:
    """True when the statement uses the fact, or says its value in other words."""
    statement = [line for line in reading.public if line.aside is None]
    if fact.name in fact_uses(statement):
        return True
    if found := figures(fact.value, reading.speech.language):
        return all(reading.said.has(figure) or reading.circulated.has(figure) for figure in found)
    words = re.compile(rf"(?<!\w){re.escape(fact.value)}(?!\w)", re.IGNORECASE)
    return any(words.search(line.text) for line in statement)
