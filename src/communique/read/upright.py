"""Upright pictures: a camera that was turned notes it in the metadata (Exif 2.3, 4.6.4), which do not travel."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

NOTED = (b"Exif\0\0", b"eXIf")
"""Where a JPEG and a PNG keep such notes."""

ORIENTATION = 0x0112
"""The note of how the camera was held; 1 is upright."""


def upright(data: bytes) -> bytes:
    """The PNG or JPEG turned the way it is seen; the same bytes when it stands so, or cannot be read."""
    if not any(note in data for note in NOTED):
        return data
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  few pictures need it

    try:
        with Image.open(BytesIO(data)) as picture:
            if "exif" not in picture.info or picture.getexif().get(ORIENTATION, 1) not in range(2, 9):
                return data
            return _turned(picture)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return data


def _turned(picture: "Image.Image") -> bytes:
    """Turned and kept again: a JPEG with its own tables, so that no more is lost than must be."""
    from PIL import ImageOps  # noqa: PLC0415
    from PIL.JpegImagePlugin import JpegImageFile, get_sampling  # noqa: PLC0415

    kept, profile = BytesIO(), picture.info.get("icc_profile")
    turned = ImageOps.exif_transpose(picture)
    if isinstance(picture, JpegImageFile):
        sampling = get_sampling(picture)
        turned.save(kept, "JPEG", qtables=picture.quantization, subsampling=sampling, icc_profile=profile, exif=b"")
    else:
        turned.save(kept, "PNG", icc_profile=profile, exif=b"")
    return kept.getvalue()
