"""A draft says so across every page of the Word file; a final text does not."""

from dataclasses import replace

import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator

import editions
from communique.model.page_facts import PageFacts
from communique.model.particulars import Status
from communique.render.sheet import render
from communique.write.docx.writer import write_docx
from write.docx.opened import Opened

VML = "{urn:schemas-microsoft-com:vml}"


def written(status, kind):
    edition = replace(editions.FULL, particulars=replace(editions.FULL.particulars, status=status))
    sheet = render(edition, kind, editions.ENGLISH, editions.PLAIN, editions.SIZES, editions.TEMPLATES)
    return write_docx(sheet, PageFacts(1))[0]


def marks(data):
    """The words of the watermarks of each header."""
    headers = Opened(data).parts("header").values()
    return [[shape.get("string") for shape in root.iter(VML + "textpath") if shape.get("string")] for root in headers]


@pytest.mark.parametrize("kind", editions.KINDS, ids=lambda kind: kind.name)
def test_every_header_of_a_draft_bears_it_once(kind, tmp_path):
    data = written(Status.DRAFT, kind)
    assert marks(data) and all(words == ["DRAFT"] for words in marks(data))
    path = tmp_path / "draft.docx"
    path.write_bytes(data)
    assert not OpenXmlValidator().validate(path).errors
    assert not list(ooxml_integrity.check(path))


def test_a_final_text_bears_none():
    assert not any(marks(written(Status.FINAL, editions.STATEMENT)))
