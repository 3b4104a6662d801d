"""Pictures: inline drawings with the size of the page and their alternative text (ECMA-376-1, 20.4)."""

import re
from io import BytesIO
from typing import NamedTuple

from docx.image.exceptions import UnrecognizedImageError
from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from communique.diagnostics.codes.word import PICTURE_NOT_IN_WORD
from communique.write.docx.drawings import pixels_of, svg_blip
from communique.write.docx.manuscript import Manuscript
from communique.write.docx.package import WrittenPart
from communique.write.docx.place import Place
from communique.write.docx.story import Story
from communique.write.docx.xml import Value, w
from communique.write.docx.xml import element as xml
from communique.write.style.lengths import Length, emu, px, written_px
from communique.write.weasyprint_private.cascade import Computed, Element

DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
DECORATION = "http://schemas.microsoft.com/office/drawing/2017/decorative"
"""How Word marks a picture that says nothing ([MS-ODRAWXML], 2.37)."""

SVG = "image/svg+xml"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

USUAL = (300.0, 150.0)
"""The size in px of a picture that says nothing of it (CSS 2.2, 10.3.2)."""


class _Shown(NamedTuple):
    """The parts of a picture in the package: what every program shows, and the drawing that it was made of."""

    pixels: Part
    drawing: Part | None = None


def write_picture(element: Element, story: Story, place: Place) -> None:
    """Write a picture into the line; one that Word cannot show leaves its alternative text."""
    manuscript = story.manuscript
    computed = manuscript.cascade.style(element)
    name, words = element.get("src") or "", element.get("alt") or ""
    try:
        kind, data = manuscript.files.file(name)
        natural = _natural_drawing(data) if kind == SVG else _natural_pixels(data)
    except (LookupError, UnrecognizedImageError):
        manuscript.findings.add(
            PICTURE_NOT_IN_WORD,
            element,
            f"{name} is neither PNG, JPEG nor SVG, so its alternative text stands in its place",
            "save the picture as PNG and name that one",
        )
        story.say(words, computed, place, element)
        return
    paragraph = story.paragraph(element, place)
    width, height = _size(element, computed, natural, story)
    shown = _parts(name, kind, data, manuscript, (width, height))
    manuscript.drawings += 1
    relation = story.part.relate_to(shown.pixels, RELATIONSHIP_TYPE.IMAGE)
    blip = svg_blip(story.part.relate_to(shown.drawing, RELATIONSHIP_TYPE.IMAGE)) if shown.drawing else ""
    story.add(w("r", _drawing(manuscript.drawings, (relation, blip), emu(width), emu(height), words)))
    if paragraph.look["lineRule"] == "exact":
        paragraph.look["lineRule"] = "atLeast"  # an exact line would cut the picture off


def _parts(name: str, kind: str, data: bytes, manuscript: Manuscript, size: tuple[float, float]) -> _Shown:
    """The parts of a picture; a drawing gets one of pixels for each size that it is shown in."""
    package = manuscript.document.part.package
    if kind != SVG:
        return _Shown(package.get_or_add_image_part(BytesIO(data)))
    pixels = package.get_or_add_image_part(BytesIO(pixels_of(name, manuscript.files, *size)))
    if name not in manuscript.svg_parts:
        number = len(manuscript.svg_parts) + 1
        manuscript.svg_parts[name] = WrittenPart(manuscript.document, f"/word/media/picture{number}.svg", SVG, data)
    return _Shown(pixels, manuscript.svg_parts[name])


def _natural_pixels(data: bytes) -> tuple[float, float]:
    image = Image.from_blob(data)
    return float(image.px_width), float(image.px_height)


def _natural_drawing(data: bytes) -> tuple[float, float]:
    """The size that a drawing asks for, its width the usual one when it says only its shape (CSS 2.2, 10.3.2)."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise UnrecognizedImageError from error
    wide, high = (_said_px(root.get(side) or "") for side in ("width", "height"))
    box = [float(number) for number in NUMBER.findall(root.get("viewBox") or "")]
    ratio = box[3] / box[2] if len(box) == 4 and box[2] > 0 else USUAL[1] / USUAL[0]
    wide = wide or (high / ratio if high else USUAL[0])
    return wide, high or wide * ratio


def _said_px(length: str) -> float:
    try:
        return float(length) if NUMBER.fullmatch(length) else written_px(length)
    except ValueError:
        return 0.0


def _size(element: Element, computed: Computed, natural: tuple[float, float], story: Story) -> tuple[float, float]:
    """The size in px: what the style says outright, else that of the PDF; without it, reckoned (CSS 2.2, 10.3.2)."""
    width, height = natural
    ratio = height / width if width else 1.0
    said_width, said_height = (_outright(computed[side]) for side in ("width", "height"))
    if said_width is not None and said_height is not None:
        return said_width, said_height
    if (laid := story.manuscript.picture_size(element)) is not None and said_width is None and said_height is None:
        return laid
    measure = story.measure(computed)
    part = None if computed["width"] == "auto" else px(computed["width"], measure)
    wide = part if part is not None else said_height / ratio if said_height is not None else width
    most = px(computed["max_width"], measure)
    if 0 < most < wide:
        wide = most
    return wide, wide * ratio


def _outright(length: Length) -> float | None:
    """A length in px; None for `auto` and for a part of something else."""
    return None if isinstance(length, str) or getattr(length, "unit", "px") == "%" else px(length)


def _drawing(number: int, blip: tuple[str, str], width: int, height: int, words: str) -> str:
    """`w:drawing` of one inline picture; `blip` is its relation and its extension, lengths are in EMU."""
    relation, extension = blip
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
            xml("a:blip", extension, {"r:embed": relation}) + xml("a:stretch", xml("a:fillRect", "", {}), {}),
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
