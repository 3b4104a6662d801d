"""CQ740 to CQ749: packs for recipients, the sets of the conference officers and of the portal."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

LAID_OUT_ANEW = Code(
    "CQ740",
    "laid-out-anew",
    Severity.NOTE,
    what="Copies of a pack were laid out each by itself, which takes longer.",
    why="Copies that differ on their cover alone share one layout of everything behind it. Where a name or a number "
    "stands on every page, or makes the cover run over, the whole paper is laid out for each copy: the result is "
    "right, and costs about ten times as much.",
    wrong="@page { @top-right { content: element(copy) } }        /* the copy number on every page */",
    right="@page :first { @top-right { content: element(copy) } } /* on the cover */",
)
RESERVED_NAME = Code(
    "CQ741",
    "reserved-name",
    Severity.ERROR,
    what="An intervention or a recipient has a name that the folders of a distribution need for themselves.",
    why="Everything that is sent out lies in build/<meeting>/distribution/; the conference officers and the portal "
    "have folders of their own in it.",
    wrong="content/ccm-3msp/distribution/speech.md",
    right="content/ccm-3msp/distribution-of-aid/speech.md",
)
UNWRITTEN_LANGUAGE = Code(
    "CQ742",
    "unwritten-language",
    Severity.ERROR,
    what="A recipient is to get papers in a language that an intervention is not written in.",
    why="Nothing is sent in another language than asked for without somebody deciding so.",
    wrong="Delegation 001,fr        # and there is a speech.en.md alone",
    right="Delegation 001,en        # or write speech.fr.md",
)
NOTHING_TO_DISTRIBUTE = Code(
    "CQ743",
    "nothing-to-distribute",
    Severity.ERROR,
    what="A meeting has no list of recipients, or no row of it can be served.",
    why="Recipients stand in content/<meeting>/recipients.csv, our own missions in delegation.csv.",
    wrong="communique distribute ccm-3msp          # without a list",
    right="communique new --recipients ccm-3msp    # writes empty lists with a header",
)
UNFINISHED_INTERVENTION = Code(
    "CQ744",
    "unfinished-intervention",
    Severity.ERROR,
    what="An intervention of the meeting was refused, so nothing is distributed.",
    why="A pack without one of its papers would be taken for complete.",
    wrong="communique distribute ccm-3msp     # with an error in one of its speeches",
    right="communique build content/ccm-3msp  # until it passes",
)
LEFT_OUT = Code(
    "CQ745",
    "left-out",
    Severity.WARNING,
    what="With --keep-going, a recipient was left out because of an error, and the others were served.",
    why="Whoever is left out gets nothing until the row is mended and `communique distribute` is given again; what the "
    "others have does not change by it, and neither do copy numbers.",
    wrong="communique distribute ccm-3msp --keep-going   # and no second run",
    right="mend the row, then communique distribute ccm-3msp",
)
UNREADABLE_PACK = Code(
    "CQ746",
    "unreadable-pack",
    Severity.ERROR,
    what="A pack cannot be opened, or holds no list of its files.",
    why="A pack is a ZIP with SHA256SUMS inside: without the list nobody can say whether a file was lost or changed.",
    wrong="communique verify holiday-pictures.zip",
    right="communique verify build/ccm-3msp/distribution/public/delegation-001.zip",
)
