"""`communique new` begins with the example, with a meeting, or with a draft."""

import pytest

from desk import ROOT, typed

SEED = ROOT / "tests" / "universalization.txt"


def test_a_draft_becomes_the_first_intervention_of_a_meeting(tmp_path):
    told = typed(tmp_path, "new", "desk", "--from", str(SEED), "--meeting", "CCM 3MSP", "--language", "en")
    assert told.returncode == 0, told.stderr
    speech = tmp_path / "desk/content/ccm-3msp/universalization/speech.md"
    assert f"The words of {SEED} are in desk/{speech.relative_to(tmp_path / 'desk')}" in told.stdout
    assert speech.read_text(encoding="utf-8").startswith("---\nlanguage: en\n---\n\nThank you, Mr President.\n\n")
    assert (speech.parents[1] / "meeting.yaml").read_text(encoding="utf-8").endswith('name: "CCM 3MSP"\n')
    checked = typed(tmp_path / "desk", "check")
    assert checked.returncode == 0, checked.stderr


def test_a_draft_without_a_meeting_is_a_lone_text(tmp_path):
    (tmp_path / "My draft.txt").write_text("Mr President,\n\nWe thank you.\n", encoding="utf-8")
    assert typed(tmp_path, "new", "desk", "--from", "My draft.txt").returncode == 0
    (speech,) = (tmp_path / "desk" / "content").rglob("*.md")
    assert speech.name == "my-draft.md"
    assert speech.read_text(encoding="utf-8") == "Mr President,\n\nWe thank you.\n"


def test_what_is_doubtful_is_listed_at_its_line(tmp_path):
    (tmp_path / "draft.txt").write_text("We thank you\n\n7\n\nfor the floor.\n", encoding="utf-8")
    told = typed(tmp_path, "new", "desk", "--from", "draft.txt")
    assert told.returncode == 0
    assert 'draft.txt:3:1: warning CQ196: "7" was taken for a page number; it was left out' in told.stderr
    assert (tmp_path / "desk/content/draft.md").read_text(encoding="utf-8") == "We thank you for the floor.\n"


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"", b"\x00\x01"])
def test_a_draft_that_is_none_leaves_no_workspace_behind(tmp_path, data):
    (tmp_path / "draft.txt").write_bytes(data)
    told = typed(tmp_path, "new", "desk", "--from", "draft.txt")
    assert told.returncode == 1
    assert "error CQ195" in told.stderr
    assert not (tmp_path / "desk").exists()


def test_delegation_and_language_are_settings(tmp_path):
    assert typed(tmp_path, "new", "desk", "--delegation", 'The "X"', "--language", "FR").returncode == 0
    settings = (tmp_path / "desk/communique.toml").read_text(encoding="utf-8")
    assert 'delegation = "The \\"X\\""' in settings
    assert 'languages = ["fr"]' in settings


def test_a_word_that_is_no_language_is_a_slip(tmp_path):
    told = typed(tmp_path, "new", "desk", "--language", "no_such")
    assert told.returncode == 2
    assert "is not a language tag" in told.stderr
    assert not (tmp_path / "desk").exists()


def test_a_meeting_without_a_draft_waits_for_its_words(tmp_path):
    told = typed(tmp_path, "new", "desk", "--meeting", "First Committee")
    assert "The speech is to be written in desk/content/first-committee/first/speech.md." in told.stdout
    checked = typed(tmp_path / "desk", "check")
    assert "this speech has no words" in checked.stdout
