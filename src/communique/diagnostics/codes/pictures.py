"""CQ19x: what reading finds in the files of pictures."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

BROKEN_PICTURE = Code(
    "CQ190",
    "broken-picture",
    Severity.ERROR,
    "A picture cannot be decoded: its file ends too early, was damaged, or is no drawing in SVG.",
    "The page would have a hole, or half a picture.",
    '<svg viewBox="0 0 10 10"><rect width="10" height="10"></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>',
)
UNSAFE_DRAWING = Code(
    "CQ191",
    "unsafe-drawing",
    Severity.ERROR,
    "A drawing (SVG) holds a script, an event handler, an entity, or an address outside of itself.",
    "A drawing is a program that draws: it could fetch files, tell others who reads, or look different elsewhere. "
    "Nothing of that is ever run or fetched; it is named, so that nobody relies on it.",
    '<image href="https://example.org/flag.png"/>',
    '<image href="data:image/png;base64,..."/>',
)
OVERSIZED_PICTURE = Code(
    "CQ192",
    "oversized-picture",
    Severity.ERROR,
    "A picture has more points, or a drawing more elements, than any page can show.",
    "A small file can unfold into one that fills the memory. A page of A4 at 600 dots an inch has 35 million points.",
    "![Map](map.png), of 30 000 by 30 000 points",
    "![Map](map.png), of 6 000 by 4 000 points",
)
