"""Template files are read into one value, the workspace's own before the shipped ones."""

from datetime import date

import pytest

from communique.diagnostics.refused import Refused
from communique.model.settings import Settings
from communique.model.workspace import Workspace
from communique.read.templates import read_templates


def workspace(tmp_path, **files):
    for name, text in files.items():
        path = tmp_path / name.replace("__", "/").replace("_html", ".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    own, shipped = tmp_path / "templates", tmp_path / "elsewhere"
    own.mkdir(exist_ok=True)
    return Workspace(tmp_path, Settings(), date(2012, 9, 11), (own, shipped))


def test_a_file_of_the_workspace_hides_the_shipped_one(tmp_path):
    templates = read_templates(
        workspace(tmp_path, templates__a_html="own", elsewhere__a_html="shipped", elsewhere__parts__b_html="part")
    )
    assert list(templates) == ["a.html", "parts/b.html"]
    assert templates.get("a.html").text == "own" and templates.get("a.html").path == "templates/a.html"
    assert templates.get("parts/b.html").text == "part" and templates.get("c.html") is None


def test_themes_are_no_templates(tmp_path):
    assert list(read_templates(workspace(tmp_path, templates__themes__x__a_html="x"))) == []


def test_a_file_that_is_no_text_is_refused(tmp_path):
    place = workspace(tmp_path)
    (tmp_path / "templates/a.html").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused):
        read_templates(place)
