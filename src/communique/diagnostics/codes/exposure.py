"""CQ25x and CQ26x: what was perhaps not meant for the page, or for those who will read it."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

PUBLISHED_ASIDE = Code(
    "CQ253",
    "published-aside",
    Severity.WARNING,
    "A cue, point, question, background or objective is marked as public.",
    "These blocks are for the delegation or the speaker unless marked otherwise; marked so, public papers that carry "
    "them print them, and nobody else asks twice.",
    '::: question "Will you sign?" {audience=public}',
    '::: question "Will you sign?"        (or CQ253 = "off" under [checks], where it is meant)',
)
MARKUP_AS_WORDS = Code(
    "CQ254",
    "markup-as-words",
    Severity.WARNING,
    "Something that looks like HTML, or like a fence with spaces in it, is printed as it stands.",
    "Raw HTML is text here, so a tag hides and marks nothing. : : : opens no block: what was to be for the delegation "
    "alone would be public.",
    "We <b>strongly</b> agree.\n\n: : : cue\nPause.\n: : :",
    "We **strongly** agree.\n\n::: cue\nPause.\n:::\n\nThe tag \\<b> itself.",
    stops_print=True,
)
