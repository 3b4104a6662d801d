"""Whole files: valid for both validators and our own, complete in their words, the same bytes twice."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import docx
import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator

import editions
from communique.model.page_facts import PageFacts
from communique.render.sheet import render
from communique.write.docx.package_checks import package_faults
from communique.write.docx.writer import write_docx
from sheet_making import make_sheet
from write.docx.opened import Opened, W, direct, words
from write.docx.torture import BODY, CSS, PICTURES

FACTS = PageFacts(4, {"one": 2, "two": 4, "norm": 2}, ((300.0, 200.0), (400.0,), (600.0,)))
MOMENT = datetime(2012, 9, 11, 8, 30, tzinfo=UTC)


def torture():
    return make_sheet(BODY, CSS, pictures=PICTURES, created=MOMENT)


def shipped():
    """Each kind of the first statement, without a title and with everything, in the shipped plain theme."""
    for edition in (editions.UNTITLED, editions.FULL):
        for kind in editions.KINDS:
            yield render(edition, kind, editions.ENGLISH, editions.PLAIN, editions.SIZES, editions.TEMPLATES)


@pytest.fixture(scope="module")
def written():
    return write_docx(torture(), FACTS)


@pytest.fixture(scope="module")
def papers():
    return [write_docx(sheet, PageFacts(1)) for sheet in shipped()]


def complaints(data, folder):
    path = folder / "written.docx"
    path.write_bytes(data)
    audit = [error.description for error in OpenXmlValidator().validate(path).errors]
    return [*audit, *map(str, ooxml_integrity.check(path)), *package_faults(data)]


def test_one_of_everything_is_a_valid_file(written, tmp_path):
    assert complaints(written[0], tmp_path) == []


def test_nothing_in_it_is_beyond_word(written):
    assert written[1] == ()


def test_the_shipped_papers_are_valid(papers, tmp_path):
    assert [complaints(data, tmp_path) for data, _ in papers] == [[]] * len(papers)


def test_the_shipped_papers_ask_nothing_of_word_that_it_lacks(papers):
    assert [found for _, findings in papers for found in findings] == []


def test_every_word_of_the_html_is_there_in_its_order(written):
    opened = Opened(written[0])
    said = " ".join(" ".join(words(p) for p in opened.paragraphs()).split())
    told = (
        "Universalization Contents First things 2 Second 4 First things The norm holds: bold, slanted, H2O, 1st, "
        "under, struck, small, marked, code, abbr, “quoted ‘twice’”. A link, one to the norm and one to nowhere. "
        "A second line. one one one deep deeper deepest two four five more of five one again a b Term Meaning Quoted. "
        "in a quotation two lines "
        "Figures Fact Value Signatories 111 Reach down ends across Sum 186 A second table with a paragraph"
    )
    for start, end in (("Universalization", "with a paragraph"),):
        assert said[said.index(start) : said.rindex(end) + len(end)] == told
    assert [words(p) for p in opened.paragraphs("footnotes")][2:] == [". See Article 6."]


def test_the_bytes_do_not_depend_on_the_process(written):
    script = (
        "import sys, hashlib; sys.path[:0] = sys.argv[1:]\n"
        "from write.docx.test_writer import FACTS, torture\n"
        "from communique.write.docx.writer import write_docx\n"
        "print(hashlib.sha256(write_docx(torture(), FACTS)[0]).hexdigest())\n"
    )
    tests = str(Path(__file__).parents[2])
    told = subprocess.run(
        [sys.executable, "-c", script, tests],
        env={**os.environ, "PYTHONHASHSEED": "777"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == sha256(written[0]).hexdigest()
    assert written[0] == write_docx(torture(), FACTS)[0]


def test_python_docx_reads_the_properties(written):
    core = docx.Document(BytesIO(written[0])).core_properties
    assert (core.title, core.author, core.subject) == ("Universalization", "Norway", "Third Meeting of States Parties")
    assert (core.keywords, core.language) == ("cluster munitions, universalization", "en")
    assert core.created == core.modified == MOMENT
    assert core.last_modified_by == ""


def test_an_unknown_date_is_absent():
    core = docx.Document(BytesIO(write_docx(make_sheet("<p>x</p>"), PageFacts(1))[0])).core_properties
    assert (core.created, core.modified) == (None, None)


def test_no_program_no_prompt_no_compatibility_mode(written):
    opened = Opened(written[0])
    settings = opened.root("settings")
    assert settings.find(W + "updateFields") is None
    mode = next(s for s in settings.iter(W + "compatSetting") if s.get(W + "name") == "compatibilityMode")
    assert mode.get(W + "val") == "15"
    assert "docProps/app.xml" not in opened.names
    assert not [name for name in opened.names if "stylesWithEffects" in name]


def test_the_styles_depend_on_the_theme_alone(written):
    other = write_docx(make_sheet("<p class='folio'>x</p><p>Another text.</p>", CSS), PageFacts(1))
    assert Opened(other[0]).members["word/styles.xml"] == Opened(written[0]).members["word/styles.xml"]


def test_a_colour_changed_in_the_theme_changes_the_styles_alone(written):
    changed = write_docx(make_sheet(BODY, CSS.replace("font-size: 16pt", "font-size: 16pt; color: #00a"),
                                    pictures=PICTURES, created=MOMENT), FACTS)  # fmt: skip
    before, after = Opened(written[0]).members, Opened(changed[0]).members
    assert {name for name in before if before[name] != after[name]} == {"word/styles.xml", "word/theme/theme1.xml"}


def test_runs_of_the_statement_have_no_direct_formatting(papers):
    statements = [Opened(data) for data, _ in (papers[0], papers[4])]
    roots = [
        root for opened in statements for root in opened.parts("document", "header", "footer", "footnotes").values()
    ]
    assert set().union(*(direct(p)[1] for root in roots for p in root.iter(W + "p"))) <= {"lang", "rtl"}


def test_control_characters_do_not_break_the_file(tmp_path):
    data, _ = write_docx(make_sheet("<p>a&#x1;b\x0bc & <em>d</em></p>", title="T\x02itle"), PageFacts(1))
    assert complaints(data, tmp_path) == []
    assert "�" in words(Opened(data).paragraphs()[0])


def test_an_empty_document_is_a_valid_file(tmp_path):
    assert complaints(write_docx(make_sheet(""), PageFacts(1))[0], tmp_path) == []


def test_an_element_without_a_place_in_word_is_an_error_and_its_words_stay():
    data, findings = write_docx(make_sheet("<p>Before <blink>within</blink> after</p>"), PageFacts(1))
    assert [(found.code.number, found.is_error) for found in findings] == [("CQ520", True)]
    assert words(Opened(data).paragraphs()[0]) == "Before within after"
