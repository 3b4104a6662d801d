import json
import os
import stat
from pathlib import Path

import pytest

from communique.cli.app import main

TEXT = '---\ntitle: T\nlanguage: en\n---\nA clus\u200bter.\n\n::: point "P"\nA cluster.\n:::\n'


@pytest.fixture
def hello(tmp_path):
    file = tmp_path / "content" / "hello.md"
    file.parent.mkdir()
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    file.chmod(0o640)
    return file


def run(root, *arguments: str) -> int:
    return main(["-C", str(root), "check", *arguments])


@pytest.fixture(autouse=True)
def _stay_here():
    here = Path.cwd()
    yield
    os.chdir(here)


def test_fix_shows_the_difference_and_writes_it(tmp_path, hello, capsys):
    assert run(tmp_path, "--fix") == 0
    told = capsys.readouterr().out
    assert "-A clus\u200bter." in told and "+A cluster." in told
    assert "CQ222" not in told
    assert hello.read_bytes() == b"\xef\xbb\xbf" + TEXT.replace("\u200b", "").replace("\n", "\r\n").encode()
    assert stat.S_IMODE(hello.stat().st_mode) == 0o640
    assert sorted(hello.parent.iterdir()) == [hello]


def test_without_fix_nothing_is_written(tmp_path, hello, capsys):
    before = hello.read_bytes()
    assert run(tmp_path) == 0
    assert "warning CQ222" in capsys.readouterr().out
    assert hello.read_bytes() == before


def test_pin_writes_ids_alone(tmp_path, hello, capsys):
    assert run(tmp_path, "--pin") == 0
    assert "warning CQ222" in capsys.readouterr().out
    assert "A clus\u200bter. {#p" in hello.read_text(encoding="utf-8")


def test_a_report_for_programs_stays_readable(tmp_path, hello, capsys):
    assert run(tmp_path, "--fix", "--report", "json") == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["findings"] == []
    assert "+A cluster." in told.err


def test_no_words_of_a_file_outside_the_workspace_are_shown(tmp_path, monkeypatch, capsys):
    (tmp_path / "outside.txt").write_text("the words of another\n", encoding="utf-8")
    (tmp_path / "desk" / "content").mkdir(parents=True)
    (tmp_path / "desk" / "content" / "a.md").symlink_to(tmp_path / "outside.txt")
    monkeypatch.chdir(tmp_path / "desk")
    assert main(["check"]) == 1
    told = "".join(capsys.readouterr())
    assert "leads out of the workspace" in told
    assert "another" not in told


def test_what_to_do_is_told_of_a_replaced_value_and_of_an_unknown_paragraph(tmp_path, monkeypatch, capsys):
    (tmp_path / "content").mkdir()
    (tmp_path / "communique.toml").write_text('place = "Bergen"\n', encoding="utf-8")
    text = '---\ntitle: T\nlanguage: en\nplace: Oslo\n---\nWe act.\n\n::: point "P" {for=zzzzzz}\nWe act.\n:::\n'
    (tmp_path / "content" / "a.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    main(["check", "--report", "json"])
    told = {one["code"]: one["help"] for one in json.loads(capsys.readouterr().out)["findings"]}
    assert told["CQ121"]
    assert "{#name}" in told["CQ152"]
    assert "communique check --fix --pin" in told["CQ152"]
