"""Pictures where a reading programme can find them."""

from collections.abc import Iterable

import pydyf  # type: ignore[import-untyped]

from communique.write.pdf.structure import Pdf, Tree
from communique.write.weasyprint_private.tags import Tagged

POINTS = 0.75
"""Points (1/72 inch) in a CSS px (1/96 inch)."""


def box_figures(tree: Tree, tagged: Iterable[Tagged]) -> None:
    """The bounding box of each figure in points from the bottom left corner of the page (ISO 32000-1, 14.8.5.4).

    WeasyPrint writes CSS px from the top left one.
    """
    for item in tagged:
        if item.node and item.node["S"] == "/Figure":
            attributes = item.node["A"]
            height = float(tree.page(item.node)["MediaBox"][3])
            left, top, right, bottom = (edge * POINTS for edge in attributes["BBox"])
            edges = (left, height - bottom, right, height - top)
            attributes["BBox"] = pydyf.Array(round(edge, 2) for edge in edges)


def forbid_interpolation(pdf: Pdf) -> None:
    """No picture may ask to be smoothed (ISO 19005-3, 6.2.8), whatever its `image-rendering`."""
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream):
            thing.extra.pop("Interpolate", None)
