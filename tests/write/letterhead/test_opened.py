"""A letterhead that cannot be built on is one clear line, whatever is wrong with it."""

import pytest

from communique.diagnostics.refused import Refused
from communique.model.placeholders import filled
from communique.model.theme import Asset
from communique.write.letterhead.join import on_letterhead
from communique.write.letterhead.opened import open_letterhead
from write.letterhead.letterheads import BODY, LETTERHEADS, TABLE, letterhead, member, p, replaced, text_box

GOOD = LETTERHEADS["document"]
RELATIONS = member(GOOD, "word/_rels/document.xml.rels")


def strict():
    relations = member(GOOD, "_rels/.rels").replace(
        b"http://schemas.openxmlformats.org/officeDocument", b"http://purl.oclc.org/ooxml/officeDocument"
    )
    return replaced(GOOD, "_rels/.rels", relations)


def spreadsheet():
    types = member(GOOD, "[Content_Types].xml").replace(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main")
    return replaced(GOOD, "[Content_Types].xml", types)


def linked():
    relations = member(GOOD, "word/_rels/header1.xml.rels").replace(
        b'Target="media/image1.png"', b'Target="file:///srv/logo.png" TargetMode="External"'
    )
    return replaced(GOOD, "word/_rels/header1.xml.rels", relations)


WRONG = {
    "empty": (b"", "CQ540", "it is empty"),
    "pdf": (b"%PDF-1.7 ...", "CQ540", "it is no Word file"),
    "zip": (replaced(GOOD, "[Content_Types].xml", None), "CQ540", "it is a container, but no Word file"),
    "spreadsheet": (spreadsheet(), "CQ540", "it is a file of Office, but not of Word"),
    "locked": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "CQ541", "locked with a password"),
    "strict": (strict(), "CQ542", "Strict Open XML"),
    "cut": (GOOD[: len(GOOD) // 2], "CQ543", "it cannot be read"),
    "no text": (replaced(GOOD, "word/document.xml", None), "CQ543", "word/document.xml, is missing"),
    "no logo": (replaced(GOOD, "word/media/image1.png", None), "CQ543", "word/header1.xml names word/media/image1.png"),
    "no relation": (replaced(GOOD, "word/_rels/header1.xml.rels", None), "CQ543", "names the relation rId1"),
    "bad header": (replaced(GOOD, "word/header1.xml", "<w:hdr"), "CQ543", "word/header1.xml is damaged"),
    "bad relations": (replaced(GOOD, "word/_rels/document.xml.rels", RELATIONS[:-20]), "CQ543", "it cannot be read"),
    "linked logo": (linked(), "CQ546", "file:///srv/logo.png"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_letterhead_is_one_clear_line(name):
    data, code, message = WRONG[name]
    with pytest.raises(Refused) as refused:
        open_letterhead(Asset("letterhead.docx", data), "plain")
    (finding,) = refused.value.diagnostics
    assert finding.code.number == code
    assert finding.message.startswith("templates/themes/plain/letterhead.docx: ") and message in finding.message
    assert "\n" not in finding.message and finding.help


PLACED = {
    "unknown": (p("Ref {{ titel }}") + BODY, "text (document.xml), paragraph 1", "CQ544", 'did you mean "title"'),
    "no name at all": (p("{{ zzz }}") + BODY, "text (document.xml), paragraph 1", "CQ544", "known: "),
    "unfinished": (p("{{ title") + BODY, "text (document.xml), paragraph 1", "CQ544", "{{ title }}"),
    "in a table": (
        TABLE.replace("To all delegations", "{{ body }}"),
        "text (document.xml), paragraph 1",
        "CQ545",
        "below",
    ),
    "in a text box": (text_box("{{ body }}"), "text (document.xml), paragraph 2", "CQ545", "paragraph of its own"),
    "in a sentence": (p("Here: {{ body }}"), "text (document.xml), paragraph 1", "CQ545", "paragraph of its own"),
    "twice": (BODY + BODY, "text (document.xml)", "CQ545", "leave one"),
}


@pytest.mark.parametrize("name", PLACED)
def test_a_wrong_placeholder_is_named_with_its_part_and_paragraph(name):
    body, where, code, advice = PLACED[name]
    with pytest.raises(Refused) as refused:
        on_letterhead(Asset("letterhead.dotx", letterhead(body)), "plain", b"", filled(()))
    finding = refused.value.diagnostics[0]
    assert (finding.code.number, finding.message.split(": ")[1]) == (code, where)
    assert advice in finding.help


def test_all_wrong_placeholders_are_told_at_once():
    headers = {"header1": ("default", p("{{ tittle }}"))}
    with pytest.raises(Refused) as refused:
        on_letterhead(
            Asset("letterhead.docx", letterhead(p("{{ dat }}") + BODY, headers=headers)), "plain", b"", filled(())
        )
    told = [finding.message for finding in refused.value.diagnostics]
    assert ["text (document.xml)" in told[0], "page header (header1.xml), paragraph 1" in told[1]] == [True, True]
