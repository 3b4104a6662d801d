"""CQ18x: what reading finds in the lists of recipients."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

BROKEN_LIST = Code(
    "CQ180",
    "broken-list",
    Severity.ERROR,
    "A list of recipients cannot be read as a table.",
    "A quotation mark that is not closed swallows the rows behind it: whole delegations would get nothing.",
    'name,email\n"Delegation 001,one@example.org',
    'name,email\n"Delegation 001",one@example.org',
)
UNKNOWN_COLUMN = Code(
    "CQ181",
    "unknown-column",
    Severity.ERROR,
    "The first row of a list names a column that there is not, one twice, or no column `name`.",
    "What stands in a column that nobody reads is a wish that nobody fulfils.",
    "name,langauge",
    "name,language,formats,kinds,copies,email,note",
)
DUPLICATE_RECIPIENT = Code(
    "CQ182",
    "duplicate-recipient",
    Severity.ERROR,
    "A recipient stands twice in the lists of a meeting.",
    "They would be sent two packs, and nobody could say which of the two copies is whose.",
    "Delegation 001\nDelegation 001",
    "one row a recipient, in one of the two lists",
)
UNKNOWN_WISH = Code(
    "CQ183",
    "unknown-wish",
    Severity.ERROR,
    "A row asks for a language, a kind, a format or an audience that there is not.",
    "The pack would be sent without what was asked for.",
    "name,language\nDelegation 001,fr        (and no speech of the meeting is in French)",
    "a language that the speeches of the meeting are written in",
)
ABOVE_CEILING = Code(
    "CQ184",
    "above-ceiling",
    Severity.ERROR,
    "A row asks for a paper or an audience above what this list, or this row, may be given.",
    "Everybody in the list `recipients` is given public papers only, whatever a row says: a slip in a table must "
    "not send the talking points to another delegation.",
    "recipients.csv:\nname,kinds\nDelegation 001,talking-points",
    "delegation.csv:\nname,kinds,audience\nMission 1,talking-points,delegation",
)
BAD_ADDRESS = Code(
    "CQ185",
    "bad-mail-address",
    Severity.ERROR,
    "A mail address is not one plain address.",
    "The mail would reach nobody, or somebody else.",
    "one@example,org",
    "one@example.org",
)
BAD_ROW = Code(
    "CQ186",
    "bad-row",
    Severity.ERROR,
    "A row has no name, more cells than the list has columns, or a value that cannot be meant.",
    "A comma too many shifts every cell behind it: an address would be taken for a remark.",
    "name,copies\nDelegation 001,two",
    "name,copies\nDelegation 001,2",
)
COLLIDING_NAMES = Code(
    "CQ187",
    "colliding-names",
    Severity.ERROR,
    "Two recipients have names that some systems take for one.",
    "Windows and macOS know no difference between capital and small letters, or between two ways to write é. "
    "One folder would take the place of the other.",
    "DELEGATION 001\nDelegation 001",
    "names that differ in more than capitals and the form of their letters",
)
TWO_LISTS = Code(
    "CQ188",
    "two-lists",
    Severity.ERROR,
    "A list is there twice, as .csv and as .xlsx.",
    "Which of the two is sent out would depend on the order of reading.",
    "content/ccm/recipients.csv and content/ccm/recipients.xlsx",
    "one of them",
)
SHARED_ADDRESS = Code(
    "CQ189",
    "shared-address",
    Severity.WARNING,
    "Two recipients have one mail address.",
    "It may be meant, where one mission stands for two. If it is a slip, one delegation gets the pack of another.",
    "Delegation 001,one@example.org\nDelegation 002,one@example.org",
    "an address of its own for each, or nothing to do when it is meant",
)
