"""The preview in Debian's Chromium: what a desk officer does with it, from the first page to Ctrl-C."""

import json
import shutil
import sys
from pathlib import Path
from shlex import quote

import pytest
from axe_playwright_python.sync_playwright import Axe

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "docs"))

from preview_pictures import NARROW, SPEECH, WIDE, Preview, browsing, reading, workspace  # noqa: E402  a script of docs/

FRENCH = "---\ntitle: Universalisation\nlanguage: fr\nstatus: final\n---\n\nMonsieur le Président,\n\nNous agirons.\n"


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    """A preview over the example, whose editor writes down what it is asked to open."""
    folder = workspace(tmp_path_factory.mktemp("preview"))
    write_down = "import sys; open('opened', 'w').write(' '.join(sys.argv[1:]))"
    editor = f'{quote(sys.executable)} -c "{write_down}" {{line}} {{file}}'
    started = Preview(folder, COMMUNIQUE_EDITOR=editor)
    yield started
    told = started.end()
    assert "Traceback" not in told
    assert started.process.returncode == 0


@pytest.fixture(scope="module")
def browser():
    with browsing() as browser:
        yield browser


@pytest.fixture
def reader(browser, preview):
    """Somebody who has just opened the page; the text is as it was again afterwards."""
    with reading(browser, preview) as reader:
        yield reader
        assert reader.slips == []
    (preview.workspace / SPEECH).write_bytes((ROOT / SPEECH).read_bytes())


def test_what_is_saved_is_shown_where_the_reader_is(reader):
    page = reader.page
    page.get_by_label("Written in speech.md, line 41").evaluate("one => one.scrollIntoView({block: 'start'})")
    page.wait_for_function("() => document.querySelectorAll('.sheet .picture img').length === 2")
    read = page.get_by_label("Written in speech.md, line 41")
    before = read.bounding_box()["y"]
    reader.write("tremendous progress in our", f"tremendous and, {'let us say so, ' * 9}steady progress in our")
    reader.write("high priority during the Norwegian presidency. {#", "very high priority in our presidency. {#")
    reader.sees("very high priority")
    assert read.bounding_box()["y"] == pytest.approx(before, abs=3)


def test_an_error_stands_above_the_last_good_page_until_it_is_mended(reader, preview):
    page = reader.page
    shown = page.get_attribute("html", "data-shown")
    reader.write("title: Universalization", "title: [Universalization")
    notice = page.locator("#notice .finding")
    notice.wait_for()
    assert "Below is the last good page." in page.locator("#notice").inner_text()
    source, caret = notice.locator("pre").inner_text().splitlines()
    assert "full_title" in source
    assert caret.strip(" |") == "^"
    assert page.locator("#sheets .words span", has_text="Thank you, Mr President.").count() == 1
    assert page.locator("#pdf").is_hidden()
    notice.locator("button").click()
    assert page.locator("#place code").inner_text().startswith(f"{SPEECH}:3:")
    page.get_by_text("Opened in your editor.").wait_for()
    page.wait_for_timeout(100)
    assert (preview.workspace / "opened").read_text() == f"3 {preview.workspace / SPEECH}"
    reader.write("title: [Universalization", "title: Universalization")
    page.wait_for_selector("#notice", state="hidden")
    assert page.get_attribute("html", "data-shown") == shown


def test_audience_and_language_are_switched(reader, preview):
    page = reader.page
    assert page.locator(".gap").count() == 7
    assert page.locator("#legend").is_visible()
    page.get_by_label("The room").check()
    page.wait_for_function("() => !document.querySelector('.gap')")
    assert page.locator("#papers li").all_inner_texts() == ["Statement\nfor the room"]
    assert "Norwegian Intervention" not in page.locator("#facts").inner_text()
    page.get_by_label("The speaker").check()
    page.locator("#papers").get_by_text("Podium copy").click()
    reader.sees("4.9 min at 100 words a minute")
    french = (preview.workspace / SPEECH).with_name("speech.fr.md")
    french.write_text(FRENCH, encoding="utf-8")
    page.get_by_label("fr", exact=True).check()
    reader.sees("Monsieur le Président")
    assert "Universalisation" in page.title()
    page.reload()
    reader.sees("Monsieur le Président")
    french.unlink()
    page.wait_for_selector("#language", state="hidden")


def test_a_paragraph_names_its_line_to_mouse_and_keyboard(reader):
    page = reader.page
    line = page.locator("#sheets .words span", has_text="Since the adoption").first
    line.click()
    assert page.locator("#place code").inner_text() == f"{SPEECH}:19:1"
    page.get_by_label("Written in speech.md, line 25").focus()
    page.keyboard.press("Enter")
    assert page.locator("#place code").inner_text() == f"{SPEECH}:25:1"
    page.get_by_label("Withheld here: talking point. Written in speech.md, line 21").press("Enter")
    assert page.locator("#place code").inner_text().startswith(f"{SPEECH}:21")
    line.select_text()
    assert page.evaluate("getSelection().toString()").startswith("Since the adoption of the Cluster")


def test_pages_are_as_sharp_as_the_screen(reader):
    page = reader.page
    for _ in range(9):
        page.get_by_label("Larger").click()
    assert page.get_by_text("600 %").is_visible()
    page.wait_for_function("""() => {
        const bands = [...document.querySelectorAll('.sheet:first-child .picture img')].filter((one) => one.complete);
        return bands.length && bands.some((one) => one.naturalWidth === one.closest('.sheet').clientWidth);
    }""")
    span = page.locator("#sheets .words span", has_text="Thank you, Mr President.").first.bounding_box()
    sheet = page.locator(".sheet").first.bounding_box()
    assert span["width"] / sheet["width"] == pytest.approx((246.2 - 113.4) / 595.3, abs=0.01)


def test_a_paper_is_saved_as_it_is_shown(reader):
    with reader.page.expect_download() as waiting:
        reader.page.get_by_text("Save PDF").click()
    assert waiting.value.suggested_filename == "statement.en.pdf"
    with waiting.value.path().open("rb") as saved:
        assert saved.read(5) == b"%PDF-"


def test_a_label_of_the_workspace_is_seen_at_once(reader, preview):
    catalog = (
        'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "Check against delivery"\nmsgstr "Check it while it is read"\n'
    )
    (preview.workspace / "labels").mkdir()
    (preview.workspace / "labels" / "en.po").write_text(catalog, encoding="utf-8")
    reader.sees("Check it while it is read")
    (preview.workspace / "labels" / "en.po").write_text(catalog.replace("it is", "it's being"), encoding="utf-8")
    reader.sees("Check it while it’s being read")
    shutil.rmtree(preview.workspace / "labels")
    reader.sees("Check against delivery")


def test_the_word_file_is_seen_beside_the_pages(reader):
    page = reader.page
    page.get_by_text("Word beside it").click()
    page.get_by_text("Right: the Word file as LibreOffice shows it.").wait_for(timeout=60_000)
    assert page.get_by_label("Word, page 1 of 2").is_visible()
    page.get_by_label("Word, page 1 of 2").locator(".words span", has_text="Universalization").first.wait_for()
    left, right = (page.get_by_label(name, exact=True).bounding_box() for name in ("Page 1 of 2", "Word, page 1 of 2"))
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] < right["x"]
    page.get_by_text("Word beside it").click()
    assert page.get_by_label("Word, page 1 of 2").count() == 0


@pytest.mark.parametrize("looks", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing(browser, preview, size, looks):
    with reading(browser, preview, size, looks) as reader:
        reader.write("title: Universalization", "title: [Universalization")
        reader.page.wait_for_selector("#notice .finding")
        try:
            for panel in ("pages", "papers", "panel") if (size, looks) == (NARROW, "light") else ("pages",):
                reader.page.evaluate("panel => { document.body.dataset.panel = panel; }", panel)
                found = Axe().run(reader.page).response["violations"]
                told = [(one["id"], one["impact"], [node["target"] for node in one["nodes"]]) for one in found]
                assert told == [], json.dumps(told, indent=1)
                wide = reader.page.evaluate("document.documentElement.scrollWidth")
                assert wide <= size[0], "the page would have to be moved sideways"
        finally:
            reader.write("title: [Universalization", "title: Universalization")
