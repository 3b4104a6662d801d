"""The letterhead's words in the ledger: they belong there, all of them, and nothing else does."""

from dataclasses import replace

from communique.model.artefact import Artefact
from communique.model.kind import Format
from communique.model.theme import Asset
from guard.papers import Papers
from write.letterhead.letterheads import LETTERHEADS, member, replaced


def on(statement: Papers, name: str) -> Papers:
    """The statement on a letterhead, in Word alone."""
    asset = Asset("letterhead.docx", LETTERHEADS[name])
    sheet = replace(statement.sheet, theme=replace(statement.sheet.theme, letterhead=asset))
    return replace(statement, sheet=sheet).written()


def verdict_with(papers: Papers, part: str, old: str, new: str) -> list[tuple[str, str]]:
    """What the guard says when a part of the Word file is changed."""
    changed = []
    for artefact in papers.artefacts:
        data = artefact.data
        if artefact.format is Format.DOCX:
            words = member(data, part).decode()
            assert old in words
            data = replaced(data, part, words.replace(old, new))
        changed.append(Artefact(*(getattr(artefact, n) for n in NAMES), data))
    return [(d.code.number, d.message) for d in replace(papers, artefacts=tuple(changed)).verdict()]


NAMES = ("kind", "language", "format", "audience", "pages", "words")


def test_papers_on_letterheads_may_go(statement):
    for name in ("template", "text-box", "cover", "notes", "layout-table", "content-control"):
        assert on(statement, name).verdict() == ()


def test_a_fixed_line_that_is_lost_is_named(statement):
    (found,) = verdict_with(on(statement, "template"), "word/document.xml", "Note verbale", "")
    assert "Note verbale" in found[1] and "letterhead" in found[1]


def test_a_word_that_came_into_the_header_is_named(statement):
    found = verdict_with(on(statement, "template"), "word/header1.xml", "Ministry of", "Secret Ministry of")
    assert found and "Secret" in found[0][1]


def test_a_word_that_came_into_the_text_is_named(statement):
    found = verdict_with(on(statement, "template"), "word/document.xml", "Note verbale", "Note verbale, secret")
    assert found and any("secret" in message for _, message in found)
