import pytest

from communique.deliver.names import collisions, folder_collisions, folder_of, name_faults, name_of, place_of
from communique.model.audience import Audience
from communique.model.kind import Format


def test_a_paper_lies_by_meeting_intervention_and_audience():
    folder = folder_of("ccm-3msp", "universalization")
    name = name_of("{kind}.{language}", kind="statement", language="en", intervention="x", meeting="y")
    assert place_of(folder, Audience.PUBLIC, name, Format.PDF) == "ccm-3msp/universalization/public/statement.en.pdf"


def test_a_lone_text_has_no_meeting():
    assert folder_of("", "hello") == "hello"


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../statement", "a/b", "a\\b", ".hidden", "C:x", "tab\tname", "end ", " start", "end.", "é" * 121],
)
def test_names_that_are_no_plain_file(name):
    assert [finding.code.name for finding in name_faults([name])] == ["unusable-name"]


@pytest.mark.parametrize("name", ["statement.en", "Déclaration (fr)", "声明.zh", "می‌خواهم"])
def test_names_that_are_fine(name):
    assert list(name_faults([name])) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("m/i/public/a.pdf", "m/i/public/a.pdf"),
        ("m/i/public/a.pdf", "m/i/public/A.pdf"),
        ("m/i/public/\u00e9.pdf", "m/i/public/e\u0301.pdf"),
        ("m/i/public/straße.pdf", "m/i/public/STRASSE.pdf"),
    ],
)
def test_papers_that_would_overwrite_one_another(one, other):
    (finding,) = collisions([one, "m/i/public/b.pdf", other])
    assert finding.code.name == "name-collision"
    assert one in finding.message
    assert other in finding.message


def test_papers_apart_do_not_collide():
    assert list(collisions(["m/i/public/a.pdf", "m/i/speaker/a.pdf", "m/j/public/a.pdf"])) == []


@pytest.mark.parametrize(
    ("one", "other"), [("m/i", "M/i"), ("m/i", "m/I"), ("hello", "Hello"), ("hello", "hello/public")]
)
def test_interventions_that_would_share_a_folder(one, other):
    (finding,) = folder_collisions([one, "elsewhere", other])
    assert finding.code.name == "name-collision"


def test_interventions_apart_share_none():
    assert list(folder_collisions(["m/i", "m/j", "n/i", "hello"])) == []
