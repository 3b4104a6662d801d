"""A draft says so behind the text of every page, in both formats; a final text does not."""

from dataclasses import replace

import ooxml_integrity
import page
import pytest
from openxml_audit import OpenXmlValidator

import editions
from communique.diagnostics.span import Source
from communique.guard.read_back import read_pdf
from communique.guard.reading import Stands
from communique.model.page_facts import PageFacts
from communique.model.particulars import Status
from communique.render.sheet import render
from communique.write.docx.writer import write_docx
from communique.write.layout import lay_out
from communique.write.pdf.structure_checks import structure_findings
from communique.write.pdf.writer import write_pdf
from pdf_reading import read_pages, told
from write.docx.opened import Opened

VML = "{urn:schemas-microsoft-com:vml}"
LARGE = 100
"""Points: the watermark and nothing else is as large."""


def sheet(status, kind, theme=editions.PLAIN):
    edition = replace(editions.FULL, particulars=replace(editions.FULL.particulars, status=status))
    return render(edition, kind, editions.ENGLISH, theme, editions.SIZES, editions.TEMPLATES)


def shapes(data):
    """The watermarks of each header."""
    headers = Opened(data).parts("header").values()
    return [list(root.iter(VML + "shape")) for root in headers]


def said(shape):
    return shape.find(VML + "textpath").get("string")


@pytest.mark.parametrize("kind", editions.KINDS, ids=lambda kind: kind.name)
def test_every_header_of_a_draft_bears_it_once(kind, tmp_path):
    data, found = write_docx(sheet(Status.DRAFT, kind), PageFacts(1))
    assert shapes(data) and all([said(shape) for shape in held] == ["DRAFT"] for held in shapes(data))
    assert found == ()
    path = tmp_path / "draft.docx"
    path.write_bytes(data)
    assert not OpenXmlValidator().validate(path).errors
    assert not list(ooxml_integrity.check(path))


def test_every_page_of_a_pdf_bears_it_behind_its_text_and_nobody_hears_it():
    draft = sheet(Status.DRAFT, editions.STATEMENT)
    layout = lay_out(draft)
    data, found = write_pdf(draft, layout)
    assert (layout.diagnostics, found) == ((), ())
    for one in read_pages(data):
        assert [word.text for word in one.words if word.size > LARGE] == ["DRAFT"]
    assert "DRAFT" not in told(data)
    pieces = [piece for piece in read_pdf("draft.pdf", data).visible if "DRAFT" in piece.text]
    assert {piece.stands for piece in pieces} == {Stands.MARGIN}
    assert structure_findings(data) == ()
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        assert page.validate_pdf_bytes(data, profile=profile).failures == []


def test_a_theme_gives_it_another_look_in_both_formats():
    own = Source("theme.css", ".watermark { color: #fde; font-size: 40pt; transform: rotate(30deg) }")
    theme = replace(editions.PLAIN, stylesheets=(*editions.PLAIN.stylesheets, own))
    draft = sheet(Status.DRAFT, editions.STATEMENT, theme)
    (shape,) = shapes(write_docx(draft, PageFacts(1))[0])[0]
    assert shape.get("fillcolor") == "#ffddee"
    assert "height:28pt;rotation:30;" in shape.get("style")
    first = read_pages(write_pdf(draft, lay_out(draft))[0])[0]
    assert 40 in [round(word.size) for word in first.words if word.text == "DRAFT"]
    assert not any(word.size > LARGE for word in first.words)


def test_a_final_text_bears_none():
    final = sheet(Status.FINAL, editions.STATEMENT)
    assert not any(shapes(write_docx(final, PageFacts(1))[0]))
    assert "DRAFT" not in {word.text for one in read_pages(write_pdf(final, lay_out(final))[0]) for word in one.words}
