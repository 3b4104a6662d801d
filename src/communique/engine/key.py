"""Keys: from all that decides the bytes of a paper to one digest, and nothing else in it.

A key is made of ingredients, each with the name that a person gives it, so that one can say which of
them changed (`communique build --explain`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace

from communique.engine.job import Job, Stock
from communique.model.audience import Audience
from communique.model.carried import carried, paragraph_numbers
from communique.model.digest import digest
from communique.model.edition import Edition
from communique.model.kind import Kind
from communique.model.theme import Theme
from communique.render.included import included

Ingredients = tuple[tuple[str, str], ...]
"""Each with its digest, by name."""

VERSION = "1"
"""To be raised when papers of the same ingredients come out otherwise, but for the program itself, which counts."""

WORDS = {
    "particulars": "title, names or dates",
    "speech": "the speech",
    "objectives": "the objectives",
    "points": "the points",
    "questions": "the questions",
    "backgrounds": "the background",
    "facts": "the facts",
    "pictures": "the pictures",
    "words_per_minute": "the pace",
}
"""What a person calls the fields of an edition; the others are "the words"."""


def ingredients(job: Job, stock: Stock) -> Ingredients:
    """All that decides the bytes of a job's papers."""
    return (
        ("version of the key", VERSION),
        *_of_edition(carried(job.edition, job.kind)),
        ("the numbers of the paragraphs", digest(paragraph_numbers(job.edition))),
        *_of_kind(job.kind, stock),
        *_of_theme(stock.theme),
        (f"the labels in {job.language}", digest(stock.labels_in(job.language))),
        ("the settings", digest(stock.settings)),
        *stock.circumstances,
    )


def looked_for(job: Job, stock: Stock, papers: Iterable[str]) -> Ingredients:
    """All that decides the verdict on papers, given by the digests of their bytes, beside what they were made from."""
    public = job.kind.audience is Audience.PUBLIC
    return (
        ("all that its audience may read", digest(job.edition)),
        ("what is withheld", digest(job.withheld)),
        ("the protected terms", digest(stock.protected if public else ())),
        ("the papers", digest(tuple(papers))),
    )


def key_of(named: Ingredients) -> str:
    """One digest of them all."""
    return digest(named)


def changed(old: Ingredients, new: Ingredients) -> tuple[str, ...]:
    """The names of those that differ, came or went."""
    before, after = dict(old), dict(new)
    return tuple(name for name in {**after, **before} if before.get(name) != after.get(name))


def _of_edition(edition: Edition) -> Iterator[tuple[str, str]]:
    rest = {}
    for each in fields(edition):
        value = getattr(edition, each.name)
        if each.name in WORDS:
            yield WORDS[each.name], digest(value)
        else:
            rest[each.name] = value
    yield "the words", digest(rest)


def _of_kind(kind: Kind, stock: Stock) -> Iterator[tuple[str, str]]:
    """What the kind says of itself, and every template file that it is made with."""
    yield f"the kind {kind.name}", digest(replace(kind, template=type(kind.template)("", "")))
    yield from ((source.path, digest(source)) for _, source in included(kind, stock.templates).files)


def _of_theme(theme: Theme) -> Iterator[tuple[str, str]]:
    yield "the theme", digest(theme.name)
    yield from ((sheet.path, digest(sheet)) for sheet in theme.stylesheets)
    for asset in (*theme.assets, *filter(None, (theme.letterhead,))):
        yield f"templates/themes/{theme.name}/{asset.name}", digest(asset)
