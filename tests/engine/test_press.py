"""A press pulls what a build would make, and leaves no trace beside the text."""

import shutil

import pytest

from building import DAY, TEXT, built, workspace
from communique.engine.order import Misordered, Order
from communique.engine.press import Press
from communique.read.workspace import open_workspace
from desk import papers


@pytest.fixture
def press(tmp_path):
    return Press(lambda: open_workspace(workspace(tmp_path, (tmp_path / "text").read_text()), DAY))


@pytest.fixture(autouse=True)
def text(tmp_path):
    (tmp_path / "text").write_text(TEXT)
    return tmp_path / "text"


def test_a_proof_is_what_a_build_makes_and_knows_its_pages(tmp_path, press):
    pull = press.pull(Order(kinds=("statement",)))
    (proof,) = pull.proofs
    assert (proof.folder, proof.kind.name, proof.language, proof.is_refused) == ("hello", "statement", "en", False)
    assert not (tmp_path / "build").exists()
    (paragraph,) = [block.id for block in proof.edition.speech if getattr(block, "number", None)]
    assert proof.facts.page_of[f"p-{paragraph}"] == 1
    built(tmp_path)
    made = papers(tmp_path)
    assert {a.format: a.data for a in proof.artefacts} == {
        form: made[f"hello/public/statement.en.{form}"] for form in ("pdf", "docx")
    }


def test_what_a_build_made_is_not_made_again(tmp_path, press, monkeypatch):
    workspace(tmp_path)
    built(tmp_path)
    shutil.rmtree(tmp_path / "build")
    monkeypatch.setattr("communique.engine.press.attempt", None)
    assert len(press.pull(Order()).proofs) == 2


def test_an_error_in_the_text_is_found_and_the_next_pull_is_well(text, press):
    text.write_text(TEXT + "\n{{ nonesuch }}\n")
    pull = press.pull(Order())
    assert pull.proofs == ()
    assert any(finding.is_error and str(finding.span).startswith("content/hello.md:") for finding in pull.findings)
    text.write_text(TEXT)
    assert press.pull(Order(kinds=("statement",), formats=("docx",))).proofs


def test_a_slip_of_the_hand_is_said(press):
    with pytest.raises(Misordered):
        press.pull(Order(kinds=("statment",)))
