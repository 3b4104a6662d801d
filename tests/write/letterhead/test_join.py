"""Papers on letterheads: every kind on each of them, valid, whole, with the letterhead's own words and looks."""

import subprocess
from dataclasses import replace
from io import BytesIO

import docx
import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator

import editions
from communique.guard.intruders import intruders
from communique.guard.ledger import against_sheet
from communique.guard.letterhead import fixed_words, without_fixed_words
from communique.guard.sheet_text import blocks_of
from communique.guard.word_inside import read_word
from communique.model.page_facts import PageFacts
from communique.model.placeholders import filled
from communique.model.theme import Asset
from communique.render.sheet import render
from communique.write.docx.package_checks import package_faults
from communique.write.docx.writer import write_docx
from communique.write.letterhead.join import on_letterhead
from sheet_making import make_sheet
from write.docx.opened import Opened, W, all_at, at, words
from write.docx.torture import BODY, CSS, PICTURES, PNG
from write.letterhead.letterheads import LETTERHEADS

FACTS = PageFacts(3, {}, ())
TORTURE_FACTS = PageFacts(4, {"one": 2, "two": 4, "norm": 2}, ((300.0, 200.0), (400.0,), (600.0,)))
MARKING = editions.FULL.particulars.marking


@pytest.fixture(scope="module")
def papers():
    """The four kinds, each with its sheet, written without a letterhead."""
    kinds = {kind.name: kind for kind in editions.KINDS}
    sheets = {
        name: render(editions.FULL, kind, editions.ENGLISH, editions.PLAIN, editions.SIZES, editions.TEMPLATES)
        for name, kind in kinds.items()
    }
    return {name: (sheet, write_docx(sheet, FACTS)[0]) for name, sheet in sheets.items()}


@pytest.fixture(scope="module")
def letterheads(tmp_path_factory):
    """All letterheads, and two of them as LibreOffice saves them."""
    folder = tmp_path_factory.mktemp("saved")
    for name in ("first-page", "layout-table"):
        (folder / f"{name}.docx").write_bytes(LETTERHEADS[name])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.docx")))
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(folder / "out"), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    saved = {f"libreoffice-{path.stem}": path.read_bytes() for path in sorted((folder / "out").glob("*.docx"))}
    assert len(saved) == 2
    return LETTERHEADS | saved


@pytest.fixture(scope="module")
def joined(papers, letterheads):
    """A paper on a letterhead, made once."""
    made = {}

    def join(name, kind):
        if (name, kind) not in made:
            sheet, written = papers[kind]
            asset = Asset("letterhead.docx", letterheads[name])
            made[name, kind] = on_letterhead(asset, "plain", written, filled(sheet.fields))
        return made[name, kind]

    return join


NAMES = (*LETTERHEADS, "libreoffice-first-page", "libreoffice-layout-table")
KINDS = [kind.name for kind in editions.KINDS]


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_on_it_is_a_valid_file(joined, name, tmp_path):
    for number, kind in enumerate(KINDS):
        path = tmp_path / f"{kind}.docx"
        path.write_bytes(joined(name, kind))
        assert list(map(str, ooxml_integrity.check(path))) == []
        assert package_faults(path.read_bytes()) == ()
        if number == NAMES.index(name) % len(KINDS) or kind == "briefing-pack":
            assert [error.description for error in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost_and_none_is_added(joined, papers, letterheads, name):
    for kind in KINDS:
        sheet, _ = papers[kind]
        reading = read_word(kind, joined(name, kind))
        fixed = fixed_words(Asset("letterhead.docx", letterheads[name]), sheet.fields)
        ours, lost = without_fixed_words(reading, fixed)
        assert lost == ()
        assert list(against_sheet(ours, [*blocks_of(sheet), *fixed.blocks()])) == []
        assert list(intruders(reading)) == []


@pytest.mark.parametrize("name", NAMES)
def test_python_docx_opens_it_with_the_words_of_its_header_and_its_logo(joined, letterheads, name):
    for kind in KINDS:
        document = docx.Document(BytesIO(joined(name, kind)))
        assert document.core_properties.title
        opened = Opened(joined(name, kind))
        margins = " ".join(words(p) for n in opened.parts("header", "footer") for p in opened.paragraphs(n))
        assert "Victoria Terrasse 7" in margins and "{{" not in margins
        before = Opened(letterheads[name]).parts("header").values()
        after = opened.parts("header").values()
        assert sum(pictures(root) for root in after) == sum(pictures(root) for root in before)
        assert PNG in opened.members.values() or not any(pictures(root) for root in before)


def pictures(root):
    return sum(1 for _ in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"))


def test_the_same_paper_has_the_same_bytes(papers, joined):
    sheet, written = papers["statement"]
    again = on_letterhead(Asset("x.docx", LETTERHEADS["french"]), "plain", written, filled(sheet.fields))
    assert again == joined("french", "statement")


def header(opened, part="header1"):
    return [words(p) for p in opened.paragraphs(part)]


def test_placeholders_are_filled_in_headers(joined):
    assert "Ministry of Foreign Affairs: Universalization" in header(Opened(joined("document", "statement")))


def test_placeholders_that_word_split_are_filled(joined):
    texts = [words(p) for p in Opened(joined("split", "statement")).paragraphs()]
    assert texts[0] == "Universalization of Norway"


def test_both_branches_of_a_text_box_are_filled(joined):
    texts = header(Opened(joined("text-box", "statement")))
    assert texts[1:3] == ["12\xa0September\xa02012 CCM\xa03MSP"] * 2


def test_fixed_words_stand_before_and_after(joined):
    texts = [words(p) for p in Opened(joined("template", "statement")).paragraphs()]
    assert texts[0] == "Note verbale" and texts[-1].startswith("Oslo, ") and len(texts) > 10


def test_a_template_becomes_a_document(joined):
    types = Opened(joined("template", "statement")).members["[Content_Types].xml"].decode()
    assert "document.main+xml" in types and "template" not in types


def test_empty_lines_at_the_end_of_a_letterhead_leave_no_gap(joined):
    texts = [words(p) for p in Opened(joined("no-place", "statement")).paragraphs()]
    assert texts[0] == "Fixed words" and texts[1]


def test_nothing_of_its_author_travels(joined):
    for kind in KINDS:
        opened = Opened(joined("macros", kind))
        everything = b"\n".join(opened.members.values())
        for trace in (
            b"Hansen",
            b"minister</w:t>",
            b"old wording",
            b"attachedTemplate",
            b"rsid",
            b"vbaProject",
            b"unseen",
        ):
            assert trace not in everything
        assert not [n for n in opened.names if "comments" in n or "people" in n or n.endswith(".bin")]
    assert [words(p) for p in opened.paragraphs()[:2]] == ["Ref. 26/1 new", "Seen again"]


@pytest.mark.parametrize(
    ("name", "ident", "ours"),
    [
        ("french", "Titre1", "heading 1"),
        ("french", "Corpsdetexte", "Body Text"),
        ("norwegian", "Overskrift1", "heading 1"),
        ("norwegian", "Brdtekst", "Body Text"),
        ("norwegian", "Tittel", "Title"),
        ("numbered", "Heading1", "heading 1"),
    ],
)
def test_its_styles_win_by_name(joined, name, ident, ours):
    opened = Opened(joined(name, "briefing-pack"))
    assert opened.style(ours).get(W + "styleId") == ident


def test_an_alias_is_a_name_too(joined):
    opened = Opened(joined("theme-fonts", "statement"))
    assert opened.style("MFA Text") is not None
    assert "Body Text" not in {at(style, "name") for style in opened.root("styles").iter(W + "style")}


def test_theme_fonts_stay(joined):
    fonts = Opened(joined("theme-fonts", "statement")).root("styles").find(f".//{W}docDefaults//{W}rFonts")
    assert fonts.get(W + "asciiTheme") == "minorHAnsi"
    theme = Opened(LETTERHEADS["theme-fonts"]).members["word/theme/theme1.xml"]
    assert b'typeface="Times New Roman"' in theme
    assert b'typeface="Times New Roman"' in Opened(joined("theme-fonts", "statement")).members["word/theme/theme1.xml"]


def test_its_numbering_stays_and_ours_comes_behind(joined):
    opened = Opened(joined("numbered", "briefing-pack"))
    tags = [one.tag.removeprefix(W) for one in opened.root("numbering")]
    assert tags == sorted(tags)  # abstractNum before num
    assert at(opened.style("heading 1"), "pPr/numPr/numId") == "7"
    own = {one.get(W + "abstractNumId") for one in opened.root("numbering").iter(W + "abstractNum")}
    assert {"3", "4"} < own


def test_the_first_page_stands_once(joined):
    sections = list(Opened(joined("first-page", "briefing-pack")).root().iter(W + "sectPr"))
    assert len(sections) > 1
    assert [section.find(W + "titlePg") is not None for section in sections] == [True] + [False] * (len(sections) - 1)


def test_a_marking_stands_on_internal_papers_alone(joined):
    for name in ("document", "marked"):
        public, internal = (Opened(joined(name, kind)) for kind in ("statement", "briefing-pack"))
        said = [[t for part in o.parts("header") for t in header(o, part)] for o in (public, internal)]
        assert MARKING not in " ".join(said[0])
        assert " ".join(said[1]).count(MARKING) == 1
    assert header(Opened(joined("marked", "statement"))) == ["MFA"]  # what is unknown leaves no gap


def test_the_letterhead_keeps_its_language_and_the_paper_has_its_own(joined):
    opened = Opened(joined("french", "statement"))
    assert at(opened.root("styles"), "docDefaults/rPrDefault/rPr/lang").startswith("en")
    assert {one.get(W + "val") for one in opened.root("header1").iter(W + "lang")} == {"fr-FR"}


def test_notes_count_on_behind_those_of_the_letterhead(joined):
    opened = Opened(joined("notes", "statement"))
    calls = [call.get(W + "id") for call in opened.root().iter(W + "footnoteReference")]
    assert calls[0] == "1" and calls == sorted(calls, key=int) and len(set(calls)) == len(calls) > 1


def test_contents_end_at_the_edge_of_its_text(joined):
    opened = Opened(joined("document", "briefing-pack"))
    stops = {int(tab.get(W + "pos")) for tab in opened.style("toc 1").iter(W + "tab") if tab.get(W + "val") == "right"}
    assert stops == {11906 - 1418 - 1701}


@pytest.fixture(scope="module")
def torture():
    """A document with one of everything."""
    return write_docx(make_sheet(BODY, CSS, pictures=PICTURES), TORTURE_FACTS)[0]


@pytest.mark.parametrize("name", ["numbered", "norwegian", "landscape", "notes", "first-page"])
def test_one_of_everything_is_valid_on_it(torture, name, tmp_path):
    data = on_letterhead(Asset("x.docx", LETTERHEADS[name]), "trial", torture, filled(()))
    path = tmp_path / "torture.docx"
    path.write_bytes(data)
    assert list(map(str, ooxml_integrity.check(path))) == []
    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []
    assert package_faults(data) == ()


def test_a_page_on_its_side_is_the_letterheads_page_turned(torture):
    data = on_letterhead(Asset("x.docx", LETTERHEADS["document"]), "trial", torture, filled(()))
    sizes = [all_at(section, "pgSz") for section in Opened(data).root().iter(W + "sectPr")]
    turned = [size for size in sizes if "orient" in size]
    assert turned == [{"w": "16838", "h": "11906", "orient": "landscape"}]
    assert {(size["w"], size["h"]) for size in sizes if size not in turned} == {("11906", "16838")}


def test_a_list_that_begins_anew_does_so_in_the_letterheads_own_numbers(torture):
    opened = Opened(on_letterhead(Asset("x.docx", LETTERHEADS["numbered"]), "trial", torture, filled(())))
    lists = {num.get(W + "numId"): num for num in opened.root("numbering").iter(W + "num")}
    begun = [lists[at(p, "pPr/numPr/numId")] for p in opened.paragraphs() if at(p, "pPr/pStyle") == "ListNumber"
             and at(p, "pPr/numPr/numId")]  # fmt: skip
    own = [num for num in begun if at(num, "abstractNumId") == "4"]
    assert [at(num, "lvlOverride/startOverride") for num in own][:1] == ["4"]


def test_the_folder_of_a_theme_gives_the_writer_its_letterhead(papers):
    sheet, _ = papers["statement"]
    theme = replace(sheet.theme, letterhead=Asset("letterhead.dotx", LETTERHEADS["template"]))
    data, _ = write_docx(replace(sheet, theme=theme), FACTS)
    assert words(Opened(data).paragraphs()[0]) == "Note verbale"
