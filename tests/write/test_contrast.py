"""Text that is too faint is found from the computed styles, and the shipped themes have none."""

import pytest

import editions
from communique.model.theme import Theme
from communique.render.sheet import render
from communique.write.contrast import ENOUGH, contrast
from communique.write.layout import lay_out
from communique.write.weasyprint_private.colours import inked
from sheet_making import PLAIN, make_sheet

THEMES = sorted(path.parent for path in (editions.FOLDER / "themes").glob("*/theme.css"))


@pytest.mark.parametrize(
    ("ink", "ground", "ratio"),
    [((0, 0, 0), (1, 1, 1), 21), ((1, 1, 1), (1, 1, 1), 1), ((0x76 / 255,) * 3, (1, 1, 1), 4.54)],
)
def test_contrast_is_counted_as_wcag_does(ink, ground, ratio):
    assert contrast(ink, ground) == contrast(ground, ink) == pytest.approx(ratio, abs=0.01)


def faint(css, body="<p>words</p>"):
    sheet = make_sheet(body, PLAIN + css)
    return [(finding.code.number, str(finding.span), finding.message) for finding in lay_out(sheet).diagnostics]


def test_faint_text_is_told_at_the_rule_that_sets_its_colour():
    ((number, place, message),) = faint("\nh1 { color: #888 }\np { color: #888 }")
    assert (number, message) == ("CQ514", '"words" in #888888 on #ffffff has a contrast of 3.54 : 1')
    assert place == "templates/themes/trial/theme.css:3:5"


@pytest.mark.parametrize(
    ("css", "pair"),
    [
        ("p { color: rgba(0, 0, 0, 0.4) }", "#999999 on #ffffff"),
        ("p { background: #ccc } p { color: #555 }", None),
        ("p { background: #ccc } p { color: #666 }", "#666666 on #cccccc"),
        ("html { background: #000 } p { color: #333 }", "#333333 on #000000"),
        ("@page { background: #000 } p { color: #333 }", "#333333 on #000000"),
        ("html { background: #000 } p { background: rgba(255, 255, 255, 0.9); color: #000 }", None),
        ("p { background: currentcolor; color: #123 }", "#112233 on #112233"),
    ],
)
def test_the_ground_is_what_shows_behind_the_text(css, pair):
    messages = [message for _, _, message in faint(css)]
    assert [pair in message for message in messages] == ([True] if pair else [])


def test_what_is_not_meant_to_be_read_may_be_faint():
    css = "div { color: #eee; position: fixed } p { color: #eee; visibility: hidden }"
    assert faint(css, '<div aria-hidden="true">DRAFT</div><p>words</p>') == []
    assert faint("p { background: linear-gradient(#000, #111); color: #222 }") == []


@pytest.mark.parametrize("folder", THEMES, ids=lambda folder: folder.name)
@pytest.mark.parametrize("kind", editions.KINDS, ids=lambda kind: kind.name)
def test_the_shipped_themes_can_be_read_by_many(folder, kind):
    sources = (editions.source(editions.FOLDER / "themes/base.css"), editions.source(folder / "theme.css"))
    assets = editions.PLAIN.assets
    sheet = render(
        editions.FULL, kind, editions.ENGLISH, Theme(folder.name, sources, assets), editions.SIZES, editions.TEMPLATES
    )
    pairs = {(stretch.ink, stretch.ground): stretch.text for stretch in inked(lay_out(sheet).document)}
    assert pairs
    assert {text: contrast(*pair) for pair, text in pairs.items() if contrast(*pair) < ENOUGH} == {}
