"""What is remembered is what would be made: the same bytes and findings, with the store and without."""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from building import SETTINGS, TEXT, built, reasons, workspace
from communique.diagnostics.codes.guard import PROTECTED_TERM
from communique.model.audience import Audience
from desk import papers

PUBLIC, SPEAKER = Audience.PUBLIC, Audience.SPEAKER
OF = {"statement": PUBLIC, "podium": SPEAKER}


def in_text(old, new):
    return lambda text, settings: (text.replace(old, new), settings)


EDITS = {
    "another word": (PUBLIC, in_text("We will act", "We shall act")),
    "a sentence more": (PUBLIC, in_text("\n::: cue", "\nAnd we will stay for as long as it takes.\n\n::: cue")),
    "another title": (PUBLIC, in_text("Universalization", "The norm holds")),
    "another fact": (PUBLIC, in_text('"111"', '"112"')),
    "letter paper": (PUBLIC, lambda text, settings: (text, f'{settings}page = "Letter"\n')),
    "a point": (Audience.DELEGATION, in_text("We act together.", "We act together, and soon.")),
    "another source": (Audience.DELEGATION, in_text("the depositary", "the Secretariat")),
    "a note for the speaker": (SPEAKER, in_text("Look up.", "Look up, and wait.")),
    "no note at all": (SPEAKER, in_text("::: cue\nLook up.\n:::\n", "")),
    "a remark nobody prints": (None, in_text("title:", "# for the desk alone\ntitle:")),
    "lines further down": (None, in_text("\nMr President", "\n\n\n\nMr President")),
    "a term to protect": (None, lambda text, settings: (text, f'{settings}protected = ["Antananarivo"]\n')),
}
"""Each edit, with the lowest audience that may see what it changes; None when nobody can."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = workspace(tmp_path_factory.mktemp("memory"))
    assert built(folder).findings is not None
    return folder


def told(outcome):
    return {(str(finding.span), finding.code.number, finding.message) for finding in outcome.findings}


@settings(max_examples=6)
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=2, unique=True))
def test_any_edit_gives_what_a_build_without_a_memory_gives_and_touches_no_paper_below_it(desk, names):
    workspace(desk)
    built(desk)
    before = papers(desk)
    text, grades = TEXT, SETTINGS
    for name in names:
        text, grades = EDITS[name][1](text, grades)
    workspace(desk, text, grades)
    remembered = built(desk)
    seen_by = [EDITS[name][0] for name in names]
    for kind, audience in OF.items():
        if not any(lowest is not None and audience.may_read(lowest) for lowest in seen_by):
            for form in ("pdf", "docx"):
                place = f"hello/{audience}/{kind}.en.{form}"
                assert papers(desk)[place] == before[place]
                assert not reasons(remembered).get(f"{kind}.en.{form}", "").startswith("made"), names
    fresh = workspace(desk.parent / "fresh", text, grades)
    made = built(fresh)
    assert papers(desk) == papers(fresh)
    assert told(remembered) == told(made)
    shutil.rmtree(fresh)


def test_a_protected_term_is_looked_for_in_papers_that_are_not_made_again(tmp_path):
    workspace(tmp_path)
    built(tmp_path)
    before = papers(tmp_path)
    workspace(tmp_path, settings=f'{SETTINGS}protected = ["States"]\n')
    refused = built(tmp_path)
    assert PROTECTED_TERM in {finding.code for finding in refused.findings}
    assert papers(tmp_path) == before
    workspace(tmp_path)
    again = built(tmp_path)
    assert not any(finding.is_error for finding in again.findings)
    assert all(why == "as it was" for why in reasons(again).values())


def test_every_build_says_why(tmp_path):
    workspace(tmp_path)
    assert set(reasons(built(tmp_path)).values()) == {"made: it was not made before"}
    assert set(reasons(built(tmp_path, force=True)).values()) == {"made: --force asks for it"}
    workspace(tmp_path, TEXT.replace("Look up.", "Look down."))
    told = reasons(built(tmp_path))
    assert told["podium.en.pdf"] == "made: the speech changed"
    assert told["statement.en.pdf"] == "looked at again: what it may not hold has changed"
    workspace(tmp_path)
    assert reasons(built(tmp_path))["podium.en.docx"] == "brought back: it was made like this before"
    (tmp_path / "build/hello/public/statement.en.pdf").write_bytes(b"edited")
    told = reasons(built(tmp_path))
    assert told["statement.en.pdf"] == "brought back: it was altered or removed"
    assert told["statement.en.docx"] == "as it was"
    shutil.rmtree(tmp_path / ".communique/bytes")
    (tmp_path / "build/hello/public/statement.en.pdf").unlink()
    assert reasons(built(tmp_path))["statement.en.docx"] == "made: the store has it no more"


@pytest.mark.parametrize("harm", [b"", b"{", b'{"version": 2}', b'{"version": 2, "files": []}', b"\xff"])
def test_a_harmed_store_costs_time_and_nothing_else(tmp_path, harm):
    workspace(tmp_path, settings='kinds = ["statement"]\n')
    built(tmp_path, formats=("docx",))
    before = papers(tmp_path)
    for file in [*tmp_path.glob(".communique/notes/*/*"), *tmp_path.glob(".communique/bytes/*/*")]:
        file.write_bytes(harm)
    shutil.rmtree(tmp_path / "build")
    built(tmp_path, formats=("docx",))
    assert papers(tmp_path) == before


def test_the_store_is_its_owners_alone(tmp_path):
    workspace(tmp_path, settings='kinds = ["statement"]\n')
    built(tmp_path, formats=("docx",))
    files = [path for path in (tmp_path / ".communique").rglob("*") if path.is_file()]
    assert (tmp_path / ".communique").stat().st_mode & 0o077 == 0
    inside = [path for path in files if {"bytes", "notes"} & set(path.parts)]
    assert inside
    assert all(path.stat().st_mode & 0o077 == 0 for path in inside)
