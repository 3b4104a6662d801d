"""Builds in this process, by one hand, for tests of what is remembered."""

from datetime import date
from pathlib import Path

from communique.engine.inputs import take_inputs
from communique.engine.order import Order
from communique.engine.outcome import Outcome
from communique.engine.plan import build
from communique.read.workspace import open_workspace

DAY = date(2026, 3, 4)
TEXT = """---
title: Universalization
language: en
facts:
  states: {value: "111", source: "the depositary"}
---
Mr President,

We thank you. We will act, with {{ states }} States.

::: point "We act"
We act together.
:::

::: cue
Look up.
:::
"""
SETTINGS = 'kinds = ["statement", "podium"]\n'


def workspace(folder: Path, text: str = TEXT, settings: str = SETTINGS) -> Path:
    """A workspace with one lone text, of which a public paper and one of the speaker are made."""
    (folder / "content").mkdir(parents=True, exist_ok=True)
    (folder / "content" / "hello.md").write_text(text, encoding="utf-8")
    (folder / "communique.toml").write_text(settings, encoding="utf-8")
    return folder


def built(folder: Path, **order: object) -> Outcome:
    """What came of a build there, each paper with its reason."""
    wanted = Order(**{"hands": 1, "explain": True, **order})
    return build(open_workspace(folder, DAY), wanted, take_inputs(folder), lambda _done, _of, _name: None)


def reasons(outcome: Outcome) -> dict[str, str]:
    """Why each paper was made or not, by its kind and format."""
    return {place.rpartition("/")[2]: why for result in outcome.results for place, why in result.reasons}
