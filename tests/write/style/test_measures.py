"""Lengths, colours, fonts and languages on their way into Word."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from communique.write.style.languages import language_look, word_language
from communique.write.style.lengths import eighths, emu, half_points, points, twips, written_px
from communique.write.style.word_fonts import LINE_OF_NATURE, TWINS, faces


def test_px_become_the_units_of_word():
    inch = 96
    assert (twips(inch), half_points(inch), points(inch), emu(inch)) == (1440, 144, 72, 914400)
    assert (eighths(4 / 3), eighths(0.1), eighths(1000)) == (8, 2, 96)


@pytest.mark.parametrize(("written", "px"), [("72pt", 96), ("1in", 96), ("25.4mm", 96), ("50%", 100), ("3px", 3)])
def test_a_length_is_read_as_it_is_written(written, px):
    assert written_px(written, 200) == pytest.approx(px)


def test_a_length_without_a_unit_is_none():
    with pytest.raises(ValueError, match="12"):
        written_px("12")


@pytest.mark.parametrize(
    ("tag", "word"),
    [("en", "en-GB"), ("fr", "fr-FR"), ("nb", "nb-NO"), ("ar", "ar-SA"), ("ru", "ru-RU"),
     ("fr-CA", "fr-CA"), ("zh", "zh-CN"),
     ("es", "es-ES"), ("sw", "sw-TZ"), ("tlh", "tlh")],
)  # fmt: skip
def test_word_gets_a_language_with_its_region(tag, word):
    assert word_language(tag) == word


def test_a_language_stands_where_its_script_belongs():
    assert language_look("ar") == {"lang.bidi": "ar-SA"}
    assert language_look("ja") == {"lang.eastAsia": "ja-JP"}
    assert language_look("el") == {"lang.val": "el-GR"}


def test_the_first_family_of_each_script_counts():
    assert faces(["Tinos", "Arimo", "Amiri"]) == ("Times New Roman", "Amiri", "Times New Roman")
    assert faces(["Noto Naskh Arabic"]).latin == "Noto Naskh Arabic"


INSTALLED = {
    path.stem: path
    for path in Path("/usr/share/fonts").rglob("*-Regular.ttf")
    if path.stem in {"Carlito-Regular", "LiberationSerif-Regular", "LiberationSans-Regular", "NotoNaskhArabic-Regular"}
}


@pytest.mark.parametrize("stem", sorted(INSTALLED))
def test_the_natural_line_is_that_of_the_font_file(stem):
    with TTFont(INSTALLED[stem]) as font:
        height = (font["hhea"].ascent - font["hhea"].descent + font["hhea"].lineGap) / font["head"].unitsPerEm
        family = font["name"].getDebugName(1)
    assert LINE_OF_NATURE[TWINS.get(family, family)] == pytest.approx(height, abs=0.002)
