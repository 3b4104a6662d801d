"""A picture goes into the Word file without what it says of its maker, its pixels untouched."""

import io
from struct import pack
from zipfile import ZipFile
from zlib import crc32

import pytest
from docx.image.image import Image as Seen
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from communique.guard.picture_inside import picture_inside
from communique.write.docx.picture_bytes import without_metadata
from write.docx.test_flow import written

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
    plain = without_metadata(data)
    assert list(picture_inside(plain, "after")) == []
    assert b"owner" not in plain and b"home" not in plain and b"behind" not in plain
    assert Image.open(io.BytesIO(plain)).tobytes() == Image.open(io.BytesIO(data)).tobytes()
    assert without_metadata(plain) == plain
    assert (Seen.from_blob(plain).px_width, Seen.from_blob(plain).px_height) == (40, 20)


def test_colours_and_resolution_stay():
    assert without_metadata(saved("PNG", dpi=(300, 300), icc_profile=ICC)) == saved(
        "PNG", dpi=(300, 300), icc_profile=ICC
    )
    assert segment(0xE2, ICC) in without_metadata(PICTURES["jpeg"])
    assert without_metadata(saved("JPEG")) == saved("JPEG")


@pytest.mark.parametrize("data", [png()[:70], jpeg()[:60], b"\xff\xd8\xff\xd9", b"<svg/>", b""])
def test_what_cannot_be_followed_is_left_for_the_guard(data: bytes):
    assert without_metadata(data) == data


@pytest.mark.parametrize("data", PICTURES.values(), ids=PICTURES)
def test_the_word_file_holds_the_plain_picture(data: bytes):
    file, findings = written("<p><img src='pictures/a.png' alt='A'></p>", pictures={"a.png": data})
    with ZipFile(io.BytesIO(file)) as package:
        media = [package.read(name) for name in package.namelist() if name.startswith("word/media/")]
    assert (media, findings) == ([without_metadata(data)], ())
