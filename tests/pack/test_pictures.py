"""The pictures of the README are of the pages as they are built today."""

import re
import sys
from pathlib import Path

from PIL import Image, ImageChops

from pack.workspaces import ROOT, Bench

sys.path.insert(0, str(ROOT / "docs"))

import pictures

ELSEWHERE = {"preview", "look-themes"}
"""Those of the browser depend on its fonts; those of the themes are held current where the look is."""

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_pictures_of_the_readme_are_current(tmp_path: Path) -> None:
    bench = Bench.with_example(tmp_path)
    bench.run("build", "--format", "pdf")
    shown = set(re.findall(r"docs/pictures/([\w-]+)\.png", README)) - ELSEWHERE
    assert shown == set(pictures.SHOWN)
    for name, taken in pictures.pictures(tmp_path / "build" / "ccm-3msp" / "universalization").items():
        with Image.open(ROOT / "docs" / "pictures" / f"{name}.png") as kept:
            difference = ImageChops.difference(kept.convert("L"), taken.convert("L"))
        assert difference.getbbox() is None, f"{name} looks otherwise now: make docs"
