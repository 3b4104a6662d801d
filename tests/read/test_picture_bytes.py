"""A picture is read without what it says of its maker, its pixels untouched; a drawing with what is drawn alone."""

import io
import re
from base64 import b64decode, b64encode
from datetime import date
from struct import pack
from zlib import crc32

import pytest
from docx.image.image import Image as Seen
from PIL import Image, ImageChops, ImageOps
from PIL.PngImagePlugin import PngInfo

from communique.guard.picture_inside import picture_inside
from communique.read.picture_bytes import plain_picture
from communique.read.themes import read_theme
from communique.read.workspace import open_workspace

PICTURE = Image.merge("RGB", [Image.linear_gradient("L").rotate(turn).crop((0, 0, 40, 20)) for turn in (0, 90, 180)])
EXIF = Image.Exif()
EXIF[0x010F], EXIF[0x013B] = "A camera", "An owner"
XMP = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>An owner</x:xmpmeta>"
ICC = b"ICC_PROFILE\0\1\1" + bytes(128)


def saved(form: str, **settings: object) -> bytes:
    kept = io.BytesIO()
    PICTURE.save(kept, form, **settings)
    return kept.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    return pack(">I", len(body)) + kind + body + pack(">I", crc32(kind + body))


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + pack(">H", len(body) + 2) + body


def png() -> bytes:
    said = PngInfo()
    said.add_text("Author", "An owner")
    said.add_text("Comment", "Made at home", zip=True)
    said.add_itxt("XML:com.adobe.xmp", "An owner")
    said.add(b"tIME", bytes((7, 234, 11, 24, 12, 0, 0)))
    whole = saved("PNG", pnginfo=said, exif=EXIF.tobytes(), dpi=(300, 300))
    return whole[:33] + chunk(b"caBX", b"Who changed it, and when") + whole[33:] + b"something behind"


def jpeg(*, jfif: bool = True, progressive: bool = False) -> bytes:
    plain = saved("JPEG", quality=90, progressive=progressive)
    head, rest = plain[:20], plain[20:]
    said = segment(0xE1, EXIF.tobytes()) + segment(0xE1, XMP) + segment(0xED, b"Photoshop 3.0\0An owner")
    said += segment(0xE2, ICC) + segment(0xE5, b"MPF\0An owner") + segment(0xFE, b"Made at home")
    return (head if jfif else head[:2]) + said + rest + plain


PICTURES = {
    "png": png(),
    "jpeg": jpeg(),
    "camera": jpeg(jfif=False),
    "progressive": jpeg(progressive=True),
}


@pytest.mark.parametrize("data", PICTURES.values(), ids=PICTURES)
def test_metadata_are_left_out_and_the_pixels_stay(data: bytes):
    assert list(picture_inside(data, "before"))
    plain = plain_picture(data)
    assert list(picture_inside(plain, "after")) == []
    assert b"owner" not in plain and b"home" not in plain and b"behind" not in plain
    assert Image.open(io.BytesIO(plain)).tobytes() == Image.open(io.BytesIO(data)).tobytes()
    assert plain_picture(plain) == plain
    assert (Seen.from_blob(plain).px_width, Seen.from_blob(plain).px_height) == (40, 20)


def test_colours_and_resolution_stay():
    assert plain_picture(saved("PNG", dpi=(300, 300), icc_profile=ICC)) == saved("PNG", dpi=(300, 300), icc_profile=ICC)
    assert segment(0xE2, ICC) in plain_picture(PICTURES["jpeg"])
    assert plain_picture(saved("JPEG")) == saved("JPEG")


@pytest.mark.parametrize("data", [png()[:70], jpeg()[:60], b"\xff\xd8\xff\xd9", b""])
def test_what_cannot_be_followed_is_left_for_the_guard(data: bytes):
    assert plain_picture(data) == data


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
@pytest.mark.parametrize("held", range(1, 9))
def test_a_picture_of_a_turned_camera_stands_upright(form: str, held: int):
    noted = Image.Exif()
    noted[0x0112], noted[0x013B] = held, "An owner"
    data = saved(form, exif=noted, **({"quality": 95} if form == "JPEG" else {}))
    plain = plain_picture(data)
    seen, wanted = Image.open(io.BytesIO(plain)), ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    assert (seen.format, seen.size, "exif" in seen.info) == (form, wanted.size, False)
    assert max(high for _, high in ImageChops.difference(seen, wanted).getextrema()) <= (8 if form == "JPEG" else 0)
    assert b"owner" not in plain
    assert plain_picture(plain) == plain


HOSTILE = b"""<?xml version="1.0"?><?xml-stylesheet href="https://example.org/a.css"?><!-- Jane Doe -->
<!DOCTYPE svg [<!ENTITY who "Jane Doe">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"
 xmlns:ink="http://www.inkscape.org/namespaces/inkscape" ink:docname="/home/jane/map.svg" onload="run()">
<title>By Jane Doe</title><metadata>Jane Doe</metadata><script>run()</script>
<style>@import url(https://example.org/a.css); rect { fill: url(https://example.org/b.svg#a) } /* Jane */</style>
<defs><linearGradient id="g"><stop stop-color="red"/></linearGradient></defs>
<a xlink:href="https://example.org/"><rect width="9" height="9" fill="url(#g)" data-by="Jane"/></a>
<use href="#g"/><use href="https://example.org/#a"/><image href="file:///etc/passwd"/>
<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Jane</p></foreignObject><text>Norway &who;</text></svg>"""


def test_a_drawing_keeps_what_is_drawn_alone():
    plain = plain_picture(HOSTILE).decode()
    assert re.findall(r"Jane|jane|https?://(?!www\.w3\.org)[^\"]*|file:|run\(\)|<!|<\?xml-", plain) == []
    for kept in ('viewBox="0 0 9 9"', 'fill="url(#g)"', '<use href="#g"/>', "<text>Norway </text>", "<linearGradient"):
        assert kept in plain
    assert plain_picture(plain.encode()) == plain.encode()


def test_a_picture_inside_a_drawing_is_plain_too():
    inner = b64encode(png()).decode()
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/png;base64,{inner}"/></svg>'
    held = re.search(rb"base64,([^\"]*)", plain_picture(drawing.encode()))
    assert held is not None and b64decode(held[1]) == plain_picture(png())


def test_what_is_no_drawing_stays_for_who_draws_it():
    assert plain_picture(b"<svg><rect") == b"<svg><rect"


def test_the_logo_of_a_theme_tells_nobody_who_drew_it(tmp_path):
    folder = tmp_path / "templates" / "themes" / "ours"
    folder.mkdir(parents=True)
    (folder / "theme.css").write_text("p { color: #000 }", encoding="utf-8")
    (folder / "logo.png").write_bytes(png())
    (tmp_path / "content").mkdir()
    theme = read_theme(open_workspace(tmp_path, date(2026, 11, 24)), "ours")
    (logo,) = [asset for asset in theme.assets if asset.name == "logo.png"]
    assert logo.data == plain_picture(png())
    assert b"An owner" not in logo.data
