"""Dossier to Diagnostics: what a careful colleague would point out before the text leaves."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from communique.check.characters import (
    broken_symbols,
    invisible_characters,
    lost_characters,
    mixed_marks,
    presentation_forms,
    soft_hyphens,
    unbalanced_directions,
)
from communique.check.classifications import classifications, classifying_words
from communique.check.contradictions import contradicted_facts
from communique.check.dates import dates_outside_the_meeting
from communique.check.exposure import markup_as_words, published_asides
from communique.check.facts import abandoned_facts, stale_facts, unsourced_facts, unused_facts
from communique.check.figures import drifting_figures
from communique.check.leftovers import (
    change_debris,
    draft_words,
    email_addresses,
    placeholders,
    reading_times,
    stage_directions,
)
from communique.check.points import (
    no_points,
    outdated_points,
    salutations_as_points,
    too_many_points,
)
from communique.check.reading import Check, Reading
from communique.check.sentences import doubled_words, long_sentences
from communique.check.speaking_time import aged_venue, over_time
from communique.check.strangers import strangers_checks
from communique.check.structure import file_names_as_words, headless_tables, skipped_levels, wordless_links
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.severity import Severity
from communique.model.dossier import Dossier
from communique.model.settings import Settings

CHECKS: tuple[Check, ...] = (
    # first what stops the presses ...
    drifting_figures,
    abandoned_facts,
    contradicted_facts,
    stage_directions,
    change_debris,
    classifications,
    lost_characters,
    unbalanced_directions,
    # ... then what must not go to print ...
    unsourced_facts,
    stale_facts,
    placeholders,
    draft_words,
    classifying_words,
    reading_times,
    email_addresses,
    salutations_as_points,
    outdated_points,
    wordless_links,
    headless_tables,
    file_names_as_words,
    dates_outside_the_meeting,
    markup_as_words,
    # ... then what only warns
    published_asides,
    unused_facts,
    soft_hyphens,
    presentation_forms,
    invisible_characters,
    mixed_marks,
    broken_symbols,
    doubled_words,
    long_sentences,
    too_many_points,
    no_points,
    skipped_levels,
    over_time,
    aged_venue,
)
"""Every rule, in the order in which they look; a new one is a function and a line here."""

SHIPPED = Settings()
AT_MOST = 1000
"""How many findings of one rule in one text are told: a hostile text shall not fill the memory."""


def check(dossier: Dossier, today: dt.date, settings: Settings = SHIPPED) -> tuple[Diagnostic, ...]:
    """All that the rules find in a dossier, as the workspace grades it; `dossier.findings` are not repeated."""
    readings = [Reading(dossier, speech, settings, today) for speech in dossier.speeches]
    checks = (*CHECKS, *strangers_checks())
    found = chain.from_iterable(islice(rule(reading), AT_MOST) for reading in readings for rule in checks)
    return tuple(dict.fromkeys(_graded(found, dict(settings.regrades))))


def _graded(found: Iterator[Diagnostic], regrades: dict[str, str]) -> Iterator[Diagnostic]:
    """The findings without those switched off; only what warns by itself can be graded anew."""
    for finding in found:
        grade = regrades.get(finding.code.number) if _may_be_regraded(finding) else None
        if grade is None:
            yield finding
        elif grade != "off":
            yield replace(finding, regraded=Severity(grade))


def _may_be_regraded(finding: Diagnostic) -> bool:
    """True for the warnings of this phase and of third parties: the wall stands (CQ1xx, CQ3xx, CQ6xx)."""
    ours = finding.code.number.startswith("CQ")
    return finding.code.severity is not Severity.ERROR and (not ours or finding.code.number.startswith("CQ2"))
