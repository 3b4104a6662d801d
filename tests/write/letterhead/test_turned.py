"""Headers of a letterhead on a page that lies: what stood at the edge of the text stands there still."""

import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator

from communique.model.page_facts import PageFacts
from communique.model.placeholders import filled
from communique.model.theme import Asset
from communique.write.docx.package_checks import package_faults
from communique.write.docx.writer import write_docx
from communique.write.letterhead.join import on_letterhead
from sheet_making import make_sheet
from write.docx.opened import Opened, W
from write.letterhead.letterheads import letterhead, logo, style

CSS = "@page wide { size: A4 landscape } .wide { page: wide } section { page: usual }"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TABBED = '<w:p><w:pPr><w:pStyle w:val="Hode"/></w:pPr><w:r><w:t>MFA</w:t><w:tab/><w:tab/><w:t>Oslo</w:t></w:r></w:p>'
STOPS = (
    '<w:pPr><w:tabs><w:tab w:val="left" w:pos="500"/><w:tab w:val="center" w:pos="4394"/>'
    '<w:tab w:val="right" w:leader="dot" w:pos="8787"/></w:tabs></w:pPr>'
)


@pytest.fixture(scope="module")
def on():
    """A text of three sections, the second on its side, on a letterhead with that header."""
    sheet = make_sheet('<section>a</section><p class="wide">b</p><section>c</section>', CSS)
    written = write_docx(sheet, PageFacts(3))[0]

    def join(header):
        its_own = letterhead(headers={"header1": ("default", header)}, styles=style("header", "Hode", STOPS))
        return on_letterhead(Asset("letterhead.docx", its_own), "trial", written, filled(()))

    return join


def headers(data):
    """The header of each section, by its part."""
    opened = Opened(data)
    relations = opened.members["word/_rels/document.xml.rels"].decode()
    found = []
    for section in opened.root().iter(W + "sectPr"):
        ident = section.find(W + "headerReference").get(R + "id")
        tag = next(tag for tag in relations.split("<") if f'Id="{ident}"' in tag)
        found.append(opened.root(tag.partition('Target="')[2].partition(".xml")[0].rpartition("/")[2]))
    return found


def stops(header):
    return [
        (stop.get(W + "val"), int(stop.get(W + "pos")), stop.get(W + "leader"))
        for stop in header.iterfind(f"{W}p/{W}pPr/{W}tabs/{W}tab")
    ]


def test_the_stops_in_the_middle_and_at_the_right_move(on, tmp_path):
    data = on(logo() + TABBED)
    (tmp_path / "turned.docx").write_bytes(data)
    assert list(map(str, ooxml_integrity.check(tmp_path / "turned.docx"))) == []
    assert [error.description for error in OpenXmlValidator().validate(tmp_path / "turned.docx").errors] == []
    assert package_faults(data) == ()
    upright, turned, again = headers(data)
    assert stops(upright) == stops(again) == []
    lying = 16838 - 1701 - 1418
    assert stops(turned) == [
        ("left", 500, None),
        ("clear", 4394, None),
        ("center", round(4394 * lying / 8787), None),
        ("clear", 8787, None),
        ("right", lying, "dot"),
    ]


def test_a_header_in_which_nothing_moves_stays_one(on):
    upright, turned, again = headers(on(logo() + TABBED.replace("<w:tab/>", "")))
    assert stops(upright) == stops(turned) == stops(again) == []
    assert len(Opened(on(logo() + TABBED.replace("<w:tab/>", ""))).parts("header")) == 1
