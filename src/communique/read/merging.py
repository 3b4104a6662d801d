"""What the files of an intervention say, merged: front matter over meeting.yaml over communique.toml.

Key by key, facts by name. A value that is replaced is told as a note; two values on one level are an
error that names both lines. What is worded in a language (a title, a place) may differ between the
languages of an intervention, and so may a fact whose figures are the same.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from communique.diagnostics.codes import read as codes
from communique.diagnostics.diagnostic import Diagnostic, Related
from communique.diagnostics.span import Span
from communique.model.fact import Fact
from communique.model.settings import Settings
from communique.read.forms import FactForm, MeetingForm
from communique.read.texts import Pair, TextFile
from communique.read.typed import place_of
from communique.read.yaml_tree import Mapping

WORDED = {
    "title",
    "full_title",
    "speaker_title",
    "delivered_by",
    "delegation",
    "meeting",
    "place",
    "agenda_item",
    "contact",
    "marking",
    "origin",
}
"""Keys whose values are words of a language."""
APART = {"language", "facts", "release_at"}
MEETING_KEYS = {"name": "meeting", "short_name": "meeting_short"}
SEPARATORS = re.compile(r"(?<=\d)[.,'’\s\u00a0\u202f]+(?=\d)")


@dataclass(frozen=True, slots=True)
class Given:
    """A value, the place where it is given, and the language of that file (None for all)."""

    value: Any
    span: Span
    language: str | None = None


Level = dict[str, list[Given]]


@dataclass(frozen=True, slots=True)
class Merged:
    """What holds for one language."""

    values: dict[str, Given]
    facts: tuple[Fact, ...]


def merge(
    pairs: list[Pair], meeting: tuple[MeetingForm, Mapping] | None, settings: Settings, found: list[Diagnostic]
) -> dict[str, Merged]:
    """What holds for each language."""
    near = _front_matters(pairs)
    levels = [near, *([_meeting_level(*meeting)] if meeting else []), _defaults(settings)]
    for key, given in near.items():
        found += _conflicts(key, given)
    near_facts = list(_facts_given(pairs))
    found += _fact_conflicts(near_facts)
    far_facts = _facts_of(meeting[0].facts, meeting[1], None) if meeting else []
    return {
        pair.language: Merged(
            _merged(levels, pair.language, found), _merged_facts(near_facts, far_facts, pair.language, found)
        )
        for pair in pairs
    }


def _files(pairs: list[Pair]) -> Iterator[tuple[TextFile, str]]:
    for pair in pairs:
        for file in (pair.speech, *pair.briefs):
            yield file, pair.language


def _front_matters(pairs: list[Pair]) -> Level:
    level: Level = {}
    for file, language in _files(pairs):
        for key in type(file.form).model_fields:
            value = getattr(file.form, key)
            if value is not None and key not in APART:
                level.setdefault(key, []).append(Given(value, place_of(file.tree, key), language))
    return level


def _meeting_level(form: MeetingForm, tree: Mapping) -> Level:
    level: Level = {}
    for key in MeetingForm.model_fields:
        value = getattr(form, key)
        if value is None or key in APART:
            continue
        span = place_of(tree, key)
        if key == "dates":
            level["begins"], level["ends"] = [Given(value[0], span)], [Given(value[1], span)]
        else:
            level[MEETING_KEYS.get(key, key)] = [Given(value, span)]
    return level


def _defaults(settings: Settings) -> Level:
    return {one.key: [Given(one.value, one.span)] for one in settings.defaults if one.span}


def _holding(given: list[Given], key: str, language: str) -> Given | None:
    """The value for a language: its own file's, or any file's when the value is no wording."""
    own = [one for one in given if one.language in {language, None}]
    return next(iter(own if key in WORDED else own + given), None)


def _merged(levels: list[Level], language: str, found: list[Diagnostic]) -> dict[str, Given]:
    values: dict[str, Given] = {}
    for level in levels:
        for key, given in level.items():
            one = _holding(given, key, language)
            if one is None:
                continue
            if key not in values:
                values[key] = one
            elif str(values[key].value) != str(one.value):
                found.append(_overridden(key, values[key].span, one.span))
    return values


def _overridden(key: str, near: Span, far: Span) -> Diagnostic:
    there = Related(far, "this value is not used")
    advice = "nothing to do when it is meant; else take one of the two away"
    return codes.OVERRIDDEN_VALUE.at(near, f'"{key}" here replaces the one of {far.path}', advice, (there,))


def _conflicts(key: str, given: list[Given]) -> Iterable[Diagnostic]:
    for first, second in _neighbours(given):
        apart = key in WORDED and first.language != second.language
        if not apart and first.value != second.value:
            yield _conflict(f'"{key}"', first.span, second.span)


def _neighbours(given: list[Given]) -> Iterator[tuple[Given, Given]]:
    """Each value with the first one of its level, and with the first one of its language."""
    firsts: dict[str | None, Given] = {}
    for one in given:
        for other in {id(first): first for first in (given[0], firsts.get(one.language, given[0]))}.values():
            if other is not one:
                yield other, one
        firsts.setdefault(one.language, one)


def _conflict(what: str, first: Span, second: Span) -> Diagnostic:
    there = Related(first, "the other value")
    return codes.CONFLICTING_VALUES.at(second, f"{what} is given twice, differently", "say it in one place", (there,))


def _facts_given(pairs: list[Pair]) -> Iterator[Given]:
    for file, language in _files(pairs):
        yield from _facts_of(file.form.facts, file.tree, language)


def _facts_of(forms: dict[str, FactForm], tree: Mapping, language: str | None) -> list[Given]:
    facts = []
    for name, form in forms.items():
        long = isinstance(_under(tree, name), Mapping)
        span = place_of(tree, "facts", name, "value") if long else place_of(tree, "facts", name)
        fact = Fact(name, form.value, form.label or "", form.source, form.as_of, form.public, span)
        facts.append(Given(fact, span, language))
    return facts


def _under(tree: Mapping, name: str) -> object:
    facts = tree.get("facts")
    return facts.get(name) if isinstance(facts, Mapping) else None


def _fact_conflicts(given: list[Given]) -> Iterable[Diagnostic]:
    by_name: Level = {}
    for one in given:
        by_name.setdefault(one.value.name, []).append(one)
    for name, ones in by_name.items():
        for first, second in _neighbours(ones):
            if not _agree(first, second):
                yield _conflict(f'the fact "{name}"', first.span, second.span)


def _agree(first: Given, second: Given) -> bool:
    """True for equal facts; between languages, for equal figures."""
    one, other = first.value, second.value
    if first.language == second.language:
        return bool(one == other)
    same_terms = (one.as_of, one.public) == (other.as_of, other.public)
    return same_terms and _figures(one.value) == _figures(other.value)


def _figures(value: str) -> list[str]:
    return re.findall(r"\d+", SEPARATORS.sub("", value)) or re.findall(r"\d+", value)


def _merged_facts(near: list[Given], far: list[Given], language: str, found: list[Diagnostic]) -> tuple[Fact, ...]:
    facts: dict[str, Fact] = {}
    for one in (*(one for one in near if one.language == language), *near):
        facts.setdefault(one.value.name, one.value)
    for one in far:
        known = facts.setdefault(one.value.name, one.value)
        if known != one.value and known.span:
            found.append(_overridden(known.name, known.span, one.span))
    return tuple(facts.values())
