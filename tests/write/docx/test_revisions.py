"""Two revisions of a text: their Word files differ where the text does, so Word's Compare shows that and no more."""

from dataclasses import replace

import pytest
from lxml import etree

import editions
from communique.model.page_facts import PageFacts
from communique.render.sheet import render
from communique.write.docx.writer import write_docx
from write.docx.opened import Opened, W, at, words

CHANGED = "We now see how the standard set by the Convention has had its influence."
ADDED = "One paragraph more."


def statement(*blocks, revision=3):
    edition = replace(editions.FULL, speech=blocks, particulars=replace(editions.FULL.particulars, revision=revision))
    sheet = render(edition, editions.STATEMENT, editions.ENGLISH, editions.PLAIN, editions.SIZES, editions.TEMPLATES)
    return Opened(write_docx(sheet, PageFacts(2))[0])


def place_of(name):
    return next(place for place, block in enumerate(editions.speech()) if getattr(block, "id", "") == name)


@pytest.fixture(scope="module")
def first():
    return statement(*editions.speech())


def differing(one, other):
    """The parts in which two files differ."""
    assert one.names == other.names
    return {name for name in one.names if one.members[name] != other.members[name]}


def bookmarks(paragraph):
    return [mark.get(W + "name") for mark in paragraph.iter(W + "bookmarkStart")]


def digests(file):
    return {item.get("id"): item.get("digest") for item in etree.fromstring(file.members["customXml/item1.xml"])}


def test_a_changed_paragraph_changes_itself_and_its_digest_alone(first):
    speech = list(editions.speech())
    place = place_of("norm")
    speech[place] = replace(speech[place], children=editions.line(CHANGED))
    second = statement(*speech)
    assert differing(first, second) == {"word/document.xml", "customXml/item1.xml"}
    before, after = ([etree.tostring(p) for p in file.paragraphs()] for file in (first, second))
    changed = [place for place, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    (only,) = changed
    paragraph = second.paragraphs()[only]
    assert (words(paragraph), bookmarks(paragraph)) == (CHANGED, bookmarks(first.paragraphs()[only]))
    assert at(paragraph, "pPr/pStyle") == at(first.paragraphs()[only], "pPr/pStyle")
    assert {name for name, digest in digests(first).items() if digests(second)[name] != digest} == {"norm"}


def test_a_new_paragraph_leaves_every_other_its_words_names_and_digest(first):
    speech = list(editions.speech())
    speech.insert(place_of("norm"), editions.paragraph(ADDED, 2, "new"))
    second = statement(*speech)
    assert differing(first, second) == {"word/document.xml", "customXml/item1.xml"}
    before, after = ([(words(p), bookmarks(p)) for p in file.paragraphs()] for file in (first, second))
    assert [one for one in after if one[0] != ADDED] == before
    assert {name: digest for name, digest in digests(second).items() if name != "new"} == digests(first)


def test_the_number_of_the_revision_stands_in_its_line_and_in_the_carrier_alone(first):
    second = statement(*editions.speech(), revision=4)
    assert differing(first, second) <= {"word/document.xml", "customXml/item1.xml"} | {
        name for name in first.names if name.startswith("docProps/")
    }
    before, after = ([words(p) for p in file.paragraphs()] for file in (first, second))
    assert [(old, new) for old, new in zip(before, after, strict=True) if old != new] == [("Revision 3", "Revision 4")]
