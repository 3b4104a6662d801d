"""The command that opens an editor: words, never a string for a shell."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.editor import Editor
from communique.preview.editor import EDITORS, command, filled, launch


def test_every_editor_that_can_be_named_has_a_command():
    assert set(EDITORS) == set(Editor)
    assert all("{file}" in " ".join(words) for words in EDITORS.values())


def test_the_writers_own_command_comes_before_that_of_the_workspace():
    assert command("", None) == ()
    assert command("", Editor.KATE) == EDITORS[Editor.KATE]
    assert command("my-editor +{line} {file}", Editor.KATE) == ("my-editor", "+{line}", "{file}")
    assert command("'/opt/my editor' -n", None) == ("/opt/my editor", "-n", "{file}")
    with pytest.raises(ValueError, match="quotation"):
        command("'unclosed", None)


HARD = "aé 你\n\t{}filenco$`'\"\\;&|<>*?~#%-=:"
"""Letters of names that a shell, or a placeholder, would take for something else."""


@settings(max_examples=40)
@given(st.text(HARD, min_size=1), st.integers(1), st.integers(1))
def test_a_path_is_one_word_whatever_is_in_it(name, line, column):
    file = Path("/work") / name
    words = filled(("ed", "+{line}:{column}", "{file}"), file, line, column)
    assert words == ["ed", f"+{line}:{column}", str(file)]


def test_a_file_named_like_a_placeholder_stays_as_it_is():
    assert filled(("ed", "{file}:{line}"), Path("/work/{line}.md"), 3, 1) == ["ed", "/work/{line}.md:3"]


def test_an_editor_that_is_not_there_is_said():
    assert launch(("no-such-editor", "file")) == "no-such-editor is not installed"
