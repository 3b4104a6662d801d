import os
from pathlib import Path

import pytest

from communique.engine.inputs import take_inputs
from communique.engine.machine import libraries, machine

TEXTS = ["content/m/i/speech.md"]
FILES = [
    "communique.toml",
    "content/hello.md",
    "content/m/meeting.yaml",
    "content/m/recipients.csv",
    "content/m/delegation.xlsx",
    "content/m/i/speech.md",
    "content/m/i/map.png",
    "content/m/j/speech.md",
    "content/n/meeting.yaml",
    "labels/fr.po",
    "principals/minister.yaml",
    "templates/themes/plain/theme.css",
    "venues/unga.yaml",
]
OF_OTHERS = {"content/hello.md", "content/m/j/speech.md", "content/n/meeting.yaml"} | {
    "content/m/recipients.csv",  # who is sent a paper changes no paper
    "content/m/delegation.xlsx",
}


@pytest.fixture
def workspace(tmp_path):
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


def digests(workspace):
    inputs = take_inputs(workspace)
    return inputs.digest, inputs.of("m", TEXTS)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("change", ["other words", "gone"])
def test_whatever_is_changed_or_gone_is_noticed(workspace, name, change):
    all_before, one_before = digests(workspace)
    (workspace / name).unlink() if change == "gone" else (workspace / name).write_text(change)
    all_after, one_after = digests(workspace)
    assert all_after != all_before
    assert (one_after == one_before) == (name in OF_OTHERS)


def test_a_new_brief_or_picture_is_noticed(workspace):
    before = take_inputs(workspace)
    (workspace / "content/m/i/brief.md").write_text("new")
    (workspace / "content/n/photo.jpg").write_text("new")
    after = take_inputs(workspace)
    assert before.of("m", TEXTS) != after.of("m", [*TEXTS, "content/m/i/brief.md"])
    assert before.of("m", TEXTS) != after.of("m", TEXTS)


@pytest.mark.parametrize("name", ["content/.speech.md.swp", "build/x.pdf", ".communique/glance.json", "notes.txt"])
def test_what_no_paper_is_made_from_does_not_count(workspace, name):
    before = digests(workspace)
    (workspace / name).parent.mkdir(exist_ok=True)
    (workspace / name).write_text("new")
    assert digests(workspace) == before


def test_contents_count_not_times_or_places(workspace, tmp_path_factory):
    before = digests(workspace)
    for name in FILES:
        os.utime(workspace / name, (0, 0))
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "w"
    workspace.rename(elsewhere)
    assert digests(elsewhere) == before


def test_the_date_of_the_sources_counts(workspace):
    assert take_inputs(workspace, "1").digest != take_inputs(workspace, "2").digest


def test_a_link_in_a_circle_ends(workspace):
    (workspace / "content/m/circle").symlink_to(workspace / "content")
    (workspace / "content/dangling.md").symlink_to(workspace / "nowhere")
    os.mkfifo(workspace / "content/pipe.md")
    assert take_inputs(workspace).digest


def test_the_machine_is_told_with_its_libraries_and_packages():
    told = list(machine())
    assert any(line.startswith("weasyprint-70") for line in told)
    assert libraries()["Pango"][0].isdigit()
    assert any(line.split(" ")[0].endswith("LiberationSerif-Regular.ttf") for line in told)
    assert told == list(machine())
    assert not any(str(Path.cwd()) in line for line in told)
