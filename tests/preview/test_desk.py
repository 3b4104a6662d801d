"""Papers made at the desk: where their words come from, what is withheld, and what stays when the text breaks."""

import json
import os
import shutil
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from communique.cli.say import Sources
from communique.cli.workspace import opened
from communique.model.audience import Audience
from communique.model.kind import Format
from communique.preview.desk import Desk
from communique.preview.picture import picture
from communique.preview.told import told_pages, told_state, told_words
from communique.preview.view import View
from communique.preview.words import fold

ROOT = Path(__file__).parents[2]
SPEECH = Path("content/ccm-3msp/universalization/speech.md")
POINT = "Countries that share common features may more easily understand each other and each other's challenges."
CUE = "look at the chair"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A desk over the example, with a cue in a sentence and one of its own, and a French text."""
    before, folder = Path.cwd(), tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "content", folder / "content")
    os.chdir(folder)
    text = SPEECH.read_text(encoding="utf-8")
    text = text.replace("and that it has now", f"[{CUE}]{{.cue}} and that it has now")
    SPEECH.write_text(text, encoding="utf-8")
    yield Desk(opened)
    os.chdir(before)


@pytest.fixture(scope="module")
def statement(desk):
    return desk.look(View())


def test_the_first_paper_is_that_for_the_room(statement):
    assert statement.view == View("ccm-3msp/universalization", "statement", "en", Audience.DELEGATION)
    assert not statement.is_held
    assert statement.meter.words == 492
    assert [fact.value for fact in statement.facts] == ["111", "75"]


def test_every_paragraph_is_found_whole_at_its_line(statement):
    lines = SPEECH.read_text(encoding="utf-8").split("\n")
    found = {}
    for place in statement.pages.places:
        if place.span.path == SPEECH.as_posix() and place.span.line > 15:
            letters = statement.pages.words.folded[place.start : place.end]
            found[place.span.line] = found.get(place.span.line, "") + letters
    said = {
        number: fold(
            line.partition(" {#")[0]
            .replace("{{ signatories }}", "111")
            .replace("{{ ratifications }}", "75")
            .replace(f"[{CUE}]{{.cue}} ", "")
        )
        for number, line in enumerate(lines, 1)
        if number in found
    }
    assert found == said
    assert len(found) == 12


def test_places_lie_on_their_pages_one_below_the_other(statement):
    for page, (width, height) in enumerate(statement.pages.sizes):
        boxes = [place.box for place in statement.pages.places if place.page == page]
        assert all(0 < box.left < box.right < width and 0 < box.top < box.bottom < height for box in boxes)
        texts = [place.box for place in statement.pages.places if place.page == page and place.span.line > 15]
        assert all(above.bottom <= below.top for above, below in pairwise(texts))


def test_the_title_comes_from_the_head_of_the_text_and_the_place_from_the_meeting(statement):
    spans = {place.span.path.rsplit("/", 1)[1]: [] for place in statement.pages.places}
    for place in statement.pages.places:
        spans[place.span.path.rsplit("/", 1)[1]].append(place.span.line)
    assert {2, 3} <= set(spans["speech.md"])
    assert {2, 4, 6} <= set(spans["meeting.yaml"])


def test_the_delegation_sees_where_the_statement_withholds_something_and_not_what_it_says(desk, statement):
    held = [part.what for gap in statement.pages.gaps for part in gap.held]
    assert held.count("talking point") == 6
    assert held.count("question and answer") == 3
    assert held.count("cue") == 1
    told = json.dumps(told_pages(statement.pages))
    for words in (POINT, fold(POINT), CUE, "The statement names no state but Norway"):
        assert words not in told
    between = [gap for gap in statement.pages.gaps if gap.held[0].what == "talking point"]
    for gap in between:
        texts = [place for place in statement.pages.places if place.page == gap.page]
        assert all(gap.box.top >= text.box.bottom or gap.box.bottom <= text.box.top for text in texts)


def test_the_cue_is_a_tick_behind_the_word_before_it(statement):
    gap = next(gap for gap in statement.pages.gaps if gap.held[0].what == "cue")
    letters = statement.pages.words.letters
    joined = "".join(letter.text for letter in letters)
    at = joined.index("and that it has now")
    before = next(letter for letter in reversed(letters[:at]) if letter.text.strip())
    assert gap.page == before.page
    assert gap.box.left == pytest.approx(before.box.right, abs=4)


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.SPEAKER])
def test_the_room_sees_no_gap(desk, audience):
    state = desk.look(View(audience=audience))
    assert state.pages.gaps == ()
    assert {fact.source is None for fact in state.facts} == {audience is Audience.PUBLIC}


def test_a_kind_above_its_audience_is_not_shown(desk):
    assert desk.look(View(kind="podium", audience=Audience.PUBLIC)).view.kind == "statement"
    assert desk.look(View(kind="podium", audience=Audience.SPEAKER)).view.kind == "podium"


def test_an_error_leaves_the_last_good_pages_and_is_told_with_its_line(desk):
    desk = Desk(opened)  # one that has shown nothing else
    good = desk.look(View())
    text = SPEECH.read_text(encoding="utf-8")
    SPEECH.write_text(text.replace("title: Universalization", "title: [Universalization"), encoding="utf-8")
    broken = desk.look(good.view)
    room = desk.look(View(good.view.folder, "statement", "en", Audience.PUBLIC))
    SPEECH.write_text(text, encoding="utf-8")
    assert broken.is_held
    assert broken.pages is good.pages
    assert good.pages.gaps
    assert (room.pages.digest, room.pages.gaps) == (good.pages.digest, ()), "the room sees no gap, in no case"
    told = told_state(broken, Sources())["findings"]
    assert [finding["severity"] for finding in told] == ["error"]
    assert told[0]["excerpt"].splitlines()[1].strip(" |") == "^"
    assert not desk.look(good.view).is_held


def test_settings_that_cannot_be_read_are_told_like_a_text(desk):
    good, _ = desk.look(View()), desk.table()
    Path("communique.toml").write_text("theme = plain\n", encoding="utf-8")
    broken = desk.look(good.view)
    table = desk.table()
    Path("communique.toml").unlink()
    assert broken.is_held
    assert broken.pages is good.pages
    assert broken.findings[0].span.path == "communique.toml"
    assert table.folders == ("ccm-3msp/universalization",)


def test_a_saved_paper_is_the_one_that_is_shown(desk, statement):
    assert desk.file(statement.view, Format.PDF).data == statement.pages.data


def test_nothing_is_put_into_the_build_folder(desk, statement):
    assert not Path("build").exists()


def test_the_words_of_a_page_are_whole_lines(statement):
    runs = [run[0].strip() for run in told_words(statement.pages.words, 0, statement.pages.sizes[0])]
    assert "NORWAY" in runs
    assert "Third Meeting of States Parties to the Convention on Cluster Munitions" in runs


def test_bands_are_one_picture(statement):
    whole = Image.open(BytesIO(picture(statement.pages.data, 0, 701)))
    bands = [Image.open(BytesIO(picture(statement.pages.data, 0, 701, band, 3))) for band in range(3)]
    assert sum(band.height for band in bands) == whole.height
    joined, top = Image.new("RGB", whole.size), 0
    for band in bands:
        joined.paste(band, (0, top))
        top += band.height
    assert ImageChops.difference(joined, whole.convert("RGB")).getbbox() is None


def test_a_picture_is_the_page_as_pdfium_draws_it(statement):
    with pypdfium2.PdfDocument(statement.pages.data) as document:
        drawn = document[0].render(scale=2).to_pil().convert("L")
    ours = Image.open(BytesIO(picture(statement.pages.data, 0, drawn.width))).convert("L")
    assert ours.size == drawn.size
    assert ImageStat.Stat(ImageChops.difference(ours, drawn)).mean[0] < 0.5


@pytest.mark.parametrize(
    ("page", "width", "band", "bands"),
    [
        (2, 800, 0, 1),
        (-1, 800, 0, 1),
        (0, 0, 0, 1),
        (0, 99999, 0, 1),
        (0, 800, 1, 1),
        (0, 800, 0, 0),
        (0, 12000, 0, 1),
        (0, 16, 0, 999),
    ],
)
def test_a_picture_that_there_cannot_be_is_refused(statement, page, width, band, bands):
    with pytest.raises(ValueError, match=r"part of a page|too large"):
        picture(statement.pages.data, page, width, band, bands)
