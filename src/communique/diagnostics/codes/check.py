"""CQ201 to CQ209 and CQ230 to CQ269: figures, facts, points, structure and speaking time.

What is found in the wording itself stands in `wording`.
"""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

DRIFTING_FIGURE = Code(
    "CQ201",
    "drifting-figure",
    Severity.ERROR,
    "A talking point says a figure, a date or a document symbol that the statement does not say.",
    "The room hears the statement and reads the point; two figures for one thing become a question.",
    '::: point "Progress"\n76 States have ratified.\n:::',
    '::: point "Progress"\n{{ ratifications }} States have ratified.\n:::',
)
UNSOURCED_FIGURE = Code(
    "CQ202",
    "unsourced-figure",
    Severity.WARNING,
    "A figure beside the speech is neither in what is read out nor a fact with a source.",
    "Whoever is asked for it in the room cannot say where it comes from.",
    "::: background\n12 more States are expected to join.\n:::",
    "facts:\n  expected: {value: 12, source: Note of the Secretariat}",
    stops_print=True,
)
ABANDONED_FACT = Code(
    "CQ203",
    "abandoned-fact",
    Severity.ERROR,
    "A talking point uses a fact that the statement no longer says.",
    "The point would claim what the speaker never said.",
    "a point with {{ ratifications }}, and no {{ ratifications }} in the statement",
    "say it in the statement too, or take it out of the point",
)
CONTRADICTED_FACT = Code(
    "CQ204",
    "contradicted-fact",
    Severity.ERROR,
    "The statement says in plain words another value than a fact has.",
    "A fact that was brought up to date does not reach a number that was typed.",
    "ratifications: {value: 76}\n\nSo far 75 States have ratified.",
    "So far {{ ratifications }} States have ratified.",
)
UNUSED_FACT = Code(
    "CQ205",
    "unused-fact",
    Severity.WARNING,
    "A fact of this intervention is used nowhere.",
    "Either it is left over, or the text says its value in plain words, where it will grow old.",
    "facts:\n  clearance: {value: 2019}",
    "use it as {{ clearance }}, or take it out",
)
STALE_FACT = Code(
    "CQ206",
    "stale-fact",
    Severity.WARNING,
    "A fact is older than the workspace allows on the day of the meeting.",
    "Numbers of States that have signed or ratified change from month to month.",
    "ratifications: {value: 75, as_of: 2011-09-01}, for a meeting in September 2012",
    "look the value up, and put the day you did into as_of",
    stops_print=True,
)
TOO_MANY_POINTS = Code(
    "CQ230",
    "too-many-points",
    Severity.WARNING,
    "There are more than six talking points.",
    "A page of points is looked at while one speaks; four are seen at a glance, six just so.",
    "seven or more ::: point blocks",
    "join two of them, or make one a ::: background",
)
SALUTATION_AS_POINT = Code(
    "CQ232",
    "salutation-as-point",
    Severity.WARNING,
    "A talking point holds nothing but a salutation.",
    "It takes the place of one that says something.",
    "::: point\nMr President,\n:::",
    "take the block out",
    stops_print=True,
)
NO_POINTS = Code(
    "CQ233",
    "no-points",
    Severity.WARNING,
    "A speech has no talking points.",
    "The first sentence of each section stands in, and is marked as a proposal.",
    "a speech without ::: point",
    '::: point "The norm holds"\nNo one but the worst tyrants would resort to this weapon.\n:::',
)
OUTDATED_POINT = Code(
    "CQ234",
    "outdated-point",
    Severity.WARNING,
    "A paragraph changed since the talking point on it was last confirmed.",
    "The point may still say what the paragraph said before.",
    '::: point "The norm" {seen=0badcafe}',
    "read both again; then write the digest that the message gives",
    stops_print=True,
)
SKIPPED_LEVEL = Code(
    "CQ240",
    "skipped-level",
    Severity.WARNING,
    "A heading is more than one level below the one before it.",
    "The outline of the document and the table of contents close the gap, which may not be what was meant.",
    "# Victims\n\n### Data",
    "# Victims\n\n## Data",
)
WORDLESS_LINK = Code(
    "CQ241",
    "wordless-link",
    Severity.WARNING,
    "A link has no words.",
    "Nobody sees it on paper, and a screen reader spells the address.",
    "[](https://example.org)",
    "[the report](https://example.org)",
    stops_print=True,
)
HEADLESS_TABLE = Code(
    "CQ242",
    "headless-table",
    Severity.WARNING,
    "The header row of a table is empty.",
    "A reader who hears the table learns of no number what it counts.",
    "|  |  |\n|---|---|\n| Norway | 2008 |",
    "| State | Ratified |\n|---|---|\n| Norway | 2008 |",
    stops_print=True,
)
FILE_NAME_AS_WORDS = Code(
    "CQ243",
    "file-name-as-words",
    Severity.WARNING,
    "The words for a picture are the name of a file, or say only that it is a picture.",
    "Who cannot see it learns nothing.",
    "![IMG_2041.jpg](photo.jpg)",
    "![Clearance in Lao PDR, 2011](photo.jpg)",
    stops_print=True,
)
OVER_TIME = Code(
    "CQ250",
    "over-time",
    Severity.WARNING,
    "The speech has more words than the slot of its venue.",
    "The chair cuts the microphone, or the interpreters lose the thread.",
    "501 words for a slot of three minutes",
    "shorten it, or mark what is only circulated as ::: written",
)
AGED_VENUE = Code(
    "CQ251",
    "aged-venue",
    Severity.NOTE,
    "The rules of a venue were last looked up more than a year before the meeting.",
    "Secretariats change time limits and the way to hand in from session to session.",
    "checked: 2015-06-01, for a meeting in 2024",
    "look the rules up, and put the day you did into checked",
)
DATE_OUTSIDE_MEETING = Code(
    "CQ252",
    "date-outside-meeting",
    Severity.WARNING,
    "The day of a speech lies outside the dates of its meeting.",
    "One of the two is wrong, and both are printed.",
    "meeting.yaml: dates: 2024-11-25/2024-11-29\nspeech.md: date: 2024-12-02",
    "meeting.yaml: dates: 2024-11-25/2024-11-29\nspeech.md: date: 2024-11-26",
    stops_print=True,
)
