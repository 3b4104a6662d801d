"""CQ630 to CQ639: what a finished file is as a whole."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

BROKEN_FILE = Code(
    "CQ630",
    "broken-file",
    Severity.ERROR,
    what="A finished file is empty or cannot be opened.",
    why="Every file is opened once more, by another program part than the one that wrote it, before it may leave. "
    "A text cannot cause this: it is a fault of communique or of a library below it.",
    wrong="a PDF without pages",
    right="report it, with the versions that `communique doctor` shows",
)
TOO_MANY_PAGES = Code(
    "CQ631",
    "too-many-pages",
    Severity.WARNING,
    what="A paper has more pages than its kind may have.",
    why="Talking points are one page in the hand: whoever turns the page in the middle of an answer has lost the room.",
    wrong="pages: 1      # in the template, and nine points in the text",
    right="fewer or shorter points; or another limit in the front matter of the template",
    stops_print=True,
)
