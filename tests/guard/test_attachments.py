"""The Markdown inside an internal paper is read like everything else that nobody sees on the page."""

from dataclasses import replace

import pytest

from communique.model.kind import Format
from communique.model.theme import Asset
from guard.papers import PRIVATE, Papers, sheets, workspace

OPEN = Asset("talking-points.en.md", b"# Words\n\nNorway stands by the norm.\n")


@pytest.fixture(scope="module")
def points(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    place = workspace(tmp_path_factory.mktemp("points"), {"private.md": PRIVATE})
    (papers,) = sheets(place, ["talking-points"])
    pdf_alone = replace(papers.sheet.kind, formats=(Format.PDF,))
    return replace(papers, sheet=replace(papers.sheet, kind=pdf_alone))


def carrying(papers: Papers, attached: Asset) -> Papers:
    return replace(papers, sheet=replace(papers.sheet, attached=attached)).written()


def test_the_text_that_the_sheet_names_may_travel(points):
    assert carrying(points, OPEN).verdict() == ()


def test_withheld_words_in_it_are_found(points):
    leaky = Asset(OPEN.name, OPEN.data + b"\n[look up]{.cue}\n")
    found = carrying(points, leaky).verdict()
    assert {finding.code.number for finding in found} == {"CQ611"}
    assert "text of an attachment" in found[0].message


def test_an_attachment_that_no_sheet_names_is_an_intruder(points):
    carried = carrying(points, OPEN)
    assert replace(carried, sheet=points.sheet).verdict() != ()
    assert {f.code.name for f in replace(carried, sheet=points.sheet).verdict()} == {"stray-part"}


def test_another_file_beside_it_is_an_intruder(points):
    carried = carrying(points, OPEN)
    other = replace(carried.sheet, attached=Asset("notes.md", b""))
    assert "stray-part" in {finding.code.name for finding in replace(carried, sheet=other).verdict()}
