"""The rules of the shipped style sheets that are easily broken (look.md, do and don't)."""

import re

import pytest
import tinycss2

from editions import FOLDER, PLAIN, TEMPLATES

BASE_CSS, THEME_CSS = (each.text for each in PLAIN.stylesheets)
THEME_CSS += "".join(
    (FOLDER / "themes" / name / "theme.css").read_text(encoding="utf-8") for name in ("modern", "formal")
)
CSS = re.sub(r"/\*.*?\*/", "", BASE_CSS + THEME_CSS, flags=re.DOTALL)


def test_no_words_in_content():
    for value in re.findall(r"\bcontent:([^;}]*)", CSS):
        for words in re.findall(r"""["']([^"']*)["']""", value):
            assert not re.search(r"[^\W\d_]", re.sub(r"\\[0-9a-fA-F]+", "", words)), value


@pytest.mark.parametrize(
    "property", ["position: absolute", "opacity", "leader(", "hyphens: auto", "justify", "flex", "grid"]
)
def test_nothing_that_one_of_the_two_formats_cannot_do(property):
    assert property not in CSS


def test_the_paper_size_is_said_once():
    assert re.findall(r"(?<!-)\bsize: [^;}]+", CSS) == ["size: A4"]


def test_every_class_of_the_templates_is_known_to_the_style():
    used = set(re.findall(r'class="([a-z][\w -]*)"', "".join(source.text for _, source in TEMPLATES.files)))
    kinds = {"statement", "podium", "talking-points", "briefing-pack", "handout-pack", "covering-note"}
    grouping = kinds | {"docket", "masthead", "covering"}
    names = {name for group in used for name in group.split()} - grouping
    known = set(re.findall(r"\.([a-z][\w-]*)", CSS))
    assert names - known == set()


def test_a_paragraph_style_of_word_is_named_once():
    rules = re.findall(r"([^{}]+)\{[^{}]*--docx-style: \"([^\"]+)\"", CSS)
    names = [name for _, name in rules if not name.startswith("Table ")]
    assert len(names) == len(set(names))


def test_the_style_sheets_have_no_fault():
    rules = tinycss2.parse_stylesheet(BASE_CSS + THEME_CSS, skip_comments=True, skip_whitespace=True)
    assert not [rule for rule in rules if rule.type == "error"]


def test_each_kind_says_who_holds_the_paper():
    for name, source in TEMPLATES.files:
        opening = source.text.split("---\n")[-1] if source.text.startswith("---") else source.text
        assert opening.startswith("{#"), name
