import io
from datetime import UTC, datetime, timedelta, timezone

import pikepdf
import pytest
from lxml import etree

from communique.model.sheet import Properties
from communique.model.standard import Standard
from communique.write.layout import lay_out
from communique.write.pdf.metadata import NAMES, packet
from communique.write.pdf.writer import write_pdf
from sheet_making import make_sheet

OSLO = timezone(timedelta(hours=2))
MOMENT = datetime(2012, 9, 11, 12, 30, tzinfo=OSLO)


def said(xmp, path):
    return etree.fromstring(xmp).xpath(f"string({path})", namespaces=NAMES)


def opened(**more):
    sheet = make_sheet("<h1>Title</h1><p>words</p>", **more)
    return pikepdf.open(io.BytesIO(write_pdf(sheet, lay_out(sheet))[0]))


def test_the_file_names_title_author_subject_and_keywords_in_both_places():
    with opened() as pdf:
        information = {key: str(value) for key, value in pdf.docinfo.items()}
        xmp = pdf.Root.Metadata.read_bytes()
        language = str(pdf.Root.Lang)
    assert information == {
        "/Title": "Universalization",
        "/Author": "Norway",
        "/Subject": "Third Meeting of States Parties",
        "/Keywords": "cluster munitions, universalization",
        "/Creator": "communique",
        "/Producer": "WeasyPrint 70.0",
    }
    assert said(xmp, "//dc:title//rdf:li") == "Universalization"
    assert said(xmp, "//dc:creator//rdf:li") == "Norway"
    assert said(xmp, "//dc:description//rdf:li") == "Third Meeting of States Parties"
    assert said(xmp, "//pdf:Keywords") == "cluster munitions, universalization"
    assert said(xmp, "//dc:language//rdf:li") == language == "en"


def test_without_a_moment_no_clock_is_asked():
    with opened() as pdf:
        assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())
        assert b"Date" not in pdf.Root.Metadata.read_bytes()


@pytest.mark.parametrize("created", [MOMENT, MOMENT.astimezone(UTC), datetime(2012, 9, 11, 10, 30)])  # noqa: DTZ001
def test_a_moment_is_written_in_universal_time_in_both_places(created):
    with opened(created=created) as pdf:
        assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20120911103000Z"
        xmp = pdf.Root.Metadata.read_bytes()
    assert said(xmp, "//xmp:CreateDate") == said(xmp, "//xmp:ModifyDate") == "2012-09-11T10:30:00Z"


def test_unknown_stays_absent():
    xmp = packet(Properties(title="Title", language="fr"), Standard.A3A, "a producer")
    assert not any(word in xmp for word in (b"dc:creator", b"dc:description", b"Keywords", b"dc:subject"))


def test_markup_in_a_title_is_text():
    xmp = packet(Properties(title="Côte d’Ivoire & <b>", language="fr"), Standard.A3A, "a producer")
    assert said(xmp, "//dc:title//rdf:li") == "Côte d’Ivoire & <b>"
