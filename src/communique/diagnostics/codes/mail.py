"""CQ73x: mail that goes out with the copies."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

NO_ROUTE = Code(
    "CQ730",
    "no-mail-server",
    Severity.ERROR,
    what="The settings do not say through which server mail leaves the house.",
    why="communique guesses no server and no sender.",
    wrong="communique send ccm-3msp, and no table [mail] in communique.toml",
    right='[mail]\nhost = "mail.example.org"\nfrom = "mission@example.org"',
)
EMBARGO = Code(
    "CQ731",
    "embargo",
    Severity.ERROR,
    what="The meeting's papers may not leave the house yet.",
    why="`release_at` in meeting.yaml says from when on. No option of communique passes over it.",
    wrong="communique send ccm-3msp        # an hour before release_at",
    right="wait; or, if it holds no longer, change release_at in meeting.yaml",
)
NOTHING_MADE = Code(
    "CQ732",
    "nothing-made",
    Severity.ERROR,
    what="A recipient with a mail address has no papers to be sent, or they are not those that the register knows.",
    why="A mail without its papers, or with others than were accounted for, must not go.",
    wrong="a row was added to recipients.csv, and communique send typed at once",
    right="communique distribute ccm-3msp, then communique send ccm-3msp",
)
OUTGROWN_COPY = Code(
    "CQ733",
    "outgrown-copy",
    Severity.ERROR,
    what="A copy that lies ready is for an audience above what the recipient's row now allows.",
    why="The row was changed after the copy was made. What the list says now counts.",
    wrong="delegation.csv: audience delegation -> public, and the old briefing pack still lies there",
    right="communique distribute ccm-3msp makes what the row allows",
)
UNCLEAR_OUTCOME = Code(
    "CQ734",
    "unclear-outcome",
    Severity.ERROR,
    what="A mail was handed over whole, and no answer came: the server has it, or it has not.",
    why="No program can know (RFC 5321 promises no more), and communique does not send a delegation its pack twice. "
    "The mail server's log knows, by the Message-ID, and so does the recipient.",
    wrong="the line broke, or the program was killed, in the moment between the last byte and the answer",
    right="look, then: communique send ccm-3msp --arrived NAME, or --not-arrived NAME",
)
REFUSED_MAIL = Code(
    "CQ735",
    "refused-mail",
    Severity.ERROR,
    what="The server refused a mail for good (a reply that begins with 5), and sending stopped.",
    why="An address that does not exist, a mail too large, a sender who may not: somebody has to look. With "
    "--keep-going the mails to the others still go.",
    wrong="550 5.1.1 no such user",
    right="the right address in the list, then communique send again: nobody gets a mail twice",
)
POSTPONED_MAIL = Code(
    "CQ736",
    "postponed-mail",
    Severity.WARNING,
    what='The server said "later" as often as it was tried.',
    why="It may be busy, or receive only at the second attempt. The mail was not taken, and the next send tries again.",
    wrong="451 4.7.1 try again later",
    right="communique send again in a while",
)
UNSAFE_LINE = Code(
    "CQ737",
    "unsafe-line",
    Severity.ERROR,
    what="The line to the mail server cannot be protected as the settings ask, or its certificate is not trusted.",
    why="Whoever sits on the line could read the papers, or pass for the server.",
    wrong="a server that offers no STARTTLS, a certificate of another host",
    right='the right host; tls = "implicit" for a server that speaks TLS from the first byte',
)
NO_SERVER = Code(
    "CQ738",
    "unreachable-server",
    Severity.ERROR,
    what="The mail server cannot be reached, or does not let this sender in.",
    why="Nothing was sent. User and password come from COMMUNIQUE_MAIL_USER and COMMUNIQUE_MAIL_PASSWORD or from the "
    "keyring, never from a file.",
    wrong="a misspelt host, a network without a way out, an old password",
    right="communique send ccm-3msp, once the server answers",
)
BAD_MAIL_TEMPLATE = Code(
    "CQ739",
    "bad-mail-template",
    Severity.ERROR,
    what="The template of the covering mail does not begin with a line `Subject:` and words.",
    why="A mail without a subject is thrown away, or taken for something else.",
    wrong="Dear colleagues,",
    right="Subject: {{ meeting.name }}\n\nDear colleagues,",
)
