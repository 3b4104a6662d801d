"""CQ75x: the order of the work, before and around the phases."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

WORKER_DIED = Code(
    "CQ751",
    "worker-died",
    Severity.ERROR,
    what="The process that was making a paper ended without a word, or needed more memory or time than a text can.",
    why="Most often the machine had no memory left, and its system ended the largest process. A process may take "
    "2 GB and 15 minutes, three and ten times what 500,000 words need. The other papers were made; this "
    "intervention's last good papers stay in place.",
    wrong="communique build               # several large papers at once, little memory",
    right="communique build --jobs 1      # one paper at a time",
)
DRAFT_AS_FINAL = Code(
    "CQ752",
    "draft-as-final",
    Severity.ERROR,
    what="`--final` was asked for, but a text says `status: draft`.",
    why="A draft prints the word DRAFT on every paper. What is handed out must have been released by someone.",
    wrong="status: draft",
    right="status: final",
)
NOTHING_ORDERED = Code(
    "CQ753",
    "nothing-ordered",
    Severity.WARNING,
    what="The order names no paper that can be made.",
    why="Each of the things asked for exists, but not together: a language that this text is not written in, "
    "or a format that this kind is not made in.",
    wrong="communique build content/hello.md --language fr     # the text is in English",
    right="communique list                                     # shows what there is",
)
OCCUPIED_FOLDER = Code(
    "CQ754",
    "occupied-folder",
    Severity.ERROR,
    what="`communique new` was given a folder that is not empty.",
    why="A new workspace never overwrites what is there.",
    wrong="communique new ~/Documents",
    right="communique new ~/Documents/speeches",
)
OCCUPIED_FILE = Code(
    "CQ757",
    "occupied-file",
    Severity.ERROR,
    what="`communique templates copy` would write over a file that is there.",
    why="A copy that someone has worked on is never overwritten.",
    wrong="communique templates copy statement           # for the second time",
    right="communique templates copy statement --as note-verbale",
)
NO_WORKSPACE = Code(
    "CQ755",
    "no-workspace",
    Severity.ERROR,
    what="A command that removes things was given in a folder that is no workspace.",
    why="Many programs have a build/ folder. Only that of a folder with content/ or communique.toml is ours to remove.",
    wrong="cd ~ && communique clean",
    right="communique -C speeches clean",
)
