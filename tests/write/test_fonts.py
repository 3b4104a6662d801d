import os
import subprocess
import sys
from pathlib import Path

import pytest

from communique.write import fonts


def test_the_list_names_known_families_only(tmp_path):
    file = run("fonts.configure(Path(sys.argv[1])); print(os.environ['FONTCONFIG_FILE'])", str(tmp_path)).strip()
    told = subprocess.run(
        ["fc-list", ":", "family"],
        env=os.environ | {"FONTCONFIG_FILE": file},
        capture_output=True,
        text=True,
        check=True,
    )
    names = {line.partition(",")[0] for line in told.stdout.split("\n") if line}
    assert {"Carlito", "Liberation Serif", "Liberation Sans"} <= names
    assert names <= {family.name for family in fonts.FAMILIES} | {"Noto Sans CJK JP", "Noto Serif CJK JP"}


@pytest.mark.parametrize(
    ("asked", "got"),
    [
        ("Calibri", "Carlito"),
        ("Times New Roman", "Liberation Serif"),
        ("Arial", "Liberation Sans"),
        ("Carlito", "Carlito"),
        (r"sans\-serif", "Liberation Sans"),  # a bare hyphen would begin the size
        ("serif", "Liberation Serif"),
        ("monospace", "Liberation Mono"),
        ("No Such Font", "Liberation Serif"),
    ],
)
def test_the_families_of_word_are_printed_with_their_twins(asked, got):
    told = subprocess.run(["fc-match", asked, "family"], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == got


def test_configuring_twice_changes_nothing_and_leaves_no_draft(tmp_path):
    script = "fonts.configure(Path(sys.argv[1])); fonts.configure(Path(sys.argv[1]))"
    run(script, str(tmp_path))
    before = (tmp_path / "fonts.conf").stat().st_mtime_ns
    run(script, str(tmp_path))
    assert (tmp_path / "fonts.conf").stat().st_mtime_ns == before
    assert [path.name for path in tmp_path.iterdir()] == ["fonts.conf"]


def test_fonts_configured_too_late_are_our_own_fault(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", object())
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "other.conf"))
    with pytest.raises(RuntimeError, match="before WeasyPrint is loaded"):
        fonts.configure(tmp_path)


def test_a_second_workspace_in_one_process_keeps_the_fonts_of_the_first(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", object())
    assert fonts.configure(tmp_path / "second") == Path(os.environ["FONTCONFIG_FILE"])
    assert not (tmp_path / "second").exists()


def test_the_files_of_a_theme_are_named_without_their_folder():
    files = fonts.font_files(["calibri", "No Such Font"])
    assert {file.family for file in files} == {"Carlito"}
    assert [file.name for file in files] == [
        "Carlito-Bold.ttf",
        "Carlito-BoldItalic.ttf",
        "Carlito-Italic.ttf",
        "Carlito-Regular.ttf",
    ]
    assert all(len(file.sha256) == 64 for file in files)
    assert files == fonts.font_files(["Carlito"])


def test_variable_fonts_are_left_out(tmp_path, monkeypatch):
    for name in ("Trial-Regular.ttf", "Trial-VF.ttf", "Trial[wght].ttf", "Trial-VariableFont_wght.ttf"):
        (tmp_path / name).write_bytes(b"")
    monkeypatch.setattr(fonts, "FOLDERS", (str(tmp_path),))
    monkeypatch.setattr(fonts, "FAMILIES", (fonts.Family("Trial", ("Trial*.ttf",)),))
    assert [file.name for file in fonts.font_files(["Trial"])] == ["Trial-Regular.ttf"]


def run(script, *arguments):
    lines = "import os, sys\nfrom pathlib import Path\nfrom communique.write import fonts\n" + script
    command = [sys.executable, "-c", lines, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
