"""Where a front matter ends and the text begins."""

from communique.diagnostics.codes import read as codes
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source

BLANK = " \t\r\n"


def parted(source: Source) -> tuple[tuple[int, int] | None, int]:
    """The offsets of the front matter, if there is one, and where the text begins."""
    if source.lines[0].rstrip(BLANK) != "---":
        return None, 0
    offset = start = len(source.lines[0])
    for line in source.lines[1:]:
        if line.rstrip(BLANK) in {"---", "..."}:
            return (start, offset), offset + len(line)
        offset += len(line)
    message = "the front matter that begins here is not closed"
    raise Refused(codes.FRONT_MATTER.at(source.span(0, 3), message, "close it with a line of three dashes"))
