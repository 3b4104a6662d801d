"""The example and many further speeches build without one false alarm: each file in speeches/ is one.

Their PDFs keep to both standards, whatever stands in them.
"""

from pathlib import Path

import pytest
from PIL import Image

from communique.model.kind import Format
from communique.write.conformance import pdf_conformance
from guard.papers import ROOT, Papers, sheets, workspace

SPEECHES = sorted((Path(__file__).parent / "speeches").glob("*.md"))
EXAMPLE = sorted((ROOT / "content" / "ccm-3msp").rglob("*.*"))


def test_there_are_enough_of_them():
    assert len(SPEECHES) >= 20


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda path: path.stem)
def test_a_clean_speech_raises_no_alarm(speech, tmp_path):
    place = workspace(tmp_path, {speech.name: speech.read_bytes()})
    for papers in map(Papers.written, sheets(place)):
        assert papers.verdict(protected=["Ruritania", "Operation Sunrise"]) == (), papers.sheet.kind.name
        (pdf,) = (one.data for one in papers.artefacts if one.format is Format.PDF)
        assert pdf_conformance(pdf) == ("PDF/A-3a, PDF/UA-1", ()), papers.sheet.kind.name


def test_the_example_raises_no_alarm(tmp_path):
    content = {f"ccm-3msp/{path.relative_to(ROOT / 'content' / 'ccm-3msp')}": path.read_bytes() for path in EXAMPLE}
    for papers in sheets(workspace(tmp_path, content)):
        assert papers.written().verdict(protected=["Ruritania"]) == (), papers.sheet.kind.name


def test_a_clean_picture_raises_no_alarm(tmp_path):
    Image.new("RGB", (60, 40), (200, 30, 30)).save(tmp_path / "map.png")
    text = "---\ntitle: A map\nlanguage: en\n---\nChair,\n\nSee the map: ![A map of the region](map.png)\n"
    content = {"m/meeting.yaml": "name: A meeting\n", "m/map/speech.md": text}
    content["m/map/map.png"] = (tmp_path / "map.png").read_bytes()
    for papers in sheets(workspace(tmp_path, content), ["statement", "podium"]):
        assert papers.written().verdict() == ()
