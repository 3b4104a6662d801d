"""CQ520 to CQ559: what the Word writer finds, in templates and in what CSS can say and Word cannot."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

UNKNOWN_ELEMENT = Code(
    "CQ520",
    "unknown-element",
    Severity.ERROR,
    "A template holds an element that has no place in a Word file.",
    "Its words would have to be dropped or guessed at, and the two formats would differ.",
    "<marquee>Check against delivery</marquee>",
    '<p class="delivery-note">Check against delivery</p>',
)
UNREACHED_STYLE = Code(
    "CQ521",
    "unreached-style",
    Severity.WARNING,
    "A rule names a Word style, but no element outside a document fits its selector.",
    "Word styles are made from the theme alone, so that the same theme gives the same styles.",
    '.speech:has(.salutation) p { --docx-style: "Opening" }',
    '.opening { --docx-style: "Opening" }',
)
UNKNOWN_STYLE = Code(
    "CQ522",
    "unknown-style",
    Severity.WARNING,
    "An element asks for a Word style that the theme does not make.",
    "The text appears in the style of plain text, with direct formatting.",
    '<p style="--docx-style: Opening">',
    'a rule of theme.css: .opening { --docx-style: "Opening" }',
)
NOT_IN_WORD = Code(
    "CQ523",
    "not-in-word",
    Severity.WARNING,
    "A declaration has no equivalent in Word; what is done instead is said.",
    "The PDF and the Word file will look different at this place.",
    ".row { display: flex }",
    "@media docx { .row { display: block } }, or a table",
)
PICTURE_NOT_IN_WORD = Code(
    "CQ524",
    "picture-not-in-word",
    Severity.WARNING,
    "A picture is of a kind that the Word file cannot hold; its alternative text stands in its place.",
    "Word needs a picture of pixels.",
    '<img src="pictures/chart.webp">',
    "save the picture as PNG and name that one",
)
MISPLACED_NOTE = Code(
    "CQ525",
    "misplaced-note",
    Severity.WARNING,
    "A note stands where Word has none: in a note, or in a header or footer.",
    "Its words are written where the call would stand, in brackets.",
    '<p class="running-head">Norway<span class="fn">A note</span></p>',
    "put the note into the text",
)
UNKNOWN_CONTENT = Code(
    "CQ526",
    "unknown-content",
    Severity.WARNING,
    "A stylesheet generates content of a kind that Word cannot keep up to date.",
    "It is missing from the Word file.",
    "a::after { content: url(arrow.svg) }",
    'a::after { content: "→" }, or words in the template',
)
