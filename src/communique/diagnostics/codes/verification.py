"""CQ71x: whether the files of a folder are those that were built, as its manifest says."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

ALTERED_FILE = Code(
    "CQ711",
    "altered-file",
    Severity.ERROR,
    what="A file is not the one that its manifest names.",
    why="Somebody opened and saved it, or it was damaged on the way. What the guard read is not what lies here.",
    wrong="a Word file saved once more before it was sent",
    right="build it again, or ask for the folder once more",
)
MISSING_FILE = Code(
    "CQ712",
    "missing-file",
    Severity.ERROR,
    what="A manifest names a file that is not there.",
    why="Whoever gets the folder gets less than was built.",
    wrong="a folder sent without one of its papers",
    right="build it again, or ask for the folder once more",
)
UNLISTED_FILE = Code(
    "CQ713",
    "unlisted-file",
    Severity.ERROR,
    what="A file lies in a folder whose manifest does not name it.",
    why="Nobody looked at it before it was put there, and it goes where the folder goes.",
    wrong="notes.docx beside the statement in build/.../public/",
    right="move it out of build/",
)
UNSEALED_FILE = Code(
    "CQ714",
    "unsealed-file",
    Severity.ERROR,
    what="There is no manifest beside a file.",
    why="Nothing says which bytes it should have. --conformance can look at it all the same.",
    wrong="communique verify statement.en.pdf, alone in a folder of downloads",
    right="communique verify --conformance statement.en.pdf",
)
UNREADABLE_MANIFEST = Code(
    "CQ715",
    "unreadable-manifest",
    Severity.ERROR,
    what="A manifest cannot be read, or is none of this version of communique.",
    why="Nothing in its folder can be compared with what was built.",
    wrong="a manifest.json edited by hand",
    right="build it again",
)
NOTHING_TO_VERIFY = Code(
    "CQ716",
    "nothing-to-verify",
    Severity.ERROR,
    what="A folder holds no manifest and no paper.",
    why="An answer that all is well would be misunderstood.",
    wrong="communique verify content",
    right="communique verify build",
)
