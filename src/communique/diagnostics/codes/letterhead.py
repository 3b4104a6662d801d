"""CQ540 to CQ559: what is wrong with a letterhead, the ministry's own Word file that ours are based on."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

NOT_A_WORD_FILE = Code(
    "CQ540",
    "not-a-word-file",
    Severity.ERROR,
    what="The letterhead is no Word file.",
    why="Only .docx, .dotx and .dotm can be read; the ending of a name does not make a file one of them.",
    wrong="letterhead.docx, which is a PDF that was renamed",
    right="open it in Word and save it as a Word template (.dotx)",
)
LOCKED_LETTERHEAD = Code(
    "CQ541",
    "locked-letterhead",
    Severity.ERROR,
    what="The letterhead is locked with a password, or a file of the old Word (.doc, .dot).",
    why="Both look alike from outside, and neither can be read.",
    wrong="a letterhead with a password to open it",
    right="open it in Word, take the password away, and save it as a Word template (.dotx)",
)
STRICT_LETTERHEAD = Code(
    "CQ542",
    "strict-letterhead",
    Severity.ERROR,
    what='The letterhead was saved as "Strict Open XML Document".',
    why="Its names differ from those of usual Word files throughout; two kinds cannot be joined in one file.",
    wrong='saved as "Strict Open XML Document (*.docx)"',
    right='saved as "Word Document (*.docx)" or "Word Template (*.dotx)"',
)
DAMAGED_LETTERHEAD = Code(
    "CQ543",
    "damaged-letterhead",
    Severity.ERROR,
    what="The letterhead is damaged: a part of it is missing or cannot be read.",
    why="Word would offer to repair every file that is based on it.",
    wrong="a header that names a logo which is not in the file",
    right="open it in Word, let Word repair it, look at it, and save it",
)
UNKNOWN_PLACEHOLDER = Code(
    "CQ544",
    "unknown-placeholder",
    Severity.ERROR,
    what="The letterhead has a placeholder that communique does not know.",
    why="It would stand on every paper as it is, braces included.",
    wrong="{{ titel }}",
    right="{{ title }}",
)
MISPLACED_BODY = Code(
    "CQ545",
    "misplaced-body",
    Severity.ERROR,
    what="{{ body }} stands where no text can go, or more than once.",
    why="A text has pages and sections of its own; it cannot stand in a table, a text box, a header or a sentence.",
    wrong="a table of the letterhead with {{ body }} in its last cell",
    right="{{ body }} as a paragraph of its own below the table",
)
LINKED_PICTURE = Code(
    "CQ546",
    "linked-picture",
    Severity.ERROR,
    what="A picture of the letterhead is linked to a file or an address, and not in the letterhead itself.",
    why="Whoever opens the paper would fetch it from there, or see an empty frame; the address tells of your network.",
    wrong="a logo inserted with Insert > Pictures > Link to File",
    right="the logo inserted with Insert > Pictures > This Device",
)
SILENT_LOGO = Code(
    "CQ547",
    "silent-logo",
    Severity.WARNING,
    what="A picture of the letterhead has no alternative text.",
    why="Whoever has the paper read out hears nothing where others see the logo.",
    wrong="a logo without alternative text",
    right='the logo with the alternative text "Ministry of Foreign Affairs" (right click, View Alt Text)',
)
LEFT_BEHIND = Code(
    "CQ548",
    "left-behind",
    Severity.NOTE,
    what="Something in the letterhead does not travel with the papers.",
    why="Macros, comments, tracked changes, names and hidden data of the letterhead's author are nobody's business "
    "who gets a paper.",
    wrong="a letterhead with a macro and a comment",
    right="nothing needs to be done; a clean letterhead says it plainly",
)
NO_PAGE_NUMBER = Code(
    "CQ549",
    "no-page-number",
    Severity.NOTE,
    what="Neither a header nor a footer of the letterhead shows the number of the page.",
    why="The headers and footers of a letterhead replace those of the theme, and so its page numbers.",
    wrong="a footer with an address alone",
    right="Insert > Page Number in the footer of the letterhead",
)
