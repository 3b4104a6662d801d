import time
from unicodedata import category, east_asian_width

import pytest
from hypothesis import given
from hypothesis.strategies import characters, data, integers, text

from communique.diagnostics.codes.deliver import ALTERED_LEFTOVER, FULL_DISK
from communique.diagnostics.diagnostic import Related
from communique.diagnostics.show import text as show
from communique.diagnostics.span import Source, Span


def columns(words):
    """What a terminal gives these words, counted by another way than the product's."""
    wide = sum(east_asian_width(char) in "WF" for char in words)
    return len(words) + wide - sum(category(char) in ("Mn", "Me") for char in words)


def shown(line, start, end):
    source = Source("content/a.md", line)
    return show.text([FULL_DISK.at(source.span(start, end), "m")], {source.path: source}).splitlines()


def under(line, word):
    """The words of the shown line that the carets stand under."""
    _, above, below = shown(line, line.index(word), line.index(word) + len(word))
    before, carets = below.index("^"), below.count("^")
    reached, picked = 0, ""
    for char in above:
        if before <= reached < before + carets or (picked and columns(char) == 0):
            picked += char
        reached += columns(char)
    return picked


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("We thank you.", "thank"),
        ("主席先生，谢谢你。", "谢谢"),
        ("cafe\u0301 Que\u0301bec done", "Que\u0301bec"),
        ("\tWe\tthank you.", "thank"),
        ("أشكركم السيد الرئيس", "السيد"),
        ("x" * 300 + " here " + "y" * 300, "here"),
        ("主" * 200 + "谢" + "席" * 200, "谢"),
    ],
)
def test_carets_stand_under_the_exact_words(line, word):
    assert under(line, word) == word


def test_a_place_with_its_help_and_another_place():
    source = Source("content/a.md", "title: x\ntitle: y\n")
    finding = ALTERED_LEFTOVER.at(
        source.span(9, 14), "given twice", "remove one", (Related(source.span(0, 5), "first here"),)
    )
    assert show.text([finding], {source.path: source}) == (
        "content/a.md:2:1: warning CQ705: given twice\n"
        "    2 | title: y\n"
        "      | ^^^^^\n"
        "  help: remove one\n"
        "  content/a.md:1:1: note: first here\n"
        "    1 | title: x\n"
        "      | ^^^^^"
    )


def test_a_place_in_a_file_that_is_gone_is_still_named():
    assert show.text([FULL_DISK.at(Span("gone.md", 3, 1, 3, 2), "m")], {}) == "gone.md:3:1: error CQ702: m"


def test_findings_come_once_sorted_by_place():
    later, sooner = Span("a.md", 10, 1, 10, 2), Span("a.md", 9, 1, 9, 2)
    findings = [FULL_DISK.at(later, "b"), FULL_DISK.at(sooner, "a"), FULL_DISK.at(later, "b"), FULL_DISK.at(None, "c")]
    assert [finding.message for finding in show.in_order(findings)] == ["c", "a", "b"]


@given(text(characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=250), data())
def test_any_place_in_any_line_can_be_shown_in_one_screen_line(line, drawn):
    start = drawn.draw(integers(0, len(line)))
    end = drawn.draw(integers(start, len(line)))
    lines = shown(line, start, end)
    assert len(lines) == 3
    assert columns(lines[1]) <= 8 + 100 + 4
    assert lines[2].rstrip("^").strip() == "|"


def test_a_thousand_places_in_a_line_of_a_million_characters_are_shown_in_seconds():
    source = Source("content/a.md", "word " * 200_000)
    findings = [FULL_DISK.at(source.span(5 * at, 5 * at + 4), "m") for at in range(90_000, 91_000)]
    start = time.process_time()
    lines = show.text(findings, {source.path: source}).splitlines()
    assert time.process_time() - start < 5
    assert lines[1].removeprefix("    1 | ").startswith("…")
    assert lines[1].endswith("…")
    assert lines[1][lines[2].index("^") :].startswith("word ")
