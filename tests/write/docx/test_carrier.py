"""The part of a Word file by which an edit finds home: names and digests, and nothing of the source."""

from dataclasses import replace
from hashlib import sha256

from lxml import etree

import editions
from communique.model.page_facts import PageFacts
from communique.render.sheet import render
from communique.write.docx.carrier import NAMESPACE
from communique.write.docx.writer import write_docx
from sheet_making import make_sheet
from write.docx.opened import Opened

E = "{" + NAMESPACE + "}"


def carried(sheet):
    opened = Opened(write_docx(sheet, PageFacts(1))[0])
    return etree.fromstring(opened.members["customXml/item1.xml"]) if "customXml/item1.xml" in opened.names else None


def of_kind(kind, edition=editions.FULL):
    return render(edition, kind, editions.ENGLISH, editions.PLAIN, editions.SIZES, editions.TEMPLATES)


def test_it_names_the_intervention_its_language_and_revision():
    item = carried(of_kind(editions.STATEMENT))
    assert dict(item.attrib) == {"intervention": "ccm-3msp/universalization", "language": "en", "revision": "3"}


def test_what_is_unknown_stays_absent():
    edition = replace(editions.BARE, particulars=replace(editions.BARE.particulars, revision=None))
    assert "revision" not in carried(of_kind(editions.STATEMENT, edition)).attrib


def test_each_paragraph_has_the_digest_of_the_words_it_shows():
    note = '<p data-paragraph="norm" id="norm">The <em>norm</em>\n holds<span class="fn">See it.</span>.</p>'
    item = carried(make_sheet(note + "<p>No id.</p>", "html { font: 12pt serif } .fn { float: footnote }"))
    (paragraph,) = item
    assert dict(paragraph.attrib) == {"id": "norm", "digest": sha256(b"The norm holds.").hexdigest()}


def test_a_change_of_one_paragraph_changes_one_digest():
    before = carried(make_sheet('<p data-paragraph="a">one</p><p data-paragraph="b">two</p>'))
    after = carried(make_sheet('<p data-paragraph="a">one</p><p data-paragraph="b">three</p>'))
    assert [one.get("digest") == two.get("digest") for one, two in zip(before, after, strict=True)] == [True, False]


def test_a_paper_without_the_statement_carries_none():
    assert carried(of_kind(editions.TALKING_POINTS)) is None
