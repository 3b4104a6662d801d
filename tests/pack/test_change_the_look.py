"""docs/change-the-look.md does what it says: the worked example is made, built, spoilt and checked here."""

import io
import re
import sys
import zipfile
from datetime import date

import docx
import pypdfium2
import pytest
from PIL import Image, ImageChops

from communique.read.themes import read_theme
from communique.read.workspace import open_workspace
from communique.write.style.stylebook import stylebook
from desk import typed
from pack.workspaces import ROOT, Bench

sys.path.insert(0, str(ROOT / "docs"))

import look_pictures
import template_names
import worked_example

PAGE = worked_example.PAGE.read_text(encoding="utf-8")
ACCENT = "7A1F3D"


def with_example(folder):
    """A workspace with the files of the example, made the way the page says."""
    bench = Bench.with_example(folder)
    command, printed = worked_example.commands()[0]
    assert typed(folder, *command.split()[1:]).stdout.strip() == printed
    theme = folder / worked_example.THEME
    told = worked_example.shown_files()
    theme.write_text(worked_example.changed(theme.read_text(encoding="utf-8"), told[worked_example.THEME]))
    bench.write("templates/fact-sheet.html", told["templates/fact-sheet.html"])
    bench.write("communique.toml", 'theme = "ministry"\n')
    return bench


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    """The example, built by the last command of the page that builds."""
    made = with_example(tmp_path_factory.mktemp("a ministry"))
    builds = [command for command, _ in worked_example.commands() if " build " in command]
    made.run(*builds[-1].split()[1:])
    return made


def styles(bench, paper):
    with zipfile.ZipFile(io.BytesIO(bench.paper(paper))) as package:
        return package.read("word/styles.xml").decode()


def test_both_formats_wear_the_theme(bench):
    title = docx.Document(io.BytesIO(bench.paper("public/statement.en.docx"))).styles["Title"]
    assert title.font.size.pt == 24
    delegation = re.search(r'w:styleId="Delegation".*?</w:style>', styles(bench, "public/statement.en.docx"))
    assert delegation and f'w:val="{ACCENT}"' in delegation[0]
    with pypdfium2.PdfDocument(bench.paper("public/statement.en.pdf")) as pdf:
        sizes, colours = set(), set()
        for thing in pdf[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            sizes.add(round(thing.get_font_size() * thing.get_matrix().a))
            red, green, blue, _ = colour(thing)
            colours.add(f"{red:02X}{green:02X}{blue:02X}")
    assert 24 in sizes and ACCENT in colours and "17456B" not in colours


def colour(thing):
    parts = [pypdfium2.raw.c_uint() for _ in range(4)]
    assert pypdfium2.raw.FPDFPageObj_GetFillColor(thing.raw, *parts)
    return tuple(part.value for part in parts)


def test_the_new_kind_is_there_in_both(bench):
    word = docx.Document(io.BytesIO(bench.paper("delegation/fact-sheet.en.docx")))
    assert [p.style.name for p in word.paragraphs if p.text.startswith("Figures")] == ["Reminder"]
    with pypdfium2.PdfDocument(bench.paper("delegation/fact-sheet.en.pdf")) as pdf:
        assert len(pdf) == 1 and "Figures as they stand in the statement." in pdf[0].get_textpage().get_text_range()


def test_the_house_theme_of_the_page_turns_two_dials(tmp_path):
    text = re.search(r"```css\n/\* (templates/[^ ]+) \*/\n(.*?)```", PAGE, re.DOTALL)
    Bench.with_example(tmp_path).write(text[1], text[2])
    theme = read_theme(open_workspace(tmp_path, date(2012, 9, 1)), "house")
    assert stylebook(theme.stylesheets, "en", "ltr").named("Delegation").run["color"] == ACCENT


def test_check_says_what_the_page_says(tmp_path):
    bench = with_example(tmp_path)
    well, ill = [printed for command, printed in worked_example.commands() if command.endswith("templates check")]
    done = typed(tmp_path, "templates", "check")
    assert (done.returncode, done.stdout.strip()) == (0, well)
    bench.replace("templates/fact-sheet.html", "page.masthead", "page.masthed")
    bench.replace(worked_example.THEME, ".reminder {", ".remindre {")
    theme = tmp_path / worked_example.THEME
    theme.write_text(theme.read_text(encoding="utf-8") + ".objective { border-radius: 4pt }\n", encoding="utf-8")
    done = typed(tmp_path, "templates", "check")
    told = [line for line in done.stderr.splitlines() if re.match(r"templates/|  help", line)]
    assert (done.returncode, told) == (1, ill.splitlines())


def test_what_is_copied_is_compared_and_never_overwritten(tmp_path):
    with_example(tmp_path)
    typed(tmp_path, "templates", "copy", "statement")
    again = typed(tmp_path, "templates", "copy", "statement")
    assert again.returncode == 1 and "CQ757" in again.stderr
    assert "the same as communique's statement.html" in typed(tmp_path, "templates", "diff", "statement").stdout
    theirs = typed(tmp_path, "templates", "diff", "ministry").stdout
    assert "whose file is still the same; what differs is yours" in theirs and "+  --title-size: 24pt;" in theirs
    copy = tmp_path / "templates/statement.html"
    copy.write_text(re.sub("sha256 .{8}", "sha256 00000000", copy.read_text()).replace("<main>", "<main >"))
    assert "whose file has changed since" in typed(tmp_path, "templates", "diff", "statement").stdout
    listed = typed(tmp_path, "templates", "list").stdout
    assert re.search(r"^statement +public .* workspace, before communique's$", listed, re.MULTILINE)
    assert re.search(r"^fact-sheet +delegation +pdf, docx +en +workspace$", listed, re.MULTILINE)
    assert re.search(r"^ministry \(in use\) +plain +workspace$", listed, re.MULTILINE)


@pytest.mark.parametrize("name", ["statment", "../x"])
def test_a_copy_of_nothing_is_refused(tmp_path, name):
    done = typed(with_example(tmp_path).root, "templates", "copy", name)
    assert done.returncode == 1 and "CQ175" in done.stderr


def test_describe_shows_the_real_content(tmp_path):
    Bench.with_example(tmp_path)
    done = typed(tmp_path, "templates", "describe", "edition.particulars.pl").stdout
    assert re.search(r'^edition\.particulars\.place +words, if known +"Oslo"$', done, re.MULTILINE)
    assert 'did you mean "Question"?' in typed(tmp_path, "templates", "describe", "Qestion").stderr


def test_the_page_of_names_is_current():
    assert template_names.PLACE.read_text(encoding="utf-8") == template_names.page(), "make docs writes it anew"


def test_the_pictures_of_the_page_are_current():
    shown = set(re.findall(r"pictures/(look-[\w-]+)\.png", PAGE))
    made = look_pictures.pictures()
    assert shown == set(made)
    for name, picture in made.items():
        with Image.open(look_pictures.PICTURES / f"{name}.png") as kept:
            difference = ImageChops.difference(kept.convert("L"), picture.convert("L"))
        assert difference.getbbox() is None, f"{name} looks otherwise now: make docs"
