"""The watermark: a word across each page, behind its text, as Word's own are ([MS-OI29500], VML word art).

An element asks for it with `--docx-watermark: behind`; its font, size, colour and slant are those of its style. It is
written into every header, that of first pages too. Beside it a line in the margin says the same to who listens.
"""

from math import degrees
from typing import Any
from unicodedata import east_asian_width

from communique.write.docx.xml import Value, element, w
from communique.write.style.colours import rgb
from communique.write.style.lengths import half_points
from communique.write.style.word_fonts import faces
from communique.write.weasyprint_private.cascade import Computed

VML, OFFICE = "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office"
WORD_ART = "#_x0000_t136"
"""Plain text art, the shape of Word's own watermarks."""

HEIGHT = 0.7
"""The height of a capital, as a part of the font size: word art fills its frame with the letters themselves."""

BREADTH, WIDE = 0.69, 1.0
"""The width of a capital of a bold face, and that of an East Asian character, as parts of the font size."""

PLACE = (
    "position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;rotation:{turn};"
    "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)


def watermark(words: str, style: Computed, number: int) -> str:
    """The run that holds the shape; `number` is that of its header."""
    words = words.upper() if style["text_transform"] == "uppercase" else words
    size = half_points(style["font_size"]) / 2
    breadth = sum(WIDE if east_asian_width(letter) in "WF" else BREADTH for letter in words)
    place = PLACE.format(width=round(breadth * size), height=round(HEIGHT * size), turn=_turn(style["transform"]))
    face = f'font-family:"{faces(style["font_family"]).latin}";font-size:1pt'
    art = element("v:textpath", "", {"style": face + _weight(style), "string": words})
    kind: dict[str, Value] = {
        "xmlns:v": VML,
        "xmlns:o": OFFICE,
        "id": WORD_ART[1:],
        "coordsize": "21600,21600",
        "o:spt": 136,
        "adj": "10800",
        "path": "m@7,l@8,m@5,21600l@6,21600e",
    }
    shape: dict[str, Value] = {
        "xmlns:v": VML,
        "xmlns:o": OFFICE,
        "id": f"Watermark{number}",
        "o:spid": f"_x0000_s{2048 + number}",
        "type": WORD_ART,
        "alt": words,
        "style": place,
        "o:allowincell": "f",
        "fillcolor": f"#{rgb(style['color']).lower()}",
        "stroked": "f",
    }
    drawn = element("v:path", "", {"textpathok": "t"}) + element("v:textpath", "", {"on": "t", "fitshape": "t"})
    content = element("v:shapetype", drawn, kind) + element("v:shape", art, shape)
    return w("r", w("pict", content))


def _weight(style: Computed) -> str:
    return ";font-weight:bold" if style["font_weight"] >= 600 else ""


def _turn(transform: Any) -> int:  # noqa: ANN401 - WeasyPrint ships no types
    """Whole degrees clockwise, from 0 to 359."""
    turns = [value for kind, value in transform or () if kind == "rotate"]
    return round(degrees(sum(turns))) % 360
