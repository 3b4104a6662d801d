"""What a setting makes of a PDF: another standard, none, or sheets for a print shop."""

import io
from dataclasses import replace

import page
import pikepdf
import pypdfium2
import pytest

import editions
from communique.model.settings import Settings
from communique.model.standard import Standard
from communique.render.sheet import render
from communique.write.layout import lay_out
from communique.write.pdf.structure_checks import structure_findings
from communique.write.pdf.writer import write_pdf

A3A, A2A, UA1 = (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1)


def written(edition=editions.BARE, kind=editions.STATEMENT, **settings):
    sheet = render(edition, kind, editions.ENGLISH, editions.PLAIN, Settings(**settings), editions.TEMPLATES)
    layout = lay_out(sheet)
    data, found = write_pdf(sheet, layout)
    assert (layout.diagnostics, found) == ((), ())
    return data


def faults(data, *profiles):
    return [fault.message for one in profiles for fault in page.validate_pdf_bytes(data, profile=one).failures]


def test_a_setting_asks_for_pdf_a_2():
    data = written(pdf=Standard.A2A)
    assert faults(data, A2A, UA1) == []
    assert faults(data, A3A) != []
    assert structure_findings(data) == ()


def test_a_plain_pdf_has_the_same_tags_and_claims_nothing():
    data = written(pdf=Standard.PLAIN)
    assert len(data) < len(written())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/OutputIntents" not in pdf.Root
        assert b"pdfaid" not in pdf.Root.Metadata.read_bytes()
        assert b"Universalization" not in pdf.Root.Metadata.read_bytes()
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.docinfo.Title) == "hello"
    assert {finding.message for finding in structure_findings(data)} == {
        "the metadata claim no standard",
        "the file has no output intent",
    }


def test_a_print_shop_gets_crop_marks_outside_the_page():
    data = written(crop_marks=True)
    assert faults(data, A3A, UA1) == []
    assert structure_findings(data) == ()
    with pikepdf.open(io.BytesIO(data)) as pdf, pikepdf.open(io.BytesIO(written())) as usual:
        (sheet, trimmed), ordinary = (pdf.pages[0].MediaBox, pdf.pages[0].TrimBox), usual.pages[0].MediaBox
        assert [float(edge) for edge in trimmed] == pytest.approx([float(edge) for edge in ordinary])
        assert float(sheet[2]) - float(sheet[0]) == pytest.approx(float(trimmed[2]) + 20 * 72 / 25.4)
    with pypdfium2.PdfDocument(data) as document:
        strip = document[0].render().to_pil().convert("L").crop((0, 0, 14, 842))
    assert strip.getextrema()[0] < 128


@pytest.mark.parametrize("kind", [editions.BRIEFING_PACK, editions.TALKING_POINTS])
def test_an_internal_paper_may_carry_its_words_as_markdown(kind):
    data = written(editions.FULL, kind, attached_text=True)
    assert data == written(editions.FULL, kind, attached_text=True)
    assert faults(data, A3A, UA1) == []
    assert structure_findings(data) == ()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (name,) = pdf.attachments
        assert name == f"{kind.name}.en.md"
        assert pdf.Root.AF[0].AFRelationship == "/Source"
        assert str(pdf.Root.AF[0].EF.F.Params.ModDate) == "D:20120912000000Z"
        text = pdf.attachments[name].get_file().read_bytes().decode()
    assert "**Tremendous progress.**" in text
    assert ("## Background" in text) == (kind is editions.BRIEFING_PACK)


def test_a_public_paper_never_carries_anything():
    data = written(editions.FULL, attached_text=True)
    assert data == written(editions.FULL)
    assert b"EmbeddedFile" not in data


def test_a_paper_without_a_date_attaches_its_text_without_one():
    edition = replace(editions.BARE, objectives=editions.BASE.objectives)
    data = written(edition, editions.TALKING_POINTS, attached_text=True)
    assert faults(data, A3A, UA1) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/ModDate" not in pdf.Root.AF[0].EF.F.Params
