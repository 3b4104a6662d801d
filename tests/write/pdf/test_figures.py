import io

import pikepdf
import pytest

from communique.write.layout import lay_out
from communique.write.pdf.writer import write_pdf
from sheet_making import PLAIN, make_sheet


def test_the_box_of_a_figure_is_where_it_is_printed(picture):
    css = PLAIN + "img { position: absolute; left: 10mm; top: 20mm; width: 30mm; height: 40mm }"
    sheet = make_sheet('<p>a <img src="pictures/a.png" alt="A"></p>', css, pictures={"a.png": picture})
    with pikepdf.open(io.BytesIO(write_pdf(sheet, lay_out(sheet))[0])) as pdf:
        figure = next(x for x in pdf.objects if isinstance(x, pikepdf.Dictionary) and x.get("/S") == "/Figure")
        box = [round(float(edge) / 72 * 25.4, 1) for edge in figure.A.BBox]
    assert box == [10 + 15, 210 - 15 - 20 - 40, 10 + 15 + 30, 210 - 15 - 20]


@pytest.mark.parametrize("rendering", ["auto", "smooth", "crisp-edges", "pixelated"])
def test_no_picture_asks_to_be_smoothed(picture, rendering):
    css = PLAIN + f"* {{ image-rendering: {rendering} }} @page {{ background: url(a.png) }}"
    more = {"pictures": {"a.png": picture}, "assets": {"a.png": picture}}
    sheet = make_sheet('<p>a <img src="pictures/a.png" alt="A"></p>', css, **more)
    with pikepdf.open(io.BytesIO(write_pdf(sheet, lay_out(sheet))[0])) as pdf:
        images = [x for x in pdf.objects if isinstance(x, pikepdf.Stream) and x.get("/Subtype") == "/Image"]
        assert images
        assert not any("/Interpolate" in image for image in images)


def test_a_drawing_is_told_by_its_title(tags):
    drawing = '<svg width="9" height="9" viewBox="0 0 9 9"><title>A seal</title><rect width="9" height="9"/></svg>'
    assert tags(f"<p>a {drawing}</p>") == ["  P", "    Figure Alt=A seal"]
