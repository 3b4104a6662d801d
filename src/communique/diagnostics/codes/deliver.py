"""CQ70x: putting the finished papers into their folders."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

UNWRITABLE_PLACE = Code(
    "CQ701",
    "unwritable-place",
    Severity.ERROR,
    what="A folder or file could not be written, moved or removed.",
    why="communique writes new papers beside the old ones and moves them into place at the end. Where it may "
    "not write, the papers of the last good build stay as they are.",
    wrong="build/ belongs to another user, or the medium is read-only",
    right="a build/ folder that you may write to: ls -ld build",
)
FULL_DISK = Code(
    "CQ702",
    "full-disk",
    Severity.ERROR,
    what="There was no room left for a finished paper.",
    why="New papers are written beside the old ones first. Nothing is replaced before all of an intervention's "
    "papers are safely on the disk, so a full disk costs nothing but this build.",
    wrong="df -h build shows 100 % in use",
    right="make room, then build again",
)
NAME_COLLISION = Code(
    "CQ703",
    "name-collision",
    Severity.ERROR,
    what="Two papers, or two interventions, would be written to one place.",
    why="One would silently replace the other. Capital and small letters count as equal, because on Windows "
    "and macOS they are.",
    wrong='name = "{kind}"            # with two languages: statement.pdf twice',
    right='name = "{kind}.{language}"',
)
UNUSABLE_NAME = Code(
    "CQ704",
    "unusable-name",
    Severity.ERROR,
    what="A file name made from the pattern in communique.toml is not the plain name of a file.",
    why="Papers for the public and papers for the delegation lie in different folders, so that a folder "
    "dragged into a mail cannot leak. A name that leads elsewhere would break that.",
    wrong='name = "../{kind}.{language}"',
    right='name = "{kind}.{language}"',
)
ALTERED_LEFTOVER = Code(
    "CQ705",
    "altered-leftover",
    Severity.WARNING,
    what="A file that communique once made, and would no longer make, was changed since; it was left alone.",
    why="Papers of kinds and languages that are gone are cleared away, but somebody's edits are not.",
    wrong="build/.../delegation/press-line.en.docx, edited in Word after its template was removed",
    right="move the file out of build/ to keep it, or delete it",
)
LINKED_FOLDER = Code(
    "CQ706",
    "linked-folder",
    Severity.ERROR,
    what="A folder inside build/ is a link to somewhere else.",
    why="Papers for the delegation could end up in a shared place. build/ itself may be a link; what is "
    "inside it is made by communique alone.",
    wrong="build/ccm-3msp -> /srv/shared",
    right="remove the link, or make build/ itself the link",
)
HELD_BACK = Code(
    "CQ707",
    "held-back",
    Severity.NOTE,
    what="Nothing of an intervention was replaced, because something in it was refused.",
    why="A new PDF beside an old Word file would be two texts. The papers of the last good build stay "
    "until all of the intervention can be made.",
    wrong="an error anywhere in the intervention",
    right="mend what is reported, and build again",
)
