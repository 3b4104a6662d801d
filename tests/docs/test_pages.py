"""The documentation does what it says: each command is typed, each snippet is read, each link leads somewhere."""

import doctest
import json
import re
import shlex
import sys
from datetime import date
from statistics import median

import pypdfium2
import pytest

from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source
from communique.read.forms import FrontMatter, MeetingForm
from communique.read.kinds import kinds
from communique.read.principals import PrincipalForm
from communique.read.recipients import read_recipients
from communique.read.typed import fill
from communique.read.venues import VenueForm
from communique.read.workspace import open_workspace
from communique.read.yaml_tree import parse_mapping
from desk import ROOT, communique, typed
from doc_pages import PAGES, Block, blocks, commands, headings, in_prose, misread, targets
from mailing_desk import delegations, distributed, meeting_desk

sys.path.insert(0, str(ROOT / "docs"))

from worked_example import changed

SEND = "tests/cli/test_send.py"
PACKS = "tests/engine/test_distribution.py"
CLUSTER = "tests/engine/test_cluster.py::test_a_cluster_makes_the_same_bytes_though_a_worker_is_killed"
ENCRYPTED = "tests/engine/test_cluster.py::test_the_line_is_encrypted_with_certificates_on_both_sides"
ELSEWHERE = {
    "make": "tests/test_set_up.py::test_the_real_set_up_heals_when_it_was_killed_at_any_moment",
    "make test": "tests/test_house.py::test_make_tells_what_each_target_does",
    "communique distribute ccm-3msp --keep-going": f"{PACKS}::test_one_bad_row_stops_all_or_is_left_out",
    "communique distribute ccm-3msp --draft": f"{PACKS}::test_a_draft_goes_to_nobody",
    "communique distribute ccm-3msp": f"{PACKS}::test_a_second_run_makes_nothing_and_enters_nothing",
    "communique preview": "tests/preview/test_server.py::test_it_ends_while_somebody_looks_and_leaves_nothing",
    "communique send ccm-3msp": f"{SEND}::test_a_person_is_asked_and_the_answer_counts",
    "communique send ccm-3msp --to": f"{SEND}::test_a_template_of_ones_own_is_plain_text_and_cannot_reach_out",
    "communique send ccm-3msp --arrived": f"{SEND}::test_what_is_unclear_is_told_with_what_to_type",
    "communique verify --conformance": "tests/write/test_conformance.py::test_good_files_pass",
    "pip install communique[cluster]": "tests/test_wheel.py::test_the_installed_command_runs_away_from_the_checkout",
    "dask scheduler --host": CLUSTER,
    "dask worker tcp:": CLUSTER,
    "communique build --on tcp:": CLUSTER,
    "export DASK_DISTRIBUTED__COMM__TLS__": ENCRYPTED,
    "dask scheduler --protocol tls": ENCRYPTED,
    "dask worker tls:": ENCRYPTED,
    "communique build --on tls:": ENCRYPTED,
}
"""What needs a server, a network or the whole machine: how it begins, and the test that does it for real."""

BY_THEMSELVES = {"change-the-look.md"}
"""Pages that a test of their own follows, console and all: tests/pack/test_change_the_look.py."""

EXACT = {"make", "make test", "communique preview", "communique send ccm-3msp", "communique distribute ccm-3msp"}
"""Those of `ELSEWHERE` that are whole."""

BLOCKS = [block for page in PAGES for block in blocks(page)]
FACTS = "name: M\ndelegation: Norway\nfacts: {signatories: 111, ratifications: 75}\n"
PLAIN = {"", "text", "console", "diff", "sh", "python"}
"""Blocks that are not read as a file: shown, typed or run."""


def elsewhere(words):
    """The entry of `ELSEWHERE` that a command falls under, if any."""
    line = " ".join(words)
    return next(
        (start for start in ELSEWHERE if line == start or (start not in EXACT and line.startswith(start))), None
    )


# --- commands -------------------------------------------------------------------------------------


def prepared(page, folder):
    """What a reader of a page has before the first line: nothing, or copies that lie ready."""
    if page == "send-it-out.md":
        meeting_desk(folder, delegations(2), meeting="ccm-3msp")
        distributed(folder, list(delegations(2)), meeting="ccm-3msp")
    return folder


def follow(page, folder):
    """Save each file that a page shows, and type each of its commands, in their order."""
    here = folder
    for block in blocks(page):
        if block.file:
            save(block, here / block.file)
        for words in commands(block) if block.language == "sh" else ():
            if words[0] == "cd":
                here /= words[1]
            elif not elsewhere(words):
                assert words[0] == "communique", f"{block.place}: who tries {words}?"
                run = communique if words[1] == "build" else typed  # it loads what cannot be loaded twice
                told = run(here, *words[1:])
                assert told.returncode == 0, f"{block.place}: {words}\n{told.stdout}{told.stderr}"
    return here


def save(block, file):
    """Write a file as the page shows it, or change its lines as the page says."""
    file.parent.mkdir(parents=True, exist_ok=True)
    text = changed(file.read_text(encoding="utf-8"), block.text) if block.language == "diff" else block.text
    file.write_text(text, encoding="utf-8")


def has_commands(page):
    return any(block.language == "sh" for block in blocks(page))


INDEX = ROOT / "docs/README.md"
SPEECH = "write-a-speech.md"
FINISHED = "accessibility.md"
"""The page about finished papers; those of the speech will do."""
WALKS = [page for page in PAGES if has_commands(page) and page.name not in {SPEECH, FINISHED, *BY_THEMSELVES}]


@pytest.mark.parametrize("page", WALKS, ids=lambda page: page.stem)
def test_the_page_can_be_followed(page, tmp_path):
    here = follow(page, prepared(page.name, tmp_path))
    if (here / "content").is_dir():
        assert typed(here, "check").returncode == 0


def test_a_speech_is_written_word_by_word(tmp_path):
    here = follow(ROOT / "docs" / SPEECH, tmp_path)
    made = here / "build/ccm-3msp/universalization"
    words = {paper: text_of(made / paper) for paper in ("public/statement.en.pdf", "delegation/briefing-pack.en.pdf")}
    assert "111 States have signed the Convention, of which 75" in words["public/statement.en.pdf"]
    assert "DRAFT" not in "".join(words.values())
    assert ["few and far between" in text for text in words.values()] == [False, True]
    assert (made / "speaker/podium.en.docx").is_file() and (made / "delegation/talking-points.en.docx").is_file()
    follow(ROOT / "docs" / FINISHED, here)


def text_of(paper):
    with pypdfium2.PdfDocument(paper) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)


def test_how_it_works_is_how_it_works(tmp_path, monkeypatch):
    page = ROOT / "docs/how-it-works.md"
    monkeypatch.chdir(follow(page, tmp_path))
    session = "".join(block.text for block in blocks(page) if block.language == "python")
    told = []
    lines = doctest.DocTestParser().get_doctest(session, {}, page.name, page.name, 0)
    tried = doctest.DocTestRunner(verbose=False).run(lines, out=told.append)
    assert tried.attempted > 40 and tried.failed == 0, "".join(told)


def test_a_command_that_fails_is_seen(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```sh\ncommunique explain CQ999\n```\n")
    with pytest.raises(AssertionError, match=r"page.md:1: .*CQ999"):
        follow(page, tmp_path)


def test_what_is_tried_elsewhere_is_told_somewhere_and_has_its_test():
    typed_here = [words for block in BLOCKS if block.language == "sh" for words in commands(block)]
    assert {elsewhere(words) for words in typed_here} - {None} == set(ELSEWHERE)
    for place in ELSEWHERE.values():
        file, _, name = place.partition("::")
        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), place


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "commands.md"], ids=lambda page: page.stem)
def test_commands_in_the_text_are_understood(page):
    assert [(words, why) for words in in_prose(page) if (why := misread(words))] == []


def test_no_command_hides_in_a_block_of_another_language():
    told = [
        block for block in BLOCKS if block.language not in {"sh", "console"} and "diagnostics.md" not in block.place
    ]
    assert [block.place for block in told if re.search(r"^(?:\$ )?communique ", block.text, re.MULTILINE)] == []


@pytest.mark.parametrize("slip", ["biuld", "build --finaly", "check --format", "list surplus", "new x --theme"])
def test_a_slip_in_the_text_is_seen(slip):
    assert misread(shlex.split(slip))


# --- snippets -------------------------------------------------------------------------------------


def as_text(folder, block):
    """A speech or a brief: `check` finds no error."""
    here = folder / "content/m/s"
    here.mkdir(parents=True)
    (here.parent / "meeting.yaml").write_text(FACTS, encoding="utf-8")
    (here / "speech.md").write_text("We will act.\n", encoding="utf-8")
    (here / ("brief.md" if block.file.endswith("brief.md") else "speech.md")).write_text(block.text, encoding="utf-8")
    return well(folder, "check")


def as_form(folder, block):
    """A file of keys, or the head of a speech."""
    form = next((form for end, form in FORMS.items() if end in block.file), FrontMatter)
    return fill(form, parse_mapping(Source(block.file, block.text)))


FORMS = {"meeting.yaml": MeetingForm, "venues/": VenueForm, "principals/": PrincipalForm}


def as_settings(folder, block):
    (folder / "communique.toml").write_text(block.text, encoding="utf-8")
    return open_workspace(folder, date(2012, 9, 1))


def as_theme(folder, block):
    (folder / "templates/themes/trial").mkdir(parents=True)
    (folder / "templates/themes/trial/theme.css").write_text(block.text, encoding="utf-8")
    return well(folder, "templates", "check", "--theme", "trial")


def as_template(folder, block):
    (folder / "templates").mkdir()
    (folder / "templates/trial.html").write_text(block.text, encoding="utf-8")
    return well(folder, "templates", "check")


def as_list(folder, block):
    """A list of recipients, in the languages that it names."""
    (folder / "content/m").mkdir(parents=True)
    (folder / "content/m/recipients.csv").write_text(block.text, encoding="utf-8")
    workspace = open_workspace(folder, date(2012, 9, 1))
    rolls = read_recipients(workspace, "m", kinds(workspace), ("en", "fr"))
    assert rolls.recipients and not rolls.findings
    return rolls


def well(folder, *words):
    told = typed(folder, *words)
    assert told.returncode == 0, told.stdout + told.stderr
    return told


READERS = {
    "markdown": as_text,
    "yaml": as_form,
    "toml": as_settings,
    "css": as_theme,
    "html": as_template,
    "csv": as_list,
}


@pytest.mark.parametrize(
    "block", [block for block in BLOCKS if block.language not in PLAIN], ids=lambda block: block.place
)
def test_the_snippet_is_read_by_its_reader(block, tmp_path):
    READERS[block.language](tmp_path, block)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("markdown", "::: piont\nx\n:::\n"),
        ("yaml", "titel: x\n"),
        ("toml", "theem = 'plain'\n"),
        ("css", ":root { --extends: nothing }\n"),
        ("html", "---\naudience: public\n---\n{{ edition.titel }}\n"),
        ("csv", "name,language\nA,xx\n"),
    ],
)
def test_a_wrong_snippet_is_seen(language, text, tmp_path):
    with pytest.raises((AssertionError, Refused)):
        READERS[language](tmp_path, Block("page.md:1", language, text, ""))


# --- links ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_and_pictures_lead_somewhere(page):
    for target in targets(page):
        place, _, heading = target.partition("#")
        if not place.startswith(("http:", "https:")):
            found = page.parent / place if place else page
            assert found.exists(), f"{page.name}: {target}"
            assert not heading or heading in headings(found), f"{page.name}: {target}"


def test_every_page_is_in_the_index():
    told = {target for target in targets(INDEX) if "/" not in target}
    assert told == {page.name for page in PAGES if page.parent == INDEX.parent} - {INDEX.name}


def test_the_readme_quotes_what_was_measured():
    measured = json.loads((ROOT / "benchmarks/results/preview.json").read_text(encoding="utf-8"))
    shown = next(row for row in measured["rows"] if "saved to shown" in row["what"])
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    ratio = f"{median(shown['ratios']):.2f}"
    assert f"shown in {ratio} of the time of a cold build" in readme, f"measured anew: {ratio}"
