"""CQ500 to CQ519: what laying out the pages finds in templates, themes and on this machine."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

MISSING_TYPESETTER = Code(
    "CQ500",
    "missing-typesetter",
    Severity.ERROR,
    "A library that lays out the pages is not installed.",
    "WeasyPrint sets the text with Pango, HarfBuzz and fontconfig, which belong to the system and not to Python.",
    "a container with Python and nothing else",
    "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
)
REFUSED_ADDRESS = Code(
    "CQ501",
    "refused-address",
    Severity.ERROR,
    "A stylesheet or a template asks for a file that is neither a part of the theme nor a picture of the text.",
    "Whatever a page fetches can change overnight, tells a stranger who prints it, or can carry a file of this "
    "machine into a public paper.",
    'background: url("https://example.org/logo.png")',
    'put logo.png beside the theme.css and write url("logo.png")',
)
REFUSED_ELEMENT = Code(
    "CQ502",
    "refused-element",
    Severity.ERROR,
    "A template holds an element that fetches or attaches a file.",
    "link, base, object, embed and iframe bring in what no audience was given.",
    '<link rel="attachment" href="brief.md">',
    "take the element away; a picture stands in the text as ![what it shows](picture.png)",
)
IGNORED_STYLE = Code(
    "CQ503",
    "ignored-style",
    Severity.WARNING,
    "A rule of a stylesheet is not understood and has no effect.",
    "It is a slip of the pen, or a part of CSS that WeasyPrint does not know.",
    "p { margin: 9.5 pt }",
    "p { margin: 9.5pt }",
)
MISSING_GLYPH = Code(
    "CQ504",
    "missing-glyph",
    Severity.ERROR,
    "A character is in none of the fonts that the theme names for it.",
    "It would be printed as an empty box, and PDF/A and PDF/UA forbid it (ISO 14289-1, 7.21.8).",
    'font-family: "Carlito" for a text with ش',
    'font-family: "Carlito", "Noto Naskh Arabic", and that font installed',
)
FAILED_PICTURE = Code(
    "CQ505",
    "failed-picture",
    Severity.ERROR,
    "A picture cannot be drawn.",
    "Its place on the page would stay empty.",
    "a file called chart.png that is none",
    "save the picture anew, as PNG, JPEG or SVG",
)
MISSING_ANCHOR = Code(
    "CQ506",
    "missing-anchor",
    Severity.ERROR,
    "A link or a page number points to a place that the document does not have.",
    "The reader is sent nowhere, or the contents lack a page number.",
    '<a href="#facts"> in a document without facts',
    "write the link only where its target is written",
)
REPEATED_ANCHOR = Code(
    "CQ507",
    "repeated-anchor",
    Severity.ERROR,
    "Two elements of a document have the same id.",
    "Links and bookmarks reach the first one only.",
    '<h2 id="facts"> twice',
    "give each its own id",
)
FAILED_FONT = Code(
    "CQ508",
    "failed-font",
    Severity.ERROR,
    "A font that a theme brings cannot be read.",
    "The text would be set in another one, with other lines and other pages.",
    'src: url("ministry.woff2") and no such file beside theme.css',
    "put the font file beside theme.css",
)
TYPESETTER_REMARK = Code(
    "CQ509",
    "typesetter-remark",
    Severity.WARNING,
    "WeasyPrint said something that communique does not know.",
    "It may be harmless; look at the pages.",
)
UNDESCRIBED_PICTURE = Code(
    "CQ510",
    "undescribed-picture",
    Severity.ERROR,
    "A picture that a template prints has no alternative text.",
    "Who cannot see it learns nothing; PDF/UA forbids it (ISO 14289-1, 7.3).",
    '<img src="pictures/map.png">',
    'alt="Map of the contaminated areas", or alt="" when it only decorates',
)
UNNAMED_DOCUMENT = Code(
    "CQ511",
    "unnamed-document",
    Severity.ERROR,
    "A document has no title or no language in its properties.",
    "A reading programme says both before the first word (ISO 14289-1, 7.1 and 7.2).",
    "title: (nothing)",
    "title: Universalization",
)
UNSAFE_LINK = Code(
    "CQ512",
    "unsafe-link",
    Severity.ERROR,
    "A link leads to a file or runs a script.",
    "A path of this machine tells more than it should, and works for nobody else.",
    '<a href="file:///home/me/brief.md">',
    "link to https://…, to mailto:… or to #an-id of the same document",
)
SEE_THROUGH_TEXT = Code(
    "CQ513",
    "see-through-text",
    Severity.ERROR,
    "A stylesheet makes an element partly transparent.",
    "Its text leaves the order in which the document is read aloud (ISO 14289-1, 7.1).",
    ".note { opacity: 0.6 }",
    ".note { color: #666 }",
)
FAINT_TEXT = Code(
    "CQ514",
    "faint-text",
    Severity.WARNING,
    "Text stands out too little from what is behind it.",
    "Many who see less well cannot read it; 4.5 : 1 is the least that public bodies may print (WCAG 2.1, 1.4.3).",
    ".folio { color: #999 }",
    ".folio { color: #666 }",
)
FRAGILE_THEME_FONT = Code(
    "CQ515",
    "fragile-theme-font",
    Severity.ERROR,
    "A theme brings a variable font, or one with its outlines in CFF.",
    "Such fonts break PDF/A, or text that is copied or read aloud comes out wrong (ISO 19005-3, 6.2.11).",
    'src: url("Ministry[wght].ttf")',
    'src: url("Ministry-Regular.ttf")',
)
UNKNOWN_DIAL = Code(
    "CQ516",
    "unknown-dial",
    Severity.WARNING,
    "A stylesheet uses a custom property that nothing sets.",
    "The whole declaration is dropped, without a word from the layout.",
    "h2 { color: var(--acent) }",
    "h2 { color: var(--accent) }               /* and :root { --accent: #17456b } */",
)
UNUSED_RULE = Code(
    "CQ517",
    "unused-rule",
    Severity.WARNING,
    "A theme has a rule for a class that no template gives to anything.",
    "It is mostly a name spelt wrong, so that the look which was meant does not come.",
    ".leadin { font-weight: bold }",
    ".lead-in { font-weight: bold }",
)
MISSING_FONT = Code(
    "CQ518",
    "missing-font",
    Severity.WARNING,
    "A theme asks for fonts of which this machine has none.",
    "The page is set in another font, breaks its lines elsewhere, and is no longer the ministry's.",
    'html { font-family: "Ministry Sans" }',
    '@font-face { font-family: "Ministry Sans"; src: url("MinistrySans-Regular.ttf") }',
)
