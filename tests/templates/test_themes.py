"""The three themes: valid in both formats on both sizes of paper, one page of points, a podium on two thirds."""

from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product

import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator

from communique.diagnostics.refused import Refused
from communique.model.settings import PageSize, Settings
from communique.read.themes import read_theme
from communique.read.workspace import open_workspace
from communique.render.sheet import render
from communique.write.conformance import pdf_conformance
from communique.write.layout import lay_out
from communique.write.style.stylebook import stylebook
from communique.write.writers import WRITERS
from desk import typed
from editions import BASE, BRIEFING_PACK, ENGLISH, FULL, PODIUM, ROOT, STATEMENT, TALKING_POINTS, TEMPLATES

WORKSPACE = open_workspace(ROOT, date(2012, 9, 1))
THEMES = {name: read_theme(WORKSPACE, name) for name in ("plain", "modern", "formal")}
EACH = pytest.mark.parametrize(("name", "page"), [*product(THEMES, PageSize)])
OWN = ":root { --extends: %s; --title-size: 20pt }\n"


@cache
def made(edition, kind, name, page):
    """A sheet in a theme and its pages."""
    sheet = render(edition, kind, ENGLISH, THEMES[name], Settings(page=page), TEMPLATES)
    return sheet, lay_out(sheet)


def boxes_of_words(box):
    if type(box).__name__ == "TextBox":
        yield box
    for child in getattr(box, "children", ()):
        yield from boxes_of_words(child)


@EACH
def test_it_is_valid_in_both_formats(name, page, tmp_path):
    """The pack holds every block and part but the lectern's: one on each size of paper."""
    sheet, layout = made(FULL, BRIEFING_PACK if page is PageSize.A4 else PODIUM, name, page)
    written = {kind.value: write(sheet, layout) for kind, write in WRITERS.items()}
    assert not layout.diagnostics
    assert [finding for _, findings in written.values() for finding in findings] == []
    assert pdf_conformance(written["pdf"][0]) == ("PDF/A-3a, PDF/UA-1", ())
    path = tmp_path / "paper.docx"
    path.write_bytes(written["docx"][0])
    assert not OpenXmlValidator().validate(path).errors and not list(ooxml_integrity.check(path))


@EACH
def test_talking_points_have_one_page(name, page):
    assert made(FULL, TALKING_POINTS, name, page)[1].facts.pages == 1


@EACH
def test_the_speaker_reads_on_the_upper_two_thirds(name, page):
    for sheet in made(FULL, PODIUM, name, page)[1].document.pages[1:]:
        words = [each for each in boxes_of_words(sheet._page_box.children[0]) if each.text.strip()]
        assert max(each.position_y + each.height for each in words) <= sheet.height * 2 / 3


@pytest.mark.parametrize("name", THEMES)
def test_nothing_reaches_over_the_edge(name):
    _, layout = made(FULL, BRIEFING_PACK, name, PageSize.A4)
    for sheet in layout.document.pages:
        words = [each for each in boxes_of_words(sheet._page_box) if each.text.strip()]
        assert min(each.position_x for each in words) > 0
        assert max(each.position_x + each.width for each in words) < sheet.width


@pytest.mark.parametrize("name", THEMES)
def test_each_names_the_same_word_styles(name):
    named = set(stylebook(THEMES[name].stylesheets, "en", "ltr").styles)
    assert named == set(stylebook(THEMES["plain"].stylesheets, "en", "ltr").styles)


def test_the_formal_brief_has_its_symbol_first_and_numbers_with_full_stops():
    _, layout = made(FULL, STATEMENT, "formal", PageSize.A4)
    words = [each for each in boxes_of_words(layout.document.pages[0]._page_box.children[0]) if each.text.strip()]
    assert words[0].text == "ABC (00) 10" and words[0].position_x == min(each.position_x for each in words)
    assert "1." in [each.text for each in words]


def own_theme(folder, name, text, **files):
    place = folder / "templates/themes" / name
    place.mkdir(parents=True)
    (place / "theme.css").write_text(text, encoding="utf-8")
    for file, data in files.items():
        (place / f"{file}.png").write_bytes(data)
    return open_workspace(folder, date(2012, 9, 1))


def test_a_theme_inherits_through_another_and_its_own_files_win(tmp_path):
    picture = (ROOT / "docs/pictures/statement.png").read_bytes()
    other = (ROOT / "docs/pictures/podium.png").read_bytes()
    own_theme(tmp_path, "house", OWN % "modern", logo=picture)
    workspace = own_theme(tmp_path, "desk", OWN % "house", logo=other, stripe=picture)
    theme = read_theme(workspace, "desk")
    assert [sheet.path.split("/")[-2] for sheet in theme.stylesheets[:-1]] == [
        "themes",
        "plain",
        "modern",
        "house",
        "desk",
    ]
    assert theme.logo == "logo.png" and [asset.name for asset in theme.assets] == ["logo.png", "stripe.png"]
    assert len(next(asset.data for asset in theme.assets if asset.name == "logo.png")) == len(other)
    assert stylebook(theme.stylesheets, "en", "ltr").named("Title").run["sz"] == 40


def test_a_logo_stands_in_both_formats_and_says_nothing(tmp_path):
    workspace = own_theme(
        tmp_path, "house", OWN % "plain", logo=(ROOT / "docs/pictures/look-block-signature.png").read_bytes()
    )
    sheet = render(BASE, STATEMENT, ENGLISH, read_theme(workspace, "house"), Settings(), TEMPLATES)
    layout = lay_out(sheet)
    pdf, word = (write(sheet, layout)[0] for write in WRITERS.values())
    assert not layout.diagnostics and pdf_conformance(pdf)[1] == ()
    assert b"word/media/" in word and 'src="theme/logo.png" alt="" role="presentation"' in sheet.html
    assert 'class="logo"' not in render(BASE, STATEMENT, ENGLISH, THEMES["plain"], Settings(), TEMPLATES).html


@pytest.mark.parametrize(
    ("said", "code", "advice"),
    [("modren", "CQ171", 'did you mean "modern"?'), ("house", "CQ174", "take one of the --extends away")],
)
def test_an_heir_of_nothing_or_of_itself_is_refused_at_its_line(tmp_path, said, code, advice):
    workspace = own_theme(tmp_path, "house", OWN % said)
    with pytest.raises(Refused) as refused:
        read_theme(workspace, "house")
    (finding,) = refused.value.diagnostics
    assert (finding.code.number, finding.help) == (code, advice)
    assert str(finding.span) == "templates/themes/house/theme.css:1:20"


def test_a_comment_makes_no_heir(tmp_path):
    workspace = own_theme(tmp_path, "house", "/* --extends: nothing */ p { margin: 0 }")
    assert len(read_theme(workspace, "house").stylesheets) == 3


def test_a_new_workspace_wears_the_theme_that_was_asked_for(tmp_path):
    assert typed(tmp_path, "new", "desk", "--theme", "formal").returncode == 0
    assert open_workspace(tmp_path / "desk", date(2012, 9, 1)).settings == replace(Settings(), theme="formal")
    slip = typed(tmp_path, "new", "other", "--theme", "formel")
    assert slip.returncode == 1 and 'did you mean "formal"?' in slip.stderr and not (tmp_path / "other").exists()
