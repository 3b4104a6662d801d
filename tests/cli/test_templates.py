"""communique templates check: a letterhead read for whoever looks after it."""

import pytest

from communique.cli.app import main
from desk import typed
from write.letterhead.letterheads import BODY, LETTERHEADS, letterhead, logo, p


@pytest.fixture
def told(tmp_path, capfd, monkeypatch):
    """What the command says of a letterhead, and how it ends."""

    def check(data, name="letterhead.docx"):
        theme = tmp_path / "templates/themes/plain"
        theme.mkdir(parents=True, exist_ok=True)
        (theme / name).write_bytes(data)
        return main(["templates", "check"]), "".join(capfd.readouterr())

    monkeypatch.chdir(tmp_path)
    return check


def test_it_says_what_it_found_and_which_styles_match(told):
    code, said = told(LETTERHEADS["norwegian"])
    assert code == 0
    assert "a page of 210 mm, a text of 155 mm" in said
    assert "{{ title }} in page header (header1.xml), paragraph 2" in said
    assert "{{ body }} in text (document.xml), paragraph 1" in said
    has = next(line for line in said.splitlines() if "styles that it has" in line)
    assert "Body Text (Brødtekst)" in has and "heading 1 (Overskrift 1)" in has
    added = next(line for line in said.splitlines() if "styles that the theme adds" in line)
    assert "Numbered Paragraph" in added and "Body Text" not in added


def test_it_says_what_does_not_travel(told):
    code, said = told(LETTERHEADS["macros"], "letterhead.dotm")
    assert code == 0
    for what in (
        "macros",
        "comments",
        "hidden text",
        "tracked changes",
        "the template that it is attached to",
        "custom XML",
    ):
        assert f"{what}: this does not travel" in said or f"({what}): this does not travel" in said


def test_it_says_what_is_missing(told):
    headers = {"header1": ("default", logo(words="")), "footer1": ("default", p("No number"))}
    code, said = told(letterhead(p("Words"), headers=headers))
    assert code == 0
    assert "no {{ body }}: the text comes after the fixed words" in said
    assert "warning CQ547" in said and "page header (header1.xml), paragraph 1" in said
    assert "note CQ549" in said


def test_an_unknown_placeholder_is_an_error(told):
    code, said = told(letterhead(p("{{ titel }}") + BODY))
    assert code == 1
    assert "CQ544" in said and 'did you mean "title"' in said


def test_a_wrong_letterhead_is_one_line(told):
    code, said = told(b"%PDF")
    assert code == 1
    assert said.count("CQ540") == 1 and "Traceback" not in said


def test_no_letterhead_is_no_fault(tmp_path, capfd, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["templates", "check"]) == 0
    assert "has no letterhead" in capfd.readouterr().out


def test_help_can_be_asked_for_after_any_subcommand(tmp_path):
    assert typed(tmp_path, "templates", "list").returncode == 0
    assert typed(tmp_path, "templates", "--help").returncode == 0
