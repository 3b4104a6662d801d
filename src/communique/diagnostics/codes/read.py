"""CQ101 to CQ129 and CQ170 to CQ179: what reading finds in files, settings and data.

What it finds in the words themselves stands in `markup`.
"""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

UNREADABLE_FILE = Code(
    "CQ101",
    "unreadable-file",
    Severity.ERROR,
    "A file that is needed is missing, is a folder, or may not be read.",
    "A pack made without it would lack words.",
    "content/ccm/address/speech.md with the rights of another user",
    "give the file back to its owner, or take it away",
)
NOT_UTF8 = Code(
    "CQ102",
    "other-encoding",
    Severity.ERROR,
    "A file is not encoded in UTF-8.",
    "Guessing an encoding turns Côte d'Ivoire into CÃ´te d'Ivoire on a public page.",
    "a file saved by an old editor as Windows-1252",
    "save it again as UTF-8",
)
CONTROL_CHARACTER = Code(
    "CQ103",
    "control-character",
    Severity.ERROR,
    "A file holds a control character: NUL, backspace, escape and the like.",
    "Such characters cannot be printed, break Word files, and can hide words from a reader.",
    "a text pasted from a terminal",
    "delete the character; the message says which one and where",
)
OVERSIZED_FILE = Code(
    "CQ104",
    "oversized-file",
    Severity.ERROR,
    "A text is larger than 5 MB, 10 000 lines or 20 000 signs of markup, a picture larger than 20 MB.",
    "No speech is; it would exhaust the memory and the patience of everyone.",
    "a scan saved as speech.md",
    "keep the words in speech.md and send the rest apart",
)
EMPTY_TEXT = Code(
    "CQ105",
    "empty-text",
    Severity.ERROR,
    "A speech has no words.",
    "An empty statement in a pack is always an accident.",
    "an empty speech.md",
    "write the speech, or take the file away",
)
OUTSIDE_WORKSPACE = Code(
    "CQ106",
    "file-outside-workspace",
    Severity.ERROR,
    "A file or a link leads out of the workspace.",
    "What lies outside is nobody's to print, and others cannot build from it.",
    "content/ccm -> /home/me/drafts",
    "copy the file into the workspace",
)
UNSAFE_NAME = Code(
    "CQ107",
    "unsafe-name",
    Severity.ERROR,
    "The name of a meeting, an intervention or a file cannot be used on every system.",
    "Names become folders and files that travel; they are public, and they must open everywhere.",
    "content/ccm:2012/address*/speech.md",
    "content/ccm-2012/address/speech.md",
)
MISPLACED_FILE = Code(
    "CQ108",
    "misplaced-file",
    Severity.ERROR,
    "A text stands where no text is read.",
    "Words that look as if they were read, and are not, are lost.",
    "content/ccm/speech.md",
    "content/ccm/address/speech.md",
)
UNKNOWN_PATH = Code(
    "CQ109",
    "unknown-path",
    Severity.ERROR,
    "A path that was asked for is no meeting, no intervention and no text of this workspace.",
    "Building nothing and saying nothing would look like success.",
    "communique build content/cmc-3msp",
    "communique build content/ccm-3msp",
)
YAML_SYNTAX = Code(
    "CQ110",
    "yaml-syntax",
    Severity.ERROR,
    "A front matter or a YAML file cannot be read as YAML 1.2.",
    "A half-read front matter would lose a marking.",
    "title: Universalization: next steps",
    'title: "Universalization: next steps"',
)
UNKNOWN_KEY = Code(
    "CQ111",
    "unknown-key",
    Severity.ERROR,
    "A key is not one that communique knows.",
    "A misspelt key is a value that nobody sees.",
    "markng: For the delegation only",
    "marking: For the delegation only",
)
DUPLICATE_KEY = Code(
    "CQ112",
    "duplicate-key",
    Severity.ERROR,
    "A key stands twice in one place.",
    "One of the two values would win in silence.",
    "status: draft\nstatus: final",
    "status: final",
)
BAD_VALUE = Code(
    "CQ113",
    "bad-value",
    Severity.ERROR,
    "A value is not of the kind that its key takes, or is empty.",
    "What cannot be understood is not guessed.",
    "revision: second",
    "revision: 2",
)
BAD_DATE = Code(
    "CQ114",
    "bad-date",
    Severity.ERROR,
    "A date is not written as year-month-day, or is no day of the calendar.",
    "11/09/2012 is a day in September in Oslo and a day in November in New York.",
    "date: 11/09/2012",
    "date: 2012-09-11",
)
BAD_LANGUAGE = Code(
    "CQ115",
    "bad-language-tag",
    Severity.ERROR,
    "A language is not named by a tag of BCP 47.",
    "Screen readers, spelling and the direction of the text follow the tag.",
    "language: Norwegian",
    "language: nb",
)
MISSING_KEY = Code(
    "CQ116",
    "missing-key",
    Severity.ERROR,
    "A key that must be there is not.",
    "A template without an audience, a venue without a source: neither can be trusted.",
    "---\nformats: [pdf]\n---",
    "---\naudience: public\nformats: [pdf]\n---",
)
YAML_MACHINERY = Code(
    "CQ117",
    "yaml-machinery",
    Severity.ERROR,
    "A YAML file uses anchors, aliases, tags, merge keys or several documents.",
    "A few lines of them can fill any memory, and nobody at a desk writes them on purpose.",
    "place: &where Oslo\norigin: *where",
    "place: Oslo\norigin: Oslo",
)
TOO_DEEP = Code(
    "CQ118",
    "deep-nesting",
    Severity.ERROR,
    "Lists, quotations, marks or YAML values are nested more than 20 deep.",
    "No page can show it, and reading it could take for ever.",
    "> > > > > > > > > > > > > > > > > > > > > words",
    "> words",
)
FRONT_MATTER = Code(
    "CQ119",
    "open-front-matter",
    Severity.ERROR,
    "A front matter is not closed, not at the top, or lacks its lines of three dashes.",
    "Its keys, the marking among them, would be printed as the words of the speech.",
    "title: Universalization\n\nMr President,",
    "---\ntitle: Universalization\n---\n\nMr President,",
)
CONFLICTING_VALUES = Code(
    "CQ120",
    "conflicting-values",
    Severity.ERROR,
    "Two files of one intervention give two values for one thing.",
    "Which of them goes to print would depend on the order of reading.",
    "speech.md: date: 2012-09-11\nbrief.md: date: 2012-09-12",
    "say it once, in speech.md or in meeting.yaml",
)
OVERRIDDEN_VALUE = Code(
    "CQ121",
    "overridden-value",
    Severity.NOTE,
    "A value of the meeting or of the workspace is replaced by one nearer to the text.",
    "That is how it should be; the note is there so that nobody is surprised.",
    "meeting.yaml: place: Oslo\nspeech.md: place: Lillestrøm",
    "nothing to do when it is meant",
)
MISSING_MEETING = Code(
    "CQ122",
    "missing-meeting-file",
    Severity.ERROR,
    "A meeting's folder has no meeting.yaml.",
    "Without it no paper can say at what, where and when the words were spoken.",
    "content/ccm-3msp/universalization/speech.md alone",
    'content/ccm-3msp/meeting.yaml with at least "name: Third Meeting of States Parties"',
)
UNCLEAR_LANGUAGE = Code(
    "CQ123",
    "unclear-language",
    Severity.ERROR,
    "The language of a file contradicts its name, is there twice, or has no speech.",
    "A brief beside the wrong speech, or one text hiding another, would go to print.",
    "speech.fr.md with language: en",
    "speech.fr.md with language: fr, or no language at all",
)
UNKNOWN_VENUE = Code(
    "CQ124",
    "unknown-venue",
    Severity.ERROR,
    "A venue is not among the venues of the workspace or of communique.",
    "Its time limit would not be watched, and nobody would know.",
    "venue: unga-generaldebate",
    "venue: unga-general-debate",
)
UNKNOWN_PRINCIPAL = Code(
    "CQ125",
    "unknown-principal",
    Severity.ERROR,
    "A principal has no file in the folder principals/.",
    "Their pace and their wishes would not be followed, and nobody would know.",
    "principal: minster",
    "principal: minister, with principals/minister.yaml",
)
ASSUMED_TITLE = Code(
    "CQ126",
    "assumed-title",
    Severity.WARNING,
    "A speech has no title; the name of its file stands in for the document properties.",
    "Titles such as FINAL DRAFT (Recovered) come about like this.",
    "a speech without front matter",
    "---\ntitle: Universalization\n---",
    stops_print=True,
)
ASSUMED_LANGUAGE = Code(
    "CQ127",
    "assumed-language",
    Severity.WARNING,
    "A speech does not say its language; the first of the settings is taken.",
    "Labels, quotation marks and screen readers follow the language.",
    "a speech without front matter",
    "---\nlanguage: en\n---",
    stops_print=True,
)
TOML_SYNTAX = Code(
    "CQ128",
    "toml-syntax",
    Severity.ERROR,
    "communique.toml cannot be read as TOML.",
    "Settings that are half read would build other papers than those meant.",
    "theme = plain",
    'theme = "plain"',
)
UNREAD_FILE = Code(
    "CQ129",
    "unread-file",
    Severity.WARNING,
    "A Markdown file beside a speech is not read.",
    "A misspelt name is a text that never reaches the page.",
    "content/ccm/address/speach.fr.md",
    "content/ccm/address/speech.fr.md",
)
TEMPLATE_HEADER = Code(
    "CQ170",
    "bare-template",
    Severity.ERROR,
    "A template does not begin with a front matter between lines of three dashes.",
    "Nobody could say for whom its paper is made, so none is made.",
    "<!doctype html>",
    "---\naudience: public\n---\n<!doctype html>",
)
UNKNOWN_THEME = Code(
    "CQ171",
    "unknown-theme",
    Severity.ERROR,
    "A theme has no folder with a theme.css.",
    "The papers would lose their looks.",
    'theme = "plian"',
    'theme = "plain"',
)
UNKNOWN_TEMPLATE = Code(
    "CQ175",
    "unknown-template",
    Severity.ERROR,
    "A template was asked for that is neither a kind nor a theme nor a part of one.",
    "communique templates list shows them all.",
    "communique templates copy statment",
    "communique templates copy statement",
)
CIRCULAR_THEME = Code(
    "CQ174",
    "circular-theme",
    Severity.ERROR,
    "A theme inherits from itself, by way of others or at once.",
    "Nobody could say which of its rules comes first.",
    wrong=":root { --extends: modern }               /* in modern/theme.css */",
    right=":root { --extends: plain }",
)
BAD_CATALOG = Code(
    "CQ172",
    "broken-catalog",
    Severity.ERROR,
    "A catalog of labels cannot be read, or a label lost one of its places.",
    "A page number that a translation forgot is missing on every page.",
    'msgid "Page {page} of {pages}"\nmsgstr "Page {page}"',
    'msgid "Page {page} of {pages}"\nmsgstr "Page {page} sur {pages}"',
)
UNKNOWN_KIND = Code(
    "CQ173",
    "unknown-kind",
    Severity.ERROR,
    "A document kind has no template.",
    "A paper that was asked for would not be made.",
    'kinds = ["statment"]',
    'kinds = ["statement"]',
)
