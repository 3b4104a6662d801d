import time
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from communique.check import AT_MOST, CHECKS, check
from communique.check.strangers import GROUP, strangers_checks
from communique.diagnostics.codes import every_code
from communique.diagnostics.severity import Severity
from communique.model.settings import Settings
from communique.read.dossier import read_dossier
from communique.read.interventions import find
from communique.read.workspace import open_workspace
from one_text import HEAD, TAIL, codes_in, found_in, read_text

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)
PARAGRAPH = "We note that {n} States have ratified the Convention, since 2008, at a cost of {n} million dollars. "


def test_the_example_has_nothing_but_long_sentences():
    workspace = open_workspace(ROOT, TODAY)
    for place in find(workspace):
        findings = check(read_dossier(workspace, place), TODAY, workspace.settings)
        assert {finding.code.number for finding in findings} <= {"CQ225"}
        assert all(finding.severity is Severity.WARNING and not finding.code.stops_print for finding in findings)


@pytest.fixture
def example(tmp_path):
    """The example in a workspace of its own, with words replaced in one of its files."""

    def with_changes(file: str, *changes: tuple[str, str]):
        for source in sorted((ROOT / "content" / "ccm-3msp").rglob("*.*")):
            copy = tmp_path / source.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            words = source.read_text(encoding="utf-8")
            for before, after in changes if source.name == file else ():
                assert before in words
                words = words.replace(before, after)
            copy.write_text(words, encoding="utf-8")
        workspace = open_workspace(tmp_path, TODAY)
        findings = check(read_dossier(workspace, find(workspace)[0]), TODAY)
        return [finding for finding in findings if finding.is_error]

    return with_changes


def test_seventy_six_in_one_point_is_named_with_what_the_statement_says(example):
    (finding,) = example("speech.md", ("Convention; {{ ratifications }} have", "Convention; 76 have"))
    assert str(finding.span) == "content/ccm-3msp/universalization/speech.md:22:54"
    assert finding.message == "76: the statement says 75, line 19, fact `ratifications`"


def test_a_fact_that_contradicts_a_plain_number_names_each_use(example):
    (finding,) = example(
        "speech.md",
        ("value: 111", "value: 112"),
        ("increase the number of signatories,", "increase the number of signatories (now 111 States have signed),"),
    )
    assert (finding.code.number, finding.span.line) == ("CQ204", 33)
    places = [(near.span.path.rpartition("/")[2], near.span.line) for near in finding.related]
    assert places == [("speech.md", 8), ("speech.md", 19), ("speech.md", 22), ("brief.md", 30)]


def test_a_fact_changed_beside_a_plain_number_in_a_point(example):
    (finding,) = example(
        "speech.md", ("value: 75", "value: 76"), ("Convention; {{ ratifications }} have", "Convention; 75 have")
    )
    assert finding.message == "75: the statement says 76, line 19, fact `ratifications`"


def test_a_fact_that_the_statement_gave_up_names_each_use(example):
    (finding,) = example("speech.md", ("of which {{ ratifications }} have already", "of which many have already"))
    assert (finding.code.number, finding.span.line) == ("CQ203", 22)
    assert [near.span.path.rpartition("/")[2] for near in finding.related] == ["speech.md", "brief.md"]


def test_two_thousand_words_are_checked_while_one_blinks(tmp_path):
    paragraphs = [PARAGRAPH.format(n=number) * 5 for number in range(100, 124)]
    points = ['\n::: point "P"\n' + PARAGRAPH.format(n=number) + "\n:::\n" for number in range(100, 106)]
    dossier = read_text(tmp_path, HEAD + "\n\n".join(paragraphs) + "\n" + "".join(points))
    found_in(dossier)
    start = time.process_time()
    found_in(dossier)
    assert time.process_time() - start < 0.4  # about 0.05 on a desk; the machine is shared


@pytest.mark.parametrize(
    "piece",
    [
        "the the ",
        "1 ",
        "(PAUSE) ",
        "a@b.c ",
        "a@",
        "A/1/ ",
        "CONFIDENTIAL ",
        "\u00ad",
        "\u200ba",
        '“"',
        "x",
        "XX ",
        "76,",
    ],
)
def test_hostile_texts_end_and_flood_nobody(tmp_path, piece):
    words = piece * (19_000 // len(piece))  # reading refuses longer runs without a space
    findings = found_in(read_text(tmp_path, f"{HEAD}We say {words}.{TAIL}"))
    assert len(findings) < 4 * AT_MOST


def test_no_rule_stands_twice_and_each_says_what_it_finds():
    assert len(set(CHECKS)) == len(CHECKS)
    assert all(rule.__doc__ for rule in CHECKS)


def test_every_code_of_the_phase_is_shown_by_a_case():
    pages = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "tests/cases/check").glob("*.md"))
    numbers = [code.number for code in every_code() if code.number.startswith("CQ2")]
    assert [number for number in numbers if f" {number}" not in pages] == []


def test_a_check_of_a_third_party_is_asked_too(tmp_path, monkeypatch):
    package = tmp_path / "site"
    (package / "ministry-1.0.dist-info").mkdir(parents=True)
    (package / "ministry-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: ministry\nVersion: 1.0\n"
    )
    (package / "ministry-1.0.dist-info" / "entry_points.txt").write_text(f"[{GROUP}]\nhouse = ministry:house_words\n")
    (package / "ministry.py").write_text(
        "from communique.diagnostics.diagnostic import Code\n"
        "from communique.diagnostics.severity import Severity\n"
        "WORD = Code('MFA101', 'house-word', Severity.WARNING, 'A word.')\n"
        "def house_words(reading):\n"
        "    for line in reading.public:\n"
        "        if (at := line.text.find('leverage')) >= 0:\n"
        "            yield WORD.at(line.span(at, at + 8), 'we do not say leverage')\n"
    )
    monkeypatch.syspath_prepend(package)
    strangers_checks.cache_clear()
    try:
        assert "house" in entry_points(group=GROUP).names
        dossier = read_text(tmp_path, f"{HEAD}We leverage it.{TAIL}")
        (finding,) = found_in(dossier)
        assert (finding.code.number, str(finding.span)) == ("MFA101", "content/hello.md:5:4")
        assert check(dossier, TODAY, Settings(regrades=(("MFA101", "off"),))) == ()
    finally:
        strangers_checks.cache_clear()


def test_only_warnings_can_be_graded_anew(tmp_path):
    dossier = read_text(tmp_path, f"{HEAD}We act. [PAUSE] The date is TBC.{TAIL}")
    regrades = (("CQ210", "off"), ("CQ211", "error"))
    findings = check(dossier, TODAY, Settings(regrades=regrades))
    assert [(finding.code.number, finding.severity) for finding in findings] == [
        ("CQ210", Severity.ERROR),
        ("CQ211", Severity.ERROR),
    ]


def test_nothing_is_said_twice(tmp_path):
    dossier = read_text(tmp_path, f"{HEAD}We act the the same.{TAIL}")
    assert codes_in(dossier) == ["CQ224"]
