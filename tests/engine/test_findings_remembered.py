"""A finding that is remembered stands where its block stands now."""

import pytest

from building import DAY, SETTINGS, TEXT, workspace
from communique.diagnostics.codes.guard import LOST_WORDS, SURPLUS_WORDS
from communique.engine.inputs import Inputs
from communique.engine.job import Made
from communique.engine.memory import keep, recall
from communique.engine.order import Order
from communique.engine.store import Store
from communique.engine.survey import survey
from communique.engine.task import task_of
from communique.model.artefact import Artefact
from communique.model.block import Paragraph
from communique.model.kind import Format
from communique.model.page_facts import PageFacts
from communique.read.workspace import open_workspace

DOWN = TEXT.replace("\nMr President", "\n\n\n\nMr President")
FACTS = PageFacts(1, {"p-norm": 1}, ((12.5, 30.0),), ((100.0, 50.0),))


@pytest.fixture
def store(tmp_path):
    (tmp_path / "store").mkdir()
    return Store(tmp_path / "store")


def statement(folder, text, store):
    found = survey(open_workspace(workspace(folder, text, SETTINGS), DAY), Order(), Inputs({}, ""))
    (job,) = [job for one in found.undertakings for job in one.jobs if job.kind.name == "statement"]
    return task_of(job, found.stock, store, forced=False), found.stock


def paragraph(task):
    return next(block for block in task.job.edition.speech if isinstance(block, Paragraph) and block.number)


def made(task):
    """What came of a job, with a finding of each sort about one block, and one about none."""
    kind, spot = task.job.kind, paragraph(task).children[0].span
    private = task.job.withheld.texts[0].span
    return Made(
        tuple(Artefact(kind.name, "en", form, kind.audience, 1, 9, form.encode()) for form in Format),
        (LOST_WORDS.at(spot, "setting"),),
        ((LOST_WORDS.at(spot, "pdf"),), (LOST_WORDS.at(None, "word"),)),
        (SURPLUS_WORDS.at(private, "verdict"),),
        FACTS,
    )


def lines(findings):
    return {finding.message: finding.span and finding.span.line for finding in findings}


def test_its_line_is_looked_up_anew(tmp_path, store):
    before, stock = statement(tmp_path, TEXT, store)
    keep(store, before.named, before.job, stock, made(before))
    there, _ = statement(tmp_path, TEXT, store)
    further, _ = statement(tmp_path, DOWN, store)
    assert there.job.key == further.job.key
    told = lines(there.known.made(there.job, store).said)
    assert told == {"setting": 9, "pdf": 9, "word": None, "verdict": told["verdict"]}
    moved = lines(further.known.made(further.job, store).said)
    assert moved == {name: line and line + 3 for name, line in told.items()}
    assert further.known.facts == FACTS


def test_a_verdict_on_other_secrets_is_none(tmp_path, store):
    before, stock = statement(tmp_path, TEXT, store)
    keep(store, before.named, before.job, stock, made(before))
    after, _ = statement(tmp_path, TEXT.replace("Look up", "Look down"), store)
    assert after.job.key == before.job.key
    assert after.known.verdict is None
    due = after.due(store)
    assert [artefact.data for artefact in due.artefacts] == [b"pdf", b"docx"]


def test_what_ended_without_files_is_not_remembered(tmp_path, store):
    task, stock = statement(tmp_path, TEXT, store)
    keep(store, task.named, task.job, stock, Made(findings=(LOST_WORDS.at(None, "died"),)))
    assert recall(store, task.job, stock) is None
    assert list(store.folder.iterdir()) == []
