"""CQ560 to CQ579: what the structure checks find in a finished PDF, beyond what validators see."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

UNREADABLE_PDF = Code(
    "CQ560",
    "unreadable-pdf",
    Severity.ERROR,
    "A file is no PDF, or is damaged or encrypted.",
    "Nobody can open it, or an archive will not take it (ISO 19005-3, 6.1.3).",
    "a file cut off while it was copied",
    "build it again",
)
CONTENT_OUTSIDE_TAGS = Code(
    "CQ561",
    "content-outside-tags",
    Severity.ERROR,
    "Something is painted on a page that is neither tagged nor an artefact, or is both.",
    "A reading programme leaves it out, or reads decoration aloud (ISO 14289-1, 7.1).",
    "a stamp added by another program",
    "add it in the template, and build again",
)
LOST_CONTENT = Code(
    "CQ562",
    "lost-content",
    Severity.ERROR,
    "Tagged content leads to no element of the structure tree, or an element leads to no content.",
    "It is on the page and never read aloud (ISO 32000-1, 14.7.4.4).",
    "a null in the ParentTree",
    "build the file again",
)
CONTENT_IN_FORM = Code(
    "CQ563",
    "content-in-form",
    Severity.ERROR,
    "Tagged content stands inside a form that is not bound to the structure tree.",
    "opacity and some other effects do this; the text is not read aloud (ISO 14289-1, 7.1).",
    "p { opacity: 0.5 }",
    "p { color: #666 }",
)
FIGURE_WITHOUT_WORDS = Code(
    "CQ564",
    "figure-without-words",
    Severity.ERROR,
    "A figure has no alternative text, or no bounding box on its page.",
    "Who cannot see it learns nothing (ISO 14289-1, 7.3).",
    "![](map.png)",
    "![Map of the contaminated areas](map.png)",
)
HEADERLESS_CELL = Code(
    "CQ565",
    "headerless-cell",
    Severity.ERROR,
    "A header cell does not say what it heads, or a cell names a header that does not exist.",
    "A value is read aloud without the words that tell what it is (ISO 14289-1, 7.5).",
    "a TH without Scope",
    "build the file again",
)
STRAY_NOTE = Code(
    "CQ566",
    "stray-note",
    Severity.ERROR,
    "A note has no identifier of its own, or does not follow its reference.",
    "The listener never learns where it belongs (ISO 14289-1, 7.9).",
    "a Note at the end of the document",
    "build the file again",
)
MUTE_LINK = Code(
    "CQ567",
    "mute-link",
    Severity.ERROR,
    "A link is not tagged as one, does not say where it leads, or stands inside another.",
    "It cannot be followed by someone who does not use a mouse (ISO 14289-1, 7.18.5).",
    "an annotation without Contents",
    "build the file again",
)
SKIPPED_HEADING = Code(
    "CQ568",
    "skipped-heading",
    Severity.ERROR,
    "The headings begin below the first level, or skip one.",
    "Readers who jump from heading to heading think they missed a part (ISO 14289-1, 7.4.2).",
    "H1, then H3",
    "H1, then H2",
)
DOUBTFUL_IDENTITY = Code(
    "CQ569",
    "doubtful-identity",
    Severity.ERROR,
    "The metadata do not say, once and legibly, that the file is PDF/A-3a and PDF/UA-1.",
    "A second RDF block is ignored, and a compressed one is not found by every tool.",
    "two rdf:RDF in one packet",
    "build the file again",
)
FRAGILE_FONT = Code(
    "CQ570",
    "fragile-font",
    Severity.ERROR,
    "A font is not embedded, does not say which characters its glyphs are, or is keyed by CID in CFF.",
    "The text looks different elsewhere, or cannot be copied and read aloud (ISO 19005-3, 6.2.11).",
    "NotoSansSC-Regular.otf",
    "NotoSansSC-Regular.ttf",
)
MISSING_SETTING = Code(
    "CQ571",
    "missing-setting",
    Severity.ERROR,
    "The file lacks a setting that reading programmes rely on.",
    "Title, language, order of tabulation and the mark that says: this is tagged (ISO 14289-1, 7.1 and 7.18.3).",
    "no DisplayDocTitle",
    "build the file again",
)
SMOOTHED_PICTURE = Code(
    "CQ572",
    "smoothed-picture",
    Severity.ERROR,
    "A picture asks to be smoothed.",
    "Each program would show it differently; archives forbid it (ISO 19005-3, 6.2.8).",
    "/Interpolate true",
    "build the file again",
)
MISPLACED_ELEMENT = Code(
    "CQ573",
    "misplaced-element",
    Severity.ERROR,
    "A list, table or table of contents holds what it may not hold, or says not how it is numbered.",
    "Reading programmes then announce no list and no table (ISO 32000-1, 14.8.4.3).",
    "an L with a P in it",
    "build the file again",
)
