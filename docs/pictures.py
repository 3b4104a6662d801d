"""Renews the pictures of the README from the pages that `make` has built: `make docs`."""

import sys
from pathlib import Path

import pypdfium2
from PIL import ImageOps
from PIL.Image import Image

ROOT = Path(__file__).resolve().parents[1]
BUILT = ROOT / "build" / "ccm-3msp" / "universalization"
PICTURES = ROOT / "docs" / "pictures"
WIDTH = 620

SHOWN = {
    "statement": ("public/statement.en.pdf", 0),
    "podium": ("speaker/podium.en.pdf", 1),
    "talking-points": ("delegation/talking-points.en.pdf", 0),
    "briefing-pack": ("delegation/briefing-pack.en.pdf", 1),
}
"""Each picture: the paper, and the page of it that shows best what it is (counted from 0)."""


def main() -> int:
    """The pictures of the README, made anew."""
    if not BUILT.is_dir():
        sys.stderr.write(f"There is no page to take a picture of in {BUILT.relative_to(ROOT)}: type make first.\n")
        return 1
    PICTURES.mkdir(exist_ok=True)
    for name, taken in pictures(BUILT).items():
        place = PICTURES / f"{name}.png"
        taken.save(place, optimize=True)
        print(place.relative_to(ROOT))
    return 0


def pictures(built: Path) -> dict[str, Image]:
    """The pages that the README shows, from a folder of papers, by name."""
    return {name: picture(built / paper, page) for name, (paper, page) in SHOWN.items()}


def picture(paper: Path, page: int) -> Image:
    """A page as a picture with a hair line around it, `WIDTH` pixels wide."""
    with pypdfium2.PdfDocument(paper) as document:
        taken: Image = document[page].render(scale=WIDTH / document[page].get_width()).to_pil()
        return ImageOps.expand(taken, border=1, fill="#bbbbbb").quantize(64)


if __name__ == "__main__":
    sys.exit(main())
