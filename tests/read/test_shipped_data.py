"""What communique brings along can be read, and says where it comes from."""

from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from communique.diagnostics.refused import Refused
from communique.model.audience import Audience
from communique.model.kind import Scope
from communique.model.settings import PageSize
from communique.read.kinds import kinds
from communique.read.labels import read_labels
from communique.read.themes import read_theme
from communique.read.venues import SHIPPED, read_venue
from communique.read.workspace import open_workspace

TODAY = date(2026, 11, 24)
VENUES = sorted(path.stem for path in SHIPPED.glob("*.yaml"))


@pytest.fixture
def workspace(tmp_path):
    return open_workspace(tmp_path, TODAY)


@pytest.mark.parametrize("name", VENUES)
def test_a_venue_has_a_source_and_a_limit(workspace, name):
    venue = read_venue(workspace, name)
    assert venue.source and venue.minutes and venue.checked <= TODAY


def test_a_venue_that_gives_words_and_minutes_gives_their_pace(workspace):
    for venue in (read_venue(workspace, name) for name in VENUES):
        if venue.words and venue.minutes:
            assert venue.words_per_minute == venue.words / venue.minutes


def test_a_workspace_has_its_own_venue_first(workspace, tmp_path):
    (tmp_path / "venues").mkdir()
    own = tmp_path / "venues" / "unga-general-debate.yaml"
    own.write_text("title: Ours\nsource: our note\nchecked: 2026-01-01\nminutes: 2.5\n", encoding="utf-8")
    venue = read_venue(workspace, "unga-general-debate")
    assert (venue.title, venue.minutes, venue.copies) == ("Ours", 2.5, None)


def test_the_kinds(workspace):
    found = kinds(workspace)
    assert {name: kind.audience for name, kind in found.items()} == {
        "statement": Audience.PUBLIC,
        "podium": Audience.SPEAKER,
        "talking-points": Audience.DELEGATION,
        "briefing-pack": Audience.DELEGATION,
        "register": Audience.DELEGATION,
        **dict.fromkeys(("handout-pack", "covering-note"), Audience.PUBLIC),
    }
    scopes = {name for name, kind in found.items() if kind.scope is Scope.RECIPIENT}
    assert scopes == {"handout-pack", "covering-note"}
    assert all(kind.template.path == f"templates/{name}.html" for name, kind in found.items())


def test_dropping_a_template_in_adds_a_kind(workspace, tmp_path):
    (tmp_path / "templates").mkdir()
    page = tmp_path / "templates" / "press-line.html"
    page.write_text("---\naudience: public\nformats: [docx]\n---\n<p>{{ edition }}</p>\n", encoding="utf-8")
    (tmp_path / "templates" / "statement.html").write_text(page.read_text(), encoding="utf-8")
    found = kinds(open_workspace(tmp_path, TODAY))
    assert found["press-line"].title == "Press line" and [str(one) for one in found["press-line"].formats] == ["docx"]
    assert found["statement"].template.text == page.read_text()


def test_a_theme_ends_with_the_size_of_the_paper(workspace, tmp_path):
    assert [sheet.path for sheet in read_theme(workspace, "plain").stylesheets] == [
        "templates/themes/base.css",
        "templates/themes/plain/theme.css",
        "communique.toml",
    ]
    (tmp_path / "communique.toml").write_text('page = "Letter"\n', encoding="utf-8")
    letter = open_workspace(tmp_path, TODAY)
    assert letter.settings.page is PageSize.LETTER
    assert read_theme(letter, "plain").stylesheets[-1].text == "@page { size: Letter }\n"


def test_a_workspace_may_replace_one_file_of_a_theme(tmp_path):
    folder = tmp_path / "templates" / "themes" / "plain"
    folder.mkdir(parents=True)
    (folder / "letterhead.dotx").write_bytes(b"PK")
    Image.new("L", (1, 1)).save(folder / "logo.png")
    theme = read_theme(open_workspace(tmp_path, TODAY), "plain")
    assert theme.letterhead is not None and theme.letterhead.name == "letterhead.dotx"
    assert "logo.png" in [asset.name for asset in theme.assets]
    assert "letterhead.dotx" not in [asset.name for asset in theme.assets]
    assert theme.stylesheets[1].text


def test_a_theme_whose_picture_does_more_than_draw_is_refused(tmp_path):
    folder = tmp_path / "templates" / "themes" / "plain"
    folder.mkdir(parents=True)
    (folder / "seal.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg">\n <script/></svg>', encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_theme(open_workspace(tmp_path, TODAY), "plain")
    assert [(str(one.span), one.code.number) for one in refused.value.diagnostics] == [
        ("templates/themes/plain/seal.svg:2:2", "CQ191")
    ]


def test_labels_take_the_nearest_wording(workspace, tmp_path):
    folder = tmp_path / "labels"
    folder.mkdir()
    (folder / "xx.po").write_text('msgid "Page"\nmsgstr "Pagina"\n\nmsgid "Note"\nmsgstr "Nota"\n', encoding="utf-8")
    (folder / "xx-YY.po").write_text('msgid "Page"\nmsgstr "Folha"\n', encoding="utf-8")
    labels = read_labels(workspace, "xx-YY")
    assert [labels.wording(word) for word in ("Page", "Note", "Else")] == ["Folha", "Nota", "Else"]


def test_the_data_is_inside_the_package():
    assert Path("data/venues") in [path.relative_to(SHIPPED.parents[1]) for path in (SHIPPED,)]
