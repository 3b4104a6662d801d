"""CQ632 to CQ634: what is wrong in the copy of one recipient."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

FOREIGN_RECIPIENT = Code(
    "CQ632",
    "foreign-recipient",
    Severity.ERROR,
    what="The copy of one recipient holds the name of another one.",
    why="A pack that names somebody else tells its reader who is sent what, and that two copies were mixed up. A name "
    "that the text itself mentions is no finding, and neither is a name that is part of the recipient's own.",
    wrong="Delegation 018    # on the copy for Delegation 017",
    right="nothing of this recipient was moved into place; report it, for a list alone cannot cause this",
)
ALTERED_BODY = Code(
    "CQ633",
    "altered-body",
    Severity.ERROR,
    what="Behind its cover, a copy is not the paper that was looked at.",
    why="Ledger and guard read the body of a pack once, for all copies. That every copy has this body, byte for byte, "
    "is proven on each finished file.",
    wrong="a copy whose third page differs from that of the others",
    right="report it: no text can cause this",
)
FIELD_ON_NO_COVER = Code(
    "CQ634",
    "unnamed-recipient",
    Severity.ERROR,
    what="A numbered or named copy does not say on its cover whose it is.",
    why="A cover that names nobody cannot be told from the next one, and the register would vouch for a name that "
    "stands nowhere.",
    wrong="scope: recipient      # and a template that never prints recipient.name",
    right="print {{ recipient.name }} in the element of the class cover",
)
