"""A theme is looked at without a text: each slip in its stylesheet at its line, none where there is none."""

from dataclasses import replace
from datetime import date

import pytest

from communique.diagnostics.span import Source
from communique.read.themes import read_theme
from communique.read.workspace import open_workspace
from communique.write.template_texts import classes_in
from communique.write.theme_rules import theme_findings
from editions import ROOT, TEMPLATES

WORKSPACE = open_workspace(ROOT, date(2012, 9, 1))
PLAIN = read_theme(WORKSPACE, "plain")
CLASSES = frozenset(name for _, source in TEMPLATES.files for name in classes_in(source))
SLIPS = """:root { --pale: #aaa }
.leadin { font-weight: bold }
h2 { color: var(--acent) }
.kind { color: var(--pale); colr: blue }
.note { font-size: 12 }
.occasion { opacity: 0.5 }
.masthead { display: flex }
.objective { font-family: "Ministry Sans" }
@page { @left-top { content: "1" } }
/* .nothing { color: var(--nothing) } */
.speaker { color: var(--nothing, #000) }
"""


@pytest.fixture(scope="module")
def told():
    """What is told of a theme with one slip in each line: by line, the column, the code and the advice."""
    own = Source("templates/themes/own/theme.css", SLIPS)
    theme = replace(PLAIN, name="own", stylesheets=(*PLAIN.stylesheets[:2], own, PLAIN.stylesheets[-1]))
    found = theme_findings(theme, CLASSES, "en", "ltr")
    assert {finding.span.path for finding in found} == {own.path}
    return {(finding.span.line, finding.code.number): (finding.span.column, finding.help) for finding in found}


@pytest.mark.parametrize("name", ["modern", "formal"])
def test_the_shipped_themes_are_without_fault(name):
    """Both inherit all that plain says."""
    assert theme_findings(read_theme(WORKSPACE, name), CLASSES, "en", "ltr") == ()


@pytest.mark.parametrize(
    ("place", "column", "advice"),
    [
        ((1, "CQ514"), 9, "4.5 : 1"),
        ((2, "CQ517"), 2, 'did you mean "lead-in"?'),
        ((3, "CQ516"), 17, 'did you mean "--accent"?'),
        ((4, "CQ503"), 29, ""),
        ((5, "CQ503"), 9, ""),
        ((6, "CQ513"), 13, "solid colour"),
        ((6, "CQ523"), 13, "@media docx"),
        ((7, "CQ523"), 13, "@media docx"),
        ((8, "CQ518"), 28, "@font-face"),
        ((9, "CQ523"), 9, "at top or bottom"),
    ],
)
def test_each_slip_is_told_at_its_line(told, place, column, advice):
    assert told[place][0] == column and advice in told[place][1]


def test_a_comment_and_a_value_to_fall_back_on_are_no_slips(told):
    assert max(line for line, _ in told) == 9
