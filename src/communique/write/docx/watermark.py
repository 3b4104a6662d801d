"""The watermark: a word across each page, behind its text, as Word's own are ([MS-OI29500], VML word art).

A running element asks for it with `--docx-watermark: COLOUR`; it is written into every header, that of first pages too.
The words stay in the margin as well, so that who listens hears them.
"""

from communique.write.docx.xml import Value, element, w

VML, OFFICE = "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office"
WORD_ART = "#_x0000_t136"
"""Plain text art, the shape of Word's own watermarks."""

HEIGHT, BREADTH = 120, 0.6
"""Points; the width of a letter as a part of the height."""

PLACE = (
    "position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)


def watermark(words: str, colour: str, number: int) -> str:
    """The run that holds the shape; `number` is that of its header."""
    art = element("v:textpath", "", {"style": 'font-family:"Arial";font-size:1pt', "string": words})
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
        "style": PLACE.format(width=round(min(430, len(words) * BREADTH * HEIGHT)), height=HEIGHT),
        "o:allowincell": "f",
        "fillcolor": colour,
        "stroked": "f",
    }
    drawn = element("v:path", "", {"textpathok": "t"}) + element("v:textpath", "", {"on": "t", "fitshape": "t"})
    content = element("v:shapetype", drawn, kind) + element("v:shape", art, shape)
    return w("r", w("pict", content))
