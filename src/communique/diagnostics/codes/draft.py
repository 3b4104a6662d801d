"""CQ195 to CQ199: drafts that are taken over by `communique new --from`."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

NO_DRAFT = Code(
    "CQ195",
    "no-plain-text",
    Severity.ERROR,
    what="The draft is not plain text, or has no words.",
    why="Only plain text can be taken over word for word. A word processor writes it: Save as, Plain text (.txt).",
    wrong="communique new desk --from speech.docx",
    right="communique new desk --from speech.txt",
)
DOUBTFUL_DRAFT = Code(
    "CQ196",
    "doubtful-draft",
    Severity.WARNING,
    what="Something in the draft had to be guessed: its encoding, where a paragraph ends, what is a page number.",
    why="A text that was wrapped at the width of a screen does not say which line breaks are meant. No word was "
    "changed; what was left out or joined is named with its line, so that it can be compared.",
    wrong="a page number alone on a line, in the middle of a sentence",
    right="one line or one block a paragraph, a blank line between them, no page numbers",
)
