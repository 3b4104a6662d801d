"""Pictures: inline drawings with the size of the page and their alternative text (ECMA-376-1, 20.4)."""

from io import BytesIO

from docx.image.exceptions import UnrecognizedImageError
from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE

from communique.diagnostics.codes.word import PICTURE_NOT_IN_WORD
from communique.write.docx.place import Place
from communique.write.docx.story import Story
from communique.write.docx.xml import Value, w
from communique.write.docx.xml import element as xml
from communique.write.style.lengths import emu, px
from communique.write.weasyprint_private.cascade import Computed, Element

DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
DECORATION = "http://schemas.microsoft.com/office/drawing/2017/decorative"
"""How Word marks a picture that says nothing ([MS-ODRAWXML], 2.37)."""


def write_picture(element: Element, story: Story, place: Place) -> None:
    """Write a picture into the line; one that Word cannot show leaves its alternative text."""
    computed = story.manuscript.cascade.style(element)
    name = element.get("src") or ""
    data = story.manuscript.pictures.get(name)
    try:
        image = Image.from_blob(data or b"")
    except UnrecognizedImageError:
        story.manuscript.findings.add(
            PICTURE_NOT_IN_WORD,
            element,
            f"{name} is neither PNG nor JPEG, so its alternative text stands in its place",
            "save the picture as PNG and name that one",
        )
        story.say(element.get("alt") or "", computed, place, element)
        return
    paragraph = story.paragraph(element, place)
    part = story.manuscript.document.part.package.get_or_add_image_part(BytesIO(data or b""))
    relation = story.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    width, height = _size(computed, image.px_width, image.px_height, story.measure(computed))
    story.manuscript.drawings += 1
    drawing = _drawing(story.manuscript.drawings, relation, emu(width), emu(height), element.get("alt") or "")
    story.add(w("r", drawing))
    if paragraph.look["lineRule"] == "exact":
        paragraph.look["lineRule"] = "atLeast"  # an exact line would cut the picture off


def _size(computed: Computed, width: int, height: int, measure: float) -> tuple[float, float]:
    """The size in px: what the style says, else that of the picture, its proportions kept (CSS 2.2, 10.3.2)."""
    ratio = height / width if width else 1.0
    said_width = None if computed["width"] == "auto" else px(computed["width"], measure)
    said_height = None if computed["height"] == "auto" else px(computed["height"])
    if said_width is not None and said_height is not None:
        return said_width, said_height
    wide = said_width if said_width is not None else said_height / ratio if said_height is not None else float(width)
    most = px(computed["max_width"], measure)
    if 0 < most < wide:
        wide = most
    return wide, wide * ratio


def _drawing(number: int, relation: str, width: int, height: int, words: str) -> str:
    """`w:drawing` of one inline picture; lengths in EMU."""
    mark = xml("adec:decorative", "", {"xmlns:adec": DECORATION, "val": 1})
    silent = xml("a:extLst", xml("a:ext", mark, {"uri": DECORATIVE}), {})
    extent: dict[str, Value] = {"cx": width, "cy": height}
    named: dict[str, Value] = {"id": number, "name": f"Picture {number}", "descr": words}
    picture = xml(
        "pic:pic",
        xml(
            "pic:nvPicPr",
            xml("pic:cNvPr", "", {"id": number, "name": f"Picture {number}"}) + xml("pic:cNvPicPr", "", {}),
            {},
        )
        + xml(
            "pic:blipFill",
            xml("a:blip", "", {"r:embed": relation}) + xml("a:stretch", xml("a:fillRect", "", {}), {}),
            {},
        )
        + xml(
            "pic:spPr",
            xml("a:xfrm", xml("a:off", "", {"x": 0, "y": 0}) + xml("a:ext", "", extent), {})
            + xml("a:prstGeom", xml("a:avLst", "", {}), {"prst": "rect"}),
            {},
        ),
        {},
    )
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    graphic = xml("a:graphic", xml("a:graphicData", picture, {"uri": uri}), {})
    return w(
        "drawing",
        xml(
            "wp:inline",
            xml("wp:extent", "", extent) + xml("wp:docPr", "" if words else silent, named) + graphic,
            {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
        ),
    )
