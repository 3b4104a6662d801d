"""CQ6xx: what is found in a finished file before anyone else may see it, and in the files of others."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

SEE_WRITER = "the template gave these words to both writers: compare with the other format, and report the file"
SEE_TEMPLATE = "look at the template of this kind and at the filters it uses; nothing was moved into place"
USE_LABEL = 'a word that nobody wrote is a label: write {{ labels("...") }}; a private text has no place here'

LOST_WORDS = Code(
    "CQ601",
    "lost-words",
    Severity.ERROR,
    what="Words that this paper has to carry do not stand in it, or other words stand for them.",
    why="The text was read back from the finished file and compared with what was written. What a template, a "
    "filter or a style sheet drops would be missing in the room, and nobody would notice before it is read out.",
    wrong="{{ block.children|inline|replace('not', '') }}",
    right="{{ block.children|inline }}",
)
SURPLUS_WORDS = Code(
    "CQ602",
    "surplus-words",
    Severity.ERROR,
    what="Words stand in a paper that belong to no text its audience may read, to no label and to no number.",
    why="They are a leak or an accident. A word of the template's own would also stay English in every language.",
    wrong="<p>Distributed at the meeting</p>",
    right='<p>{{ labels("Distributed at the meeting") }}</p>',
)
DOUBLED_WORDS = Code(
    "CQ603",
    "doubled-words",
    Severity.ERROR,
    what="A line of the text stands in the paper more than once.",
    why="Each line of a text is printed once. Printed twice, one of the two was not meant, and may be read out.",
    wrong="{{ text.speech() }} {{ text.speech() }}",
    right="{{ text.speech() }}",
)
MOVED_SPACE = Code(
    "CQ604",
    "moved-space",
    Severity.ERROR,
    what="Words of a line run together, or a word is torn apart.",
    why="The letters are all there, but a space was lost or put in between the source and the paper.",
    wrong="{{ block.children|inline|replace(' ', '') }}",
    right="{{ block.children|inline }}",
)
MOVED_WORDS = Code(
    "CQ605",
    "moved-words",
    Severity.ERROR,
    what="The words of a finished file stand in another order than those of the sheet it was written from.",
    why="Whoever hears the paper read aloud by a machine, or copies from it, gets another text than the room.",
    wrong="a figure painted before the paragraph it follows",
    right="the order of the template, kept",
)
WITHHELD_WORDS = Code(
    "CQ611",
    "withheld-words",
    Severity.ERROR,
    what="A finished file holds words that its audience may not see.",
    why="What is withheld from a paper may stand in none of its parts: not on the page, and not in its "
    "properties, bookmarks, comments, alternative texts, attachments or file names, which travel with it.",
    wrong='<p data-note="{{ private }}">',
    right="nothing of a private block in what the audience is given",
)
PROTECTED_TERM = Code(
    "CQ612",
    "protected-term",
    Severity.ERROR,
    what="A term from the workspace's `protected` list stands in a public paper or in what travels with it.",
    why="These words were named because each of them gives something away by itself.",
    wrong='protected = ["Sunrise"]     # and "Sunrise" in the properties of a picture',
    right="take the word away where it stands, or from the list",
)
PRIVATE_METADATA = Code(
    "CQ613",
    "private-metadata",
    Severity.ERROR,
    what="A picture in a finished file carries a name, a place or a remark of its own.",
    why="Cameras and drawing programs write the owner's name, the position and comments into a picture. They "
    "travel with every copy of the paper.",
    wrong="photo.jpg with Artist: Jane Doe",
    right="exiftool -all= photo.jpg",
)
STRAY_PART = Code(
    "CQ614",
    "stray-part",
    Severity.ERROR,
    what="A finished file holds a comment, a tracked change, hidden text or an attachment; communique writes none.",
    why="Each is a way for words to leave the room unseen.",
    wrong="a Word base or letterhead with a reviewer's comment in it",
    right="a base that was cleaned: no comments, all changes accepted, nothing hidden",
)
UNREADABLE_FILE = Code(
    "CQ620",
    "unopened-file",
    Severity.ERROR,
    what="A file could not be read back, so nothing can be said of what it holds.",
    why="A file that nobody can look into is not released. Bounds: 20 000 members and 400 MB unpacked for a "
    "container, three containers inside one another, 64 MB for one stream.",
    wrong="communique inspect broken.docx",
    right="a whole PDF, DOCX or ZIP file",
)

DOCUMENT_PROPERTY = Code(
    "CQ651",
    "document-property",
    Severity.NOTE,
    what="`communique inspect`: a property of the document, such as author, company or title.",
    why="Properties show in every viewer and are the first place where a name gets out.",
    wrong="Author: Jane Doe",
    right="Author: Norway",
)
HIDDEN_TEXT = Code(
    "CQ652",
    "unseen-text",
    Severity.WARNING,
    what="`communique inspect`: text that is in the file and not on the page.",
    why="One click, or copying, makes it visible.",
    wrong='a sentence with the font effect "Hidden"',
    right="the sentence deleted",
)
COMMENT = Code(
    "CQ653",
    "comment",
    Severity.WARNING,
    what="`communique inspect`: a comment or an annotation.",
    why="It says who said what to whom while the text was being written.",
    wrong='a balloon beside paragraph 3: "Ask the capital first"',
    right="Review, Delete All Comments",
)
TRACKED_CHANGE = Code(
    "CQ654",
    "tracked-change",
    Severity.WARNING,
    what="`communique inspect`: a change that was tracked and not accepted.",
    why="The words that were deleted are still in the file, with the name of who deleted them.",
    wrong='a deletion of "We never agreed" by the legal office',
    right="Review, Accept All Changes and Stop Tracking",
)
MARKING = Code(
    "CQ655",
    "marking",
    Severity.WARNING,
    what="`communique inspect`: a classification or a handling instruction.",
    why="A paper with such words was not made for the public.",
    wrong="OFFICIAL SENSITIVE at the head of a statement on a public site",
    right="the paper of the public edition",
)
CUE = Code(
    "CQ656",
    "cue",
    Severity.WARNING,
    what="`communique inspect`: a stage direction or a leftover of writing.",
    why="[PAUSE] and TBC stand in public archives of statements, because nobody looked.",
    wrong="Mr President, [PAUSE] we act.",
    right="Mr President, we act.",
)
TEMPLATE_PATH = Code(
    "CQ657",
    "template-path",
    Severity.WARNING,
    what="`communique inspect`: a path or an address of somebody's machine or network.",
    why="It tells names of people, servers and folders.",
    wrong="attached template: file:///C:/Users/jane/brief.dotx",
    right="File, Options, Add-ins, Templates: attach Normal",
)
ATTACHMENT = Code(
    "CQ658",
    "attachment",
    Severity.WARNING,
    what="`communique inspect`: a file inside the file, or something that runs.",
    why="Whoever opens the paper gets the other file too.",
    wrong="budget.xlsx embedded in the paper",
    right="the figures as a table, the file left out",
)
