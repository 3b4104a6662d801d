"""What never stands in a file of ours: comments, tracked changes, hidden words, attachments, remarks in pictures."""

from collections.abc import Iterator

from communique.diagnostics.codes import guard as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.guard.naming import quoted
from communique.guard.reading import Hidden, Reading

NEVER = (
    "comment",
    "tracked",
    "hidden text",
    "deleted text",
    "attached file",
    "script",
    "value of a field",
    "custom XML",
    "remark in the XML",
    "remark in the container",
    "content beside the pages",
)
"""How the hidden texts are called that communique never writes."""


def intruders(reading: Reading, attached: str = "") -> Iterator[Diagnostic]:
    """Each hidden text of a sort that a file of ours never has; `attached` names the one file that may be inside."""
    for text in reading.hidden:
        if attached and text.what == "attached file" and text.text == attached:
            continue
        if text.what.startswith("metadata of a picture"):
            message = f"{_place(reading, text)}: {text.what} says {quoted(text.text)}"
            yield codes.PRIVATE_METADATA.at(None, message, help="clear the picture's own metadata and build again")
        elif text.what.startswith(NEVER):
            message = f"{_place(reading, text)}: {text.what}: {quoted(text.text)}"
            yield codes.STRAY_PART.at(
                None, message, help="communique writes none: it came with a base, or from a fault"
            )


def _place(reading: Reading, text: Hidden) -> str:
    return f"{reading.name}, {text.place}"
