"""Editions to render in tests: the first statement as model values, bare, as it is, and full of everything."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from communique.diagnostics.span import Source, Span
from communique.model.audience import Audience
from communique.model.block import (
    Background,
    Block,
    BulletList,
    Closing,
    Heading,
    Objective,
    Paragraph,
    Point,
    Question,
    Quotation,
    Salutation,
    Written,
)
from communique.model.edition import Edition
from communique.model.fact import Fact
from communique.model.inline import Cue, Emphasis, FactUse, Foreign, Inline, Note, Pronounced, Text
from communique.model.kind import Format, Kind, Part
from communique.model.labels import Labels
from communique.model.particulars import Particulars
from communique.model.settings import Settings
from communique.model.templates import Templates
from communique.model.theme import Theme

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "templates"

SEED = (Path(__file__).parent / "universalization.txt").read_text(encoding="utf-8")
"""The words of the first statement, exactly."""

FACTS = {"111": "signatories", "75": "ratifications"}
NAMES = ("progress", "norm", "numbers", "obstacles", "focus", "regions", "working", "presidency")


def line(text: str) -> tuple[Inline, ...]:
    """Plain words, the two figures of the seed as facts."""
    pieces = re.split("(111|75)", text)
    return tuple(FactUse(FACTS[piece], piece) if piece in FACTS else Text(piece) for piece in pieces if piece)


def paragraph(text: str, number: int | None = None, name: str = "") -> Paragraph:
    return Paragraph(line(text), id=name, number=number)


def speech(text: str = SEED) -> tuple[Block, ...]:
    """The blocks of a text: salutations, numbered paragraphs, the closing."""
    blocks: list[Block] = []
    number = 0
    for words in text.strip().split("\n\n"):
        if words == "Thank you.":
            blocks.append(Closing(line(words)))
        elif words.startswith(("Mr President", "Thank you, Mr")):
            blocks.append(Salutation(line(words)))
        else:
            name = NAMES[number] if number < len(NAMES) else f"p{number + 1}"
            number += 1
            blocks.append(paragraph(words, number, name))
    return tuple(blocks)


def point(title: str, text: str, *paragraphs: str) -> Point:
    return Point(title=line(title), blocks=(paragraph(text),), paragraphs=paragraphs)


PARTICULARS = Particulars(
    full_title="Norwegian Intervention, Universalization. CCM 3MSP",
    title="Universalization",
    delegation="Norway",
    meeting="Third Meeting of States Parties to the Convention on Cluster Munitions",
    meeting_short="CCM 3MSP",
    place="Oslo",
    begins=date(2012, 9, 11),
    ends=date(2012, 9, 14),
    source="CCM/MSP/2012/5",
)

BASE = Edition(
    audience=Audience.SPEAKER,
    language="en",
    direction="ltr",
    meeting="ccm-3msp",
    name="universalization",
    particulars=PARTICULARS,
    speech=speech(),
    objectives=(
        Objective(
            (
                paragraph(
                    "Increase the number of signatories, and ensure that those who have signed the Convention are "
                    "able to deposit their instruments of ratification or accession as soon as possible."
                ),
            )
        ),
    ),
    points=(
        point(
            "Tremendous progress.",
            "111 States have signed the Convention; 75 have already completed their national ratification procedures.",
            "progress",
        ),
        point(
            "A norm for all.",
            "The standard set by the Convention has had its influence far beyond the number of States having formally "
            "joined: it has now set an international norm.",
            "norm",
        ),
        point(
            "Work must continue",
            "Increase the number of signatories; identify the obstacles that prevent states from joining, and possible "
            "solutions, in close partnerships between states and organizations.",
            "numbers",
            "obstacles",
        ),
        point(
            "Affected and stockpiling states first.",
            "Our main focus should be on states that are affected by past use, and on states that have stockpiles of "
            "cluster munitions.",
            "focus",
        ),
        point(
            "Regional cooperation.",
            "Countries that share common features may more easily understand each other and each other's challenges.",
            "regions",
        ),
        point(
            "Show that the Convention works.",
            "Compliance with Article 6 on Cooperation and Assistance will help ensure this.",
            "working",
        ),
    ),
    questions=(
        Question(
            line("There are still allegations of use. Does the norm hold?"),
            (
                paragraph(
                    "There have been some instances and allegations of use. They have been few and far between, and "
                    "few if any actors, inside or outside the Convention, have been willing to defend the continued "
                    "use of this weapon."
                ),
            ),
            pressed=(
                paragraph(
                    "The standard set by the Convention – that cluster munitions is an illegitimate weapon – has now "
                    "set an international norm."
                ),
            ),
        ),
        Question(
            line("Which states come first?"),
            (
                paragraph(
                    "Our main focus should be on states that are affected by past use of cluster munitions, as well "
                    "as on states that have stockpiles of cluster munitions."
                ),
            ),
        ),
    ),
    backgrounds=(
        Background(
            (),
            (
                paragraph(
                    "The Convention was adopted in 2008. 111 States have signed it, of which 75 have already completed "
                    "their national ratification procedures."
                ),
            ),
            free=True,
        ),
        Background(
            (),
            (
                paragraph(
                    "The statement names no state but Norway. If asked for names, stay with its words: the instances "
                    "and allegations have been few and far between."
                ),
            ),
        ),
    ),
    facts=(
        Fact("signatories", "111", "States that have signed the Convention", source=PARTICULARS.full_title),
        Fact(
            "ratifications",
            "75",
            "Signatories that have completed their national ratification procedures",
            source=PARTICULARS.full_title,
        ),
    ),
    words=501,
)
"""What the seed and its meeting give."""

BARE = Edition(
    audience=Audience.SPEAKER,
    language="en",
    direction="ltr",
    meeting="",
    name="hello",
    particulars=Particulars(full_title="hello"),
    speech=(Salutation(line("Mr President,")), paragraph("We thank you. We will act.", 1, "we")),
    words=8,
)
"""A lone text: no title, no meeting, nobody known."""

UNTITLED = replace(BARE, speech=speech(), words=501)

FULL = replace(
    BASE,
    particulars=replace(
        PARTICULARS,
        status=None,
        revision=3,
        speaker="H.E. Ms. Name of the Speaker",
        speaker_title="Title of the Speaker",
        delivered_by="Name of the Deputy",
        agenda_item="8 (a)",
        symbol="ABC (00) 10",
        circulated=date(2012, 9, 10),
        date=date(2012, 9, 12),
        contact="Permanent Mission, Street 1, City",
        marking="For the delegation and its advisers only",
        origin="Originating department, 10 September 2012",
    ),
    facts=tuple(replace(fact, as_of=date(2012, 9, 11)) for fact in BASE.facts),
    speech=(
        *BASE.speech[:2],
        Heading(line("A heading inside the speech"), level=1, id="heading"),
        Paragraph(
            (
                Text("We greet the people of "),
                Pronounced((Text("Lenape"),), "LEN-ah-pay"),
                Text(' and say "'),
                Emphasis((Text("never again"),)),
                Text('". '),
                Cue((Text("pause"),)),
                Text(" Document CCM/MSP/2012/5 says "),
                Foreign((Text('"plus jamais"'),), "fr"),
                Text(" too,"),
                Note("1", ((Text("Report, paragraph 4."),),)),
                Text(" and so do we."),
            ),
            id="greet",
            number=2,
        ),
        Heading(line("A smaller heading"), level=3),
        Quotation((paragraph("Quotation of a sentence that is set off from the text around it."),)),
        BulletList(((paragraph("the first thing;"),), (paragraph("the second thing."),))),
        Written((paragraph("This paragraph is circulated and not read out.", 3, "written"),)),
        *(
            replace(block, number=block.number + 2) if isinstance(block, Paragraph) else block
            for block in BASE.speech[2:]
        ),
    ),
)
"""Every line of the head, every block, and a long text."""

SIZES = Settings()


def source(path: Path) -> Source:
    return Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))


TEMPLATES = Templates(
    tuple(sorted((path.relative_to(FOLDER).as_posix(), source(path)) for path in FOLDER.rglob("*.html")))
)
PLAIN = Theme("plain", (source(FOLDER / "themes/base.css"), source(FOLDER / "themes/plain/theme.css")))


def kind(name: str, audience: Audience, title: str, *carries: str, spoken: bool = False) -> Kind:
    file = TEMPLATES.get(f"{name}.html") or Source("", "")
    parts = tuple(map(Part, carries))
    return Kind(name, audience, (Format.PDF, Format.DOCX), title, parts, spoken=spoken, template=file)


STATEMENT = kind("statement", Audience.PUBLIC, "Statement", "speech")
PODIUM = kind("podium", Audience.SPEAKER, "Podium copy", "speech", spoken=True)
TALKING_POINTS = kind("talking-points", Audience.DELEGATION, "Talking points", "objective", "points", "facts")
BRIEFING_PACK = kind(
    "briefing-pack",
    Audience.DELEGATION,
    "Briefing pack",
    *("speech", "objective", "points", "questions", "background", "facts"),
)
KINDS = (STATEMENT, PODIUM, TALKING_POINTS, BRIEFING_PACK)
ENGLISH = Labels("en")


def with_template(text: str, name: str = "trial") -> Templates:
    """The shipped templates and one more."""
    return Templates((*TEMPLATES.files, (f"{name}.html", Source(f"templates/{name}.html", text))))


def at(path: str, row: int) -> Span:
    return Span(path, row, 1, row, 5)
