"""CQ210 to CQ229: what is found in the wording: leftovers, characters, repetitions, long sentences."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

STAGE_DIRECTION = Code(
    "CQ210",
    "stage-direction",
    Severity.ERROR,
    "A stage direction or a pronunciation stands in what is public.",
    "Statements with [PAUSE] lie in public archives to this day.",
    "We act now. [PAUSE]",
    "We act now. [pause]{.cue}",
)
PLACEHOLDER = Code(
    "CQ211",
    "placeholder",
    Severity.WARNING,
    "A placeholder stands in what is public: TBC, XX, [name], ???.",
    "What was still to be filled in goes out as it is.",
    "Norway will contribute XX million.",
    "write the value, or leave the sentence out until it is known",
    stops_print=True,
)
DRAFT_WORD = Code(
    "CQ212",
    "draft-word",
    Severity.WARNING,
    "A public text calls itself a draft or a version of a file.",
    "FINAL DRAFT (Recovered) is the title of statements in public archives.",
    "full_title: Statement FINAL DRAFT v3",
    "status: draft, which prints its label and takes it away when the text is final",
    stops_print=True,
)
CHANGE_DEBRIS = Code(
    "CQ213",
    "change-debris",
    Severity.ERROR,
    "What is left of a tracked change, a comment or a merge stands in what is public.",
    "It shows who wanted what changed.",
    "Comment [AB1]: do we want to say this?",
    "decide it, and take the rest out",
)
CLASSIFICATION = Code(
    "CQ214",
    "classification",
    Severity.ERROR,
    "A classification marking stands in what is public.",
    "Either the marking or the text is in the wrong place.",
    "OFFICIAL SENSITIVE",
    "marking: in the front matter, which no public paper prints; or ::: passage {audience=delegation}",
)
CLASSIFYING_WORD = Code(
    "CQ215",
    "classifying-word",
    Severity.WARNING,
    "A word in capitals inside a public sentence looks like a classification.",
    "It may be left over from a marking.",
    "The CONFIDENTIAL annex is attached.",
    "The confidential annex is attached.",
    stops_print=True,
)
READING_TIME = Code(
    "CQ216",
    "reading-time",
    Severity.WARNING,
    "A public text says how long it takes to read, or how many words it has.",
    "That is for the speaker; communique counts it anew each time.",
    "Reading time: 3 min (330 words)",
    "take it out: the podium copy says it",
    stops_print=True,
)
EMAIL_ADDRESS = Code(
    "CQ217",
    "e-mail-address",
    Severity.WARNING,
    "An e-mail address stands in the text of a public paper.",
    "Addresses of colleagues end up in archives and address books for ever.",
    "For questions: ola.nordmann@example.org",
    "contact: in the front matter, or [the secretariat](mailto:office@example.org) when it is meant",
    stops_print=True,
)
SOFT_HYPHEN = Code(
    "CQ218",
    "soft-hyphen",
    Severity.WARNING,
    "A word holds a soft hyphen, which is seen only at the end of a line.",
    "Searching for the word does not find it. It comes with text pasted from a PDF.",
    "univer‹U+00AD›salization",
    "universalization (communique check --fix takes it out)",
)
LOST_CHARACTER = Code(
    "CQ219",
    "lost-character",
    Severity.ERROR,
    "A character was lost before the text came here: a replacement or private-use character.",
    "It prints as an empty box, or as something else on each machine.",
    "C‹U+FFFD›te d'Ivoire",
    "Côte d'Ivoire",
)
UNBALANCED_DIRECTION = Code(
    "CQ220",
    "unbalanced-direction",
    Severity.ERROR,
    "A character that turns the direction of writing is not closed, closes nothing, or overrides letters.",
    "What is read and what is stored are no longer the same text.",
    "a RIGHT-TO-LEFT OVERRIDE in an English sentence",
    "delete it; [words]{lang=ar} sets the direction",
)
PRESENTATION_FORM = Code(
    "CQ221",
    "presentation-form",
    Severity.WARNING,
    "A letter is stored as one of its printed shapes.",
    "Neither searching nor reading aloud finds the word. It comes with text pasted from a PDF.",
    "the ‹U+FB01›rst step",
    "the first step (communique check --fix writes it so)",
)
INVISIBLE_CHARACTER = Code(
    "CQ222",
    "invisible-character",
    Severity.WARNING,
    "A character that nobody sees stands where the script does not need it.",
    "Words that look alike are not; hidden marks tell one copy from another.",
    "clus‹U+200B›ter",
    "cluster (communique check --fix takes it out)",
)
MIXED_MARKS = Code(
    "CQ223",
    "mixed-quotation-marks",
    Severity.WARNING,
    "A text uses straight and typographic quotation marks or apostrophes side by side.",
    "It shows that it was put together from several hands.",
    'the “norm” and the "weapon"',
    'the "norm" and the "weapon": the marks of the language are set in print',
)
DOUBLED_WORD = Code(
    "CQ224",
    "doubled-word",
    Severity.WARNING,
    "A word stands twice in a row.",
    "It is seldom meant, and is read out as it stands.",
    "the the Convention",
    "the Convention",
)
LONG_SENTENCE = Code(
    "CQ225",
    "long-sentence",
    Severity.WARNING,
    "A sentence that is read out has more than 40 words.",
    "Speaker and interpreters run out of breath.",
    "a sentence of 50 words",
    "two sentences",
)
BROKEN_SYMBOL = Code(
    "CQ226",
    "broken-symbol",
    Severity.WARNING,
    "A document symbol holds a space or the end of a line.",
    "Nobody finds a document by half a symbol.",
    "CCM/MSP/ 2012/5",
    "CCM/MSP/2012/5 (communique check --fix writes it so)",
)
