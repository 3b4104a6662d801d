"""CQ130 to CQ169: what reading finds in the words: fences, attributes, marks, notes, pictures."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

UNCLOSED_FENCE = Code(
    "CQ130",
    "unclosed-block",
    Severity.ERROR,
    "A marked block or a listing is opened and never closed.",
    "Where it was meant to end decides what is public.",
    '::: point "The norm holds"\nwords\n\nthe next paragraph',
    '::: point "The norm holds"\nwords\n:::\n\nthe next paragraph',
)
SURPLUS_FENCE = Code(
    "CQ131",
    "surplus-fence",
    Severity.ERROR,
    "A line of three colons closes nothing.",
    "Some opening line is missing, and what should be private is public.",
    "words\n:::",
    "::: passage {audience=delegation}\nwords\n:::",
)
INDENTED_FENCE = Code(
    "CQ132",
    "indented-fence",
    Severity.ERROR,
    "A fence of colons does not stand at the beginning of its line.",
    "Inside a list or a quotation it would not mark what it seems to mark.",
    "- an item\n  ::: cue",
    "- an item\n\n::: cue",
)
MALFORMED_FENCE = Code(
    "CQ133",
    "malformed-fence",
    Severity.ERROR,
    'A fence is not written as ::: name "title" {attributes}.',
    "A fence that is nearly right would print private words in public.",
    ":: point",
    "::: point",
)
UNKNOWN_BLOCK = Code(
    "CQ134",
    "unknown-block",
    Severity.ERROR,
    "A marked block has a name that communique does not know.",
    "Nobody can say who may see it.",
    "::: pont",
    "::: point",
)
NESTED_BLOCK = Code(
    "CQ135",
    "nested-block",
    Severity.ERROR,
    "A marked block stands inside another one.",
    "The first closing line would end the outer block and make the rest public.",
    "::: background\n::: cue\npause\n:::\n:::",
    "::: background\nwords\n:::\n\n::: cue\npause\n:::",
)
MISPLACED_BLOCK = Code(
    "CQ136",
    "misplaced-block",
    Severity.ERROR,
    "A marked block stands where it means nothing.",
    "What to say if pressed belongs to the question right before it; a brief never adds to the speech.",
    "::: pressed\nwords\n:::",
    '::: question "Is use on the rise?"\nwords\n:::\n\n::: pressed\nwords\n:::',
)
EMPTY_BLOCK = Code(
    "CQ137",
    "empty-block",
    Severity.ERROR,
    "A block has no words.",
    "Either words were lost, or the block is left over.",
    "::: point\n:::",
    "::: point\nThe norm holds.\n:::",
)
UNMARKED_BRIEF = Code(
    "CQ138",
    "unmarked-brief-text",
    Severity.ERROR,
    "A brief holds text outside a marked block.",
    "A brief never adds to the speech, so the text would be printed nowhere.",
    "Some background words.",
    "::: background\nSome background words.\n:::",
)
WRONG_CONTENT = Code(
    "CQ139",
    "wrong-block-content",
    Severity.ERROR,
    "A block holds something that it cannot hold.",
    "It would be dropped, or printed out of its place.",
    "[^1]: - a list in a note",
    "[^1]: a sentence in a note",
)
UNKNOWN_ATTRIBUTE = Code(
    "CQ140",
    "unknown-attribute",
    Severity.ERROR,
    "An attribute is not one of audience, use, for, seen, lang, say, abbr, decorative.",
    "A misspelt audience would be no audience at all.",
    "::: passage {audince=delegation}",
    "::: passage {audience=delegation}",
)
DOUBLED_ATTRIBUTE = Code(
    "CQ141",
    "doubled-attribute",
    Severity.ERROR,
    "An attribute stands twice in one pair of braces.",
    "One of the two would win in silence.",
    "{audience=delegation audience=public}",
    "{audience=delegation}",
)
MISPLACED_ATTRIBUTE = Code(
    "CQ142",
    "misplaced-attribute",
    Severity.ERROR,
    "An attribute stands where it has no effect.",
    "Words cut out of a sentence break it, so an audience stands on the opening line of a block only.",
    "[secret words]{audience=delegation}",
    "::: passage {audience=delegation}\nsecret words\n:::",
)
MALFORMED_ATTRIBUTES = Code(
    "CQ143",
    "malformed-attributes",
    Severity.ERROR,
    "A pair of braces cannot be read as attributes.",
    "Braces that are nearly right would be printed, with the words that they mark.",
    "[Lenape]{say=LEN ah pay}",
    '[Lenape]{say="LEN-ah-pay"}',
)
UNKNOWN_AUDIENCE = Code(
    "CQ144",
    "unknown-audience",
    Severity.ERROR,
    "An audience is not public, delegation or speaker.",
    "Nobody can say who may see the block; it counts as the speaker's.",
    "::: passage {audience=internal}",
    "::: passage {audience=delegation}",
)
UNKNOWN_MARK = Code(
    "CQ145",
    "unknown-mark",
    Severity.ERROR,
    "Words in brackets are marked with a name that communique does not know.",
    "A misspelt .cue would be printed in public.",
    "[pause]{.que}",
    "[pause]{.cue}",
)
LEFTOVER_MARKUP = Code(
    "CQ146",
    "leftover-markup",
    Severity.ERROR,
    "Something in the text still looks like markup after reading.",
    "It was meant to mark words, marks none, and would be printed.",
    "The norm holds.{#norm}",
    "The norm holds. {#norm}",
)
TEMPLATE_CODE = Code(
    "CQ147",
    "template-code",
    Severity.ERROR,
    "The text holds code of a template.",
    "Content is words; only {{ name }} looks up a fact.",
    "{% if final %}",
    r"\{% if final %\}",
)
MALFORMED_LOOKUP = Code(
    "CQ148",
    "malformed-look-up",
    Severity.ERROR,
    "Double braces do not hold the name of a fact, or are not closed.",
    "A blank or a pair of braces would be printed where a figure belongs.",
    "{{ signatories + 1 }}",
    "{{ signatories }}",
)
UNDEFINED_FACT = Code(
    "CQ149",
    "undefined-fact",
    Severity.ERROR,
    "A fact is used and nowhere given.",
    "A blank would be printed where a figure belongs.",
    "{{ signatores }} States have signed",
    "{{ signatories }} States have signed",
)
BAD_ID = Code(
    "CQ150",
    "bad-id",
    Severity.ERROR,
    "An id is not a letter followed by letters, digits, - or _, at most 32 in all.",
    "Ids become bookmarks in Word and addresses in the PDF.",
    "{#1st-norm}",
    "{#first-norm}",
)
DUPLICATE_ID = Code(
    "CQ151",
    "duplicate-id",
    Severity.ERROR,
    "Two paragraphs or headings have ids that Word cannot tell apart.",
    "A point would stand on the wrong paragraph.",
    "One. {#norm}\n\nTwo. {#Norm}",
    "One. {#norm}\n\nTwo. {#use}",
)
UNKNOWN_ID = Code(
    "CQ152",
    "unknown-id",
    Severity.ERROR,
    "A point or a link names a paragraph that does not exist.",
    "The reader would be sent nowhere.",
    '::: point "The norm" {for=nrom}',
    '::: point "The norm" {for=norm}',
)
LOOSE_POINT = Code(
    "CQ153",
    "loose-point",
    Severity.ERROR,
    "No numbered paragraph stands before a point.",
    "A point says on paper which paragraph it stands on.",
    '::: point "The norm"\nwords\n:::\n\nThe first paragraph.',
    'The first paragraph.\n\n::: point "The norm"\nwords\n:::',
)
DANGLING_NOTE = Code(
    "CQ154",
    "dangling-note",
    Severity.ERROR,
    "A note is called and nowhere written.",
    "Its call would be printed as brackets.",
    "as agreed[^1]",
    "as agreed[^1]\n\n[^1]: CCM/MSP/2012/5.",
)
UNUSED_NOTE = Code(
    "CQ155",
    "unused-note",
    Severity.ERROR,
    "A note is written and nowhere called.",
    "Its words would be lost.",
    "[^2]: CCM/MSP/2012/5.",
    "as agreed[^2]\n\n[^2]: CCM/MSP/2012/5.",
)
DUPLICATE_NOTE = Code(
    "CQ156",
    "duplicate-note",
    Severity.ERROR,
    "A note is written twice under one label.",
    "One of the two would be lost.",
    "[^1]: One.\n\n[^1]: Two.",
    "[^1]: One.\n\n[^2]: Two.",
)
EXPOSED_NOTE = Code(
    "CQ157",
    "exposed-note",
    Severity.ERROR,
    "A note is written inside a marked block and called from outside it.",
    "A note is printed where it is called, so words of the block would leave it.",
    "as agreed[^1]\n\n::: background\n[^1]: in confidence\n:::",
    "write the note where its call stands",
)
NESTED_NOTE = Code(
    "CQ158",
    "note-in-a-note",
    Severity.ERROR,
    "A note calls another note.",
    "Neither Word nor a page has a place for it.",
    "[^1]: see also[^2]",
    "[^1]: see also CCM/MSP/2012/5",
)
MISSING_PICTURE = Code(
    "CQ160",
    "missing-picture",
    Severity.ERROR,
    "A picture is not beside the text, or is no picture.",
    "The page would have a hole.",
    "![Signatories by year](charts/years.png)",
    "![Signatories by year](years.png), with years.png beside speech.md",
)
OUTSIDE_PICTURE = Code(
    "CQ161",
    "outside-picture",
    Severity.ERROR,
    "A picture is named by a path or an address instead of the name of a file beside the text.",
    "A remote picture tells others who reads, and a path can lead anywhere.",
    "![Flag](https://example.org/flag.png)",
    "![Flag](flag.png)",
)
MISSING_ALTERNATIVE = Code(
    "CQ162",
    "picture-without-words",
    Severity.ERROR,
    "A picture does not say what it shows.",
    "Who cannot see it would learn nothing.",
    "![](years.png)",
    "![Signatories by year](years.png), or ![](ornament.png){decorative}",
)
BAD_ADDRESS = Code(
    "CQ163",
    "bad-address",
    Severity.ERROR,
    "A link is empty, has a title, or leads to neither a web page, a mail address nor a paragraph.",
    "A path in a public file betrays a machine, and leads nowhere on another.",
    "[the report](../drafts/report.docx)",
    "[the report](https://example.org/report)",
)
RAGGED_TABLE = Code(
    "CQ164",
    "ragged-table",
    Severity.ERROR,
    "A row of a table has more or fewer cells than its header.",
    "The surplus cells would be lost.",
    "| State | Year |\n|---|---|\n| Norway | 2008 | signed |",
    "| State | Year | Act |\n|---|---|---|\n| Norway | 2008 | signed |",
)
YEAR_AS_LIST = Code(
    "CQ165",
    "number-as-list",
    Severity.ERROR,
    "A line begins with a large number and a full stop, and is read as a list.",
    "The year would become the number of an item.",
    "2012. That was the year.",
    r"2012\. That was the year.",
)
UNDERLINED_HEADING = Code(
    "CQ166",
    "underlined-heading",
    Severity.ERROR,
    "A line of dashes or equal signs stands right under words.",
    "Elsewhere it makes them a heading; here headings begin with #.",
    "The norm\n========",
    "# The norm",
)
HIDDEN_TEXT = Code(
    "CQ167",
    "hidden-text",
    Severity.ERROR,
    "Words are written in a way that other programs hide: an HTML comment, a definition of a link.",
    "Here everything that is written is printed.",
    "<!-- not in the room -->",
    "::: cue\nnot in the room\n:::",
)
