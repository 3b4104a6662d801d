"""A job holds all that its papers are made from: it can be made anywhere, and its key is of nothing else."""

import pickle

import pytest

from building import DAY, SETTINGS, TEXT, workspace
from communique.engine.inputs import Inputs
from communique.engine.key import changed, ingredients, key_of
from communique.engine.order import Order
from communique.engine.survey import survey
from communique.read.workspace import open_workspace
from desk import ROOT


def jobs(folder, text=TEXT, settings=SETTINGS):
    """The jobs of a workspace by kind, and what they share."""
    found = survey(open_workspace(workspace(folder, text, settings), DAY), Order(), Inputs({}, ""))
    return {job.kind.name: job for one in found.undertakings for job in one.jobs}, found.stock


def named(folder, *changes):
    """The ingredients of each kind."""
    found, stock = jobs(folder, *changes)
    return {name: ingredients(job, stock) for name, job in found.items()}


def test_a_job_crosses_processes_whole_and_names_no_place(tmp_path):
    found, stock = jobs(tmp_path)
    for job in found.values():
        sent = pickle.dumps((job, stock))
        assert pickle.loads(sent) == (job, stock)
        assert key_of(ingredients(*pickle.loads(sent))) == key_of(ingredients(job, stock))
        for place in (tmp_path, ROOT):
            assert str(place).encode() not in sent


def test_the_job_of_a_public_paper_carries_no_private_word_but_for_the_guard(tmp_path):
    found, _ = jobs(tmp_path)
    statement = found["statement"]
    assert "together" not in repr(pickle.dumps(statement.edition))
    assert any("together" in text.words for text in statement.withheld.texts)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ((TEXT.replace("States.", "nations."),), {"statement": ("the speech",), "podium": ("the speech",)}),
        ((TEXT.replace("Look up", "Look down"),), {"statement": (), "podium": ("the speech",)}),
        ((TEXT.replace("\nMr President", "\n\n\nMr President"),), {"statement": (), "podium": ()}),
        (
            (TEXT.replace("Universalization", "The norm"),),
            dict.fromkeys(("statement", "podium"), ("title, names or dates",)),
        ),
        ((TEXT, f'{SETTINGS}protected = ["States"]\n'), {"statement": (), "podium": ()}),
        ((TEXT, f"{SETTINGS}typography = false\n"), dict.fromkeys(("statement", "podium"), ("the settings",))),
    ],
)
def test_what_changed_is_called_by_its_name(tmp_path, change, told):
    before, after = named(tmp_path), named(tmp_path, *change)
    assert {kind: changed(before[kind], after[kind]) for kind in before} == told


def test_a_template_counts_for_the_kind_that_is_made_with_it(tmp_path):
    before = named(tmp_path)
    (tmp_path / "templates").mkdir()
    shipped = (ROOT / "templates/podium.html").read_text()
    (tmp_path / "templates/podium.html").write_text(shipped.replace("carries:", "# ours\ncarries:"))
    after = named(tmp_path)
    assert changed(before["statement"], after["statement"]) == ()
    assert changed(before["podium"], after["podium"]) == ("templates/podium.html",)
