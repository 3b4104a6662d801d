"""CQ58x: what the validators say of finished files (communique verify --conformance)."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

BREACHED_STANDARD = Code(
    "CQ580",
    "breached-standard",
    Severity.ERROR,
    "A PDF breaks a rule of the standard that it says it follows.",
    "An archive refuses it, or a reading programme stumbles over it. The finding names the rule and the object.",
    "a PDF stamped, merged or saved by another program",
    "build the file again",
)
INVALID_WORD_FILE = Code(
    "CQ581",
    "invalid-word-file",
    Severity.ERROR,
    "A Word file breaks the rules of its format.",
    "Word offers to repair it, or loses a part of it without a word.",
    "a paragraph mark inside a paragraph",
    "build the file again",
)
UNSOUND_WORD_FILE = Code(
    "CQ582",
    "unsound-word-file",
    Severity.ERROR,
    "A Word file is valid, and yet lacks what it should have, or has something twice.",
    "A bookmark given twice leads astray, a field left open swallows the text after it, a picture without words is "
    "mute.",
    "a picture without alternative text",
    "build the file again",
)
UNREADABLE_WORD_FILE = Code(
    "CQ583",
    "unreadable-word-file",
    Severity.ERROR,
    "A file is no Word file, or is damaged.",
    "Nobody can open it.",
    "a file cut off while it was copied",
    "build it again",
)
MISSING_VALIDATORS = Code(
    "CQ584",
    "missing-validators",
    Severity.ERROR,
    "The validators are not installed.",
    "They are an extra, for whoever builds papers does not need them: every build checks its own work.",
    "pip install communique",
    "pip install 'communique[conformance]'",
)
