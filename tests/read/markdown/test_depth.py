"""Marks nested without end are a finding, never the end of the program."""

from tests.desk import desk, typed


def test_emphasis_nested_thousands_deep_is_an_error_with_its_place(tmp_path):
    done = typed(desk(tmp_path, "*" * 3000 + "a" + "*" * 3000 + "\n"), "check")
    assert done.returncode == 1, done.stderr
    assert "content/hello.md:1:41: error CQ118: marks are nested more than 20 deep" in done.stdout


def test_a_word_without_end_is_an_error_with_its_place(tmp_path):
    done = typed(desk(tmp_path, "We say\n" + "7" * 30_000 + "\n"), "check")
    assert done.returncode == 1, done.stderr
    assert "content/hello.md:2:1: error CQ104: " in done.stdout
