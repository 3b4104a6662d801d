"""Renews the pictures of the README from the pages that `make` has built: `make docs`."""

import sys
from pathlib import Path

import pypdfium2
from PIL.Image import Image

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "build" / "ccm-3msp" / "universalization"
WIDTH = 620


def main() -> int:
    """One picture of the first page of each kind, beside this file."""
    papers = sorted(EXAMPLE.glob("*/*.pdf"))
    if not papers:
        sys.stderr.write(f"There is no page to take a picture of in {EXAMPLE.relative_to(ROOT)}: type make first.\n")
        return 1
    for paper in papers:
        place = ROOT / "docs" / f"{paper.name.split('.')[0]}.png"
        picture(paper).save(place, optimize=True)
        print(place.relative_to(ROOT))
    return 0


def picture(paper: Path, page: int = 0) -> Image:
    """A page as a picture, `WIDTH` pixels wide."""
    with pypdfium2.PdfDocument(paper) as document:
        taken: Image = document[page].render(scale=WIDTH / document[page].get_width()).to_pil()
        return taken


if __name__ == "__main__":
    sys.exit(main())
