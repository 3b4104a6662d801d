"""Characters that templates, Markdown and XML trip over come out whole, the same in PDF and Word."""

import pytest

from communique.guard.letters import letters, runs_from_right
from communique.guard.read_back import read_back
from communique.model.kind import Format
from guard.papers import sheets, workspace

TYPED = {
    "Côte d'Ivoire & \\<b>": "Côte d'Ivoire & <b>",
    "\\{\\{ name \\}\\}": "{{ name }}",
    "\\{% x %\\}": "{% x %}",
    "one — two – three": "one — two – three",
    "Mr\u00a0President": "Mr President",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "a back\\\\slash": "a back\\slash",
    "five \\* six": "five * six",
    "☺ and ♫": "☺ and ♫",
    "¶ 4, § 5, № 6, ½, €": "¶ 4, § 5, № 6, ½, €",
    "ﬁnal oﬃce": "final office",
}


@pytest.mark.parametrize(("typed", "meant"), TYPED.items())
def test_the_same_characters_stand_in_both_formats(tmp_path, typed, meant):
    text = f"---\ntitle: Characters\nlanguage: en\n---\nChair,\n\nBefore {typed} after.\n"
    papers = sheets(workspace(tmp_path, {"characters.md": text}), ["statement"])[0].written()
    assert papers.verdict() == ()
    wanted = letters(f"Before {meant} after.").row
    for artefact in papers.artefacts:
        reading = read_back("x", artefact.data, artefact.format)
        row = letters(" ".join(piece.text for piece in reading.visible)).row
        if runs_from_right(meant) and artefact.format is Format.PDF:
            start = row.index("Before")
            assert sorted(row[start : start + len(wanted)]) == sorted(wanted)
        else:
            assert wanted in row, artefact.format
