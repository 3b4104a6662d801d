"""`communique new --recipients` begins the lists of a meeting, and `communique check` reads them."""

import pytest

from desk import typed
from mailing_desk import meeting_desk


@pytest.mark.parametrize("folder", ["m", "content/m"])
def test_empty_lists_are_begun_and_are_well(tmp_path, folder):
    meeting_desk(tmp_path, {})
    (tmp_path / "content/m/recipients.csv").unlink()
    told = typed(tmp_path, "new", "--recipients", folder)
    assert (told.returncode, told.stdout.count("is ready.")) == (0, 2)
    for name in ("recipients.csv", "delegation.csv"):
        head, remark = (tmp_path / "content/m" / name).read_text().splitlines()
        assert head.startswith("name,") and remark.startswith("# ")
    assert "CQ18" not in typed(tmp_path, "check").stdout


def test_what_is_there_is_left_alone(tmp_path):
    meeting_desk(tmp_path, {"Delegation 001": ""})
    before = (tmp_path / "content/m/recipients.csv").read_bytes()
    told = typed(tmp_path, "new", "--recipients", "m")
    assert "recipients.csv is there already and was left alone." in told.stdout
    assert (tmp_path / "content/m/recipients.csv").read_bytes() == before
    assert (tmp_path / "content/m/delegation.csv").is_file()


def test_a_folder_that_is_no_meeting_is_refused(tmp_path):
    meeting_desk(tmp_path, {})
    told = typed(tmp_path, "new", "--recipients", "mm")
    assert told.returncode == 1
    assert 'did you mean "content/m"?' in told.stderr


def test_check_reads_the_lists(tmp_path):
    meeting_desk(tmp_path, {"Delegation 001": "one@example,org"})
    (tmp_path / "content/m/delegation.csv").write_text("name,language\nMission 1,fr\n")
    told = typed(tmp_path, "check")
    assert told.returncode == 1
    assert "content/m/recipients.csv:2:28: error CQ185" in told.stdout
    assert "content/m/delegation.csv:2:11: error CQ183" in told.stdout  # no speech of the meeting is in French
    assert typed(tmp_path, "check", "--report", "json").stdout.count('"CQ18') == 3
