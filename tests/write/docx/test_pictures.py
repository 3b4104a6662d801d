"""Pictures: their size, their words, their place; drawings with pixels for who cannot draw."""

import io

import ooxml_integrity
from lxml import etree
from openxml_audit import OpenXmlValidator
from PIL import Image

from communique.model.page_facts import PageFacts
from communique.write.docx.writer import write_docx
from communique.write.layout import lay_out
from sheet_making import PLAIN, make_sheet
from write.docx.opened import Opened, R, W, at, words
from write.docx.test_flow import opened, written
from write.docx.torture import PNG

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="20" height="20" fill="#17456b"/></svg>'
DATA = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='20mm' height='1cm'/%3E"


def extents(file, name="document"):
    """Width and height of each picture, in px."""
    found = file.root(name).iter(WP + "extent")
    return [(int(extent.get("cx")) / 9525, int(extent.get("cy")) / 9525) for extent in found]


def laid_out(body, css="", **settings):
    """The Word file of a sheet whose PDF was laid out before."""
    sheet = make_sheet(body, PLAIN + css, **settings)
    return Opened(write_docx(sheet, lay_out(sheet).facts)[0])


def test_a_picture_has_its_size_and_its_words():
    body = "<p><img src='pictures/map.png' alt='A map' style='width: 20mm'><img src='pictures/map.png' alt=''></p>"
    file = opened(body, pictures={"map.png": PNG})
    first, second = file.root().iter(WP + "inline")
    extent = first.find(WP + "extent")
    assert (extent.get("cx"), extent.get("cy")) == ("720000", "360000")
    assert first.find(WP + "docPr").get("descr") == "A map"
    assert second.find(f"{WP}docPr//{{*}}decorative").get("val") == "1"
    assert [name for name in file.names if "media" in name] == ["word/media/image1.png"]


def test_a_picture_that_word_cannot_show_leaves_its_words():
    data, findings = written("<p><img src='pictures/map.svg' alt='A map'></p>", pictures={"map.svg": b"<svg"})
    assert [found.code.number for found in findings] == ["CQ524"]
    assert words(Opened(data).paragraphs()[0]) == "A map"


def test_a_drawing_is_there_as_it_is_and_in_pixels(tmp_path):
    body = "<p><img src='pictures/map.svg' alt='A map'> <img src='pictures/map.svg' alt=''></p>"
    data, findings = written(body, " img { width: 40mm }", pictures={"map.svg": SVG})
    file = Opened(data)
    assert findings == ()
    assert {name: data for name, data in file.members.items() if name.endswith(".svg")} == {
        "word/media/picture1.svg": SVG
    }
    blip = next(file.root().iter(A + "blip"))
    relations = {
        one.get("Id"): one.get("Target") for one in etree.fromstring(file.members["word/_rels/document.xml.rels"])
    }
    drawing = blip.find(".//{*}svgBlip").get(R + "embed")
    assert relations[drawing] == "media/picture1.svg"
    assert relations[blip.get(R + "embed")] == "media/image1.png"
    seen = Image.open(io.BytesIO(file.members["word/media/image1.png"])).convert("RGBA")
    assert seen.size == (473, 237)
    assert (seen.getpixel((100, 100)), seen.getpixel((400, 100))[3]) == ((23, 69, 107, 255), 0)
    assert [round(side) for side in extents(file)[0]] == [151, 76]
    assert data == written(body, " img { width: 40mm }", pictures={"map.svg": SVG})[0]
    (tmp_path / "drawn.docx").write_bytes(data)
    assert not OpenXmlValidator().validate(tmp_path / "drawn.docx").errors
    assert not list(ooxml_integrity.check(tmp_path / "drawn.docx"))


def test_a_drawing_without_a_size_has_its_own_or_the_usual_one():
    body = f"<p><img src='pictures/map.svg' alt='a'><img src=\"{DATA}\" alt='b'></p>"
    assert [tuple(map(round, size)) for size in extents(opened(body, pictures={"map.svg": SVG}))] == [
        (300, 150),
        (76, 38),
    ]


def test_a_picture_is_as_large_as_in_the_pdf():
    css = " .half { width: 50% } table { width: 60mm } td { padding: 0 } .cell { max-width: 100%; width: 50mm }"
    body = (
        "<p><img class='half' src='pictures/map.png' alt='a'></p>"
        "<table><tr><td style='width: 50%'><img class='half' src='pictures/map.png' alt='b'></td>"
        "<td>x</td></tr></table>"
    )
    (wide, high), (cell, _) = extents(laid_out(body, css, pictures={"map.png": PNG}))
    assert round(wide) == round((148 - 30) / 2 * 96 / 25.4)
    assert wide == 2 * high
    assert cell < wide / 2


def test_a_picture_of_the_theme_stands_in_a_header():
    css = " .logo { position: running(l) } @page { @top-left { content: element(l) } } .logo img { height: 5mm }"
    sheet = make_sheet(
        "<p class='logo'><img src='logo.png' alt='Norway'></p><p>b</p>", PLAIN + css, assets={"logo.png": PNG}
    )
    data, findings = write_docx(sheet, PageFacts(1))
    assert findings == ()
    ((wide, high),) = extents(Opened(data), "header1")
    assert (round(wide), round(high)) == (38, 19)


def test_a_picture_that_is_a_block_has_its_own_paragraph():
    css = " img { display: block; margin: 6pt auto } .p { margin: 0 }"
    picture = "<img src='pictures/map.png' alt='a'>"
    body = f"<figure>{picture}{picture}<figcaption>c</figcaption></figure>"
    first, second, caption = opened(body, css, pictures={"map.png": PNG}).paragraphs()
    assert [at(p, "pPr/jc") for p in (first, second)] == ["center", "center"]
    assert [len(list(p.iter(W + "drawing"))) for p in (first, second, caption)] == [1, 1, 0]
    assert words(caption) == "c"
