"""CQ72x: the register of copies."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

BROKEN_REGISTER = Code(
    "CQ720",
    "broken-register",
    Severity.ERROR,
    what="The register of a meeting cannot be read, or is not one of communique.",
    why="It alone knows who holds which copy. communique never begins a new one over it.",
    wrong="register/ccm-3msp.sqlite, cut off by a full disk",
    right="put the last backup in its place: all files register/ccm-3msp.sqlite*",
)
NEWER_REGISTER = Code(
    "CQ721",
    "newer-register",
    Severity.ERROR,
    what="The register was written by a newer communique.",
    why="An older one would not understand what it says, and might send something twice.",
    wrong="a register of version 2 with a communique that knows version 1",
    right="the communique that wrote it, or a newer one",
)
BUSY_REGISTER = Code(
    "CQ722",
    "busy-register",
    Severity.ERROR,
    what="Another communique is at work with the register, or sends this meeting's mail at this moment.",
    why="Two that send at once could send one mail twice.",
    wrong="communique send ccm-3msp, in two windows",
    right="wait for the first to end",
)
NO_REGISTER = Code(
    "CQ723",
    "no-register",
    Severity.ERROR,
    what="There is no register of this meeting.",
    why="It begins with the first copy that is made for a recipient.",
    wrong="communique register list ccm-3msp        # before anything was distributed",
    right="communique distribute ccm-3msp",
)
MISSING_COPY = Code(
    "CQ724",
    "missing-copy",
    Severity.WARNING,
    what="A copy that the register knows is not in its folder.",
    why="After communique clean that is as it should be: the same file is made again, byte for byte, and not "
    "entered a second time.",
    wrong="build/ccm-3msp/distribution/public/Delegation 001/handout-pack.en.pdf is gone",
    right="communique distribute ccm-3msp",
)
ALTERED_COPY = Code(
    "CQ725",
    "altered-copy",
    Severity.ERROR,
    what="A copy in its folder or in a ZIP is not the one that the register knows.",
    why="Whoever gets it would hold something that nobody can account for.",
    wrong="a Word file of the folder that was opened and saved",
    right="delete the file, then communique distribute",
)
UNREGISTERED_COPY = Code(
    "CQ726",
    "unregistered-copy",
    Severity.ERROR,
    what="A paper lies in a recipient's folder or ZIP, and the register does not know it.",
    why="It could be sent along by hand, and nobody could say who has it.",
    wrong="a file put into build/ccm-3msp/distribution/public/Delegation 001/ by hand",
    right="take it out",
)
UNKNOWN_RECIPIENT = Code(
    "CQ727",
    "unknown-recipient",
    Severity.ERROR,
    what="The register, or the list, has no recipient of that name, or nothing that fits.",
    why="A copy that was not called back by mistake is still out.",
    wrong='communique register withdraw ccm-3msp "Delegation 01"',
    right='communique register withdraw ccm-3msp "Delegation 001"',
)
EARLIER_COPY_HELD = Code(
    "CQ728",
    "earlier-copy-held",
    Severity.NOTE,
    what="A recipient was sent a copy that holds no longer, and not yet the one that takes its place.",
    why="The next communique send brings them the new one.",
    wrong="revision 2 was made, revision 1 is with the recipients",
    right="communique send ccm-3msp",
)
WITHDRAWN_COPY = Code(
    "CQ729",
    "withdrawn-copy",
    Severity.NOTE,
    what="Copies of a recipient were withdrawn, and nothing took their place yet.",
    why="They are not sent. Once the text is mended, the next communique distribute makes new ones, which are.",
    wrong='communique register withdraw ccm-3msp "Delegation 001" --reason "wrong figure", then communique send',
    right="mend the text, communique distribute ccm-3msp, communique send ccm-3msp",
)
