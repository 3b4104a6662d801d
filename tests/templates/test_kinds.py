"""What stands on each paper, in which order, under which names (the contract with theme and Word)."""

from dataclasses import replace
from itertools import groupby, pairwise

import pytest
from lxml import html as parser

from communique.model.audience import Audience
from communique.model.block import (
    Alignment,
    BulletList,
    CueBlock,
    Definitions,
    Heading,
    Listing,
    NumberedList,
    Ordinary,
    Paragraph,
    Passage,
    Point,
    Quotation,
    Rule,
    Table,
)
from communique.model.fact import Fact
from communique.model.particulars import Delivery, Status
from communique.render.sheet import render
from editions import (
    BARE,
    BASE,
    BRIEFING_PACK,
    ENGLISH,
    FULL,
    KINDS,
    PLAIN,
    PODIUM,
    SIZES,
    STATEMENT,
    TALKING_POINTS,
    TEMPLATES,
    UNTITLED,
    line,
    paragraph,
)

HEAD = [
    *("symbol", "circulated", "delegation", "kind", "title", "speaker", "speaker-title", "delivered-by"),
    *("occasion", "agenda-item", "place-date", "revision", "delivery-note"),
]

EDITIONS = {"base": BASE, "bare": BARE, "full": FULL, "untitled": UNTITLED}


def tree(edition, kind):
    return parser.document_fromstring(render(edition, kind, ENGLISH, PLAIN, SIZES, TEMPLATES).html)


def words(elements):
    return [" ".join(element.text_content().split()) for element in elements]


def with_particulars(**known):
    return replace(BASE, particulars=replace(BASE.particulars, **known))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
class TestEveryPaper:
    def test_has_one_first_heading_and_skips_no_level(self, edition, kind):
        levels = [int(e.tag[1]) for e in tree(EDITIONS[edition], kind).iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))

    def test_says_its_language_direction_and_title(self, edition, kind):
        root = tree(EDITIONS[edition], kind)
        assert (root.get("lang"), root.get("dir")) == ("en", "ltr")
        assert root.findtext("head/title").startswith(EDITIONS[edition].particulars.full_title)
        assert root.find("body").get("class") == kind.name

    def test_begins_with_what_runs_in_the_margins(self, edition, kind):
        first = [element.get("class") for element in tree(EDITIONS[edition], kind).find("body")][:3]
        running = {"marking", "running-head", "folio", "podium-page", "draft"}
        assert set(first[: 3 if kind.internal else 2]) <= running

    def test_names_each_thing_once_and_links_to_nothing_absent(self, edition, kind):
        root = tree(EDITIONS[edition], kind)
        names = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(names) == len(set(names))
        addresses = [e.get("href") or e.get("data-href") for e in root.iter("a", "span")]
        assert {address[1:] for address in addresses if address} <= set(names)

    def test_prints_no_blank(self, edition, kind):
        root = tree(EDITIONS[edition], kind)
        assert "None" not in root.text_content()
        empty = [e for e in root.iter("p", "li", "th", "h1", "h2", "h3") if not e.text_content().strip()]
        assert all(element.find(".//span") is not None for element in empty)


def test_the_head_follows_the_order_of_the_missions():
    head = tree(FULL, STATEMENT).find(".//header")
    assert [element.get("class") for element in head.iter("p", "h1")] == [
        "symbol",
        "circulated",
        "delegation",
        "kind",
        "title",
        "speaker",
        "speaker-title",
        "delivered-by",
        "occasion",
        "agenda-item",
        "place-date",
        "revision",
        "delivery-note",
    ]
    assert words(head.iter("p"))[2:4] == ["Norway", "Statement"]


def test_a_lone_text_prints_no_title_and_leaves_no_gap():
    root = tree(BARE, STATEMENT)
    assert words(root.iter("h1")) == ["Statement"]
    assert words(root.find_class("running-head")) == ["hello"]
    assert [e.get("class") for e in root.find(".//header")] == ["title", "delivery-note"]


@pytest.mark.parametrize(
    ("delivery", "printed"),
    [
        (Delivery.CHECK, ["Check against delivery"]),
        (Delivery.VERBATIM, ["Read out verbatim"]),
        (Delivery.NONE, []),
    ],
)
def test_interpreters_are_told_what_to_follow(delivery, printed):
    assert words(tree(with_particulars(delivery=delivery), STATEMENT).find_class("delivery-note")) == printed


def test_a_draft_says_so_on_every_paper():
    for kind in KINDS:
        assert words(tree(with_particulars(status=Status.DRAFT), kind).find_class("draft")) == ["DRAFT"]
        assert not tree(with_particulars(status=Status.FINAL), kind).find_class("draft")


def test_eight_paragraphs_are_numbered_and_salutations_are_not():
    speech = tree(BASE, STATEMENT).find_class("speech")[0]
    classes = [e.get("class") for e in speech]
    assert [(name, len(list(run))) for name, run in groupby(classes)] == [
        ("salutation", 1),
        ("numbered", 2),
        ("salutation", 1),
        ("numbered", 5),
        ("salutation", 1),
        ("numbered", 1),
        ("closing", 1),
    ]
    assert speech[1].get("id") == "p-progress" and speech[1].get("data-paragraph") == "progress"


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("kind", [STATEMENT, BRIEFING_PACK], ids=lambda kind: kind.name)
def test_the_counted_number_is_that_of_the_model(edition, kind):
    numbers = {b.id: b.number for b in _paragraphs(EDITIONS[edition].speech) if b.number}
    counted = [e.get("data-paragraph") for e in tree(EDITIONS[edition], kind).find_class("numbered")]
    assert [numbers[name] for name in counted] == list(range(1, len(numbers) + 1))


def _paragraphs(blocks):
    for block in blocks:
        yield from [block] if isinstance(block, Paragraph) else _paragraphs(getattr(block, "blocks", ()))


def test_the_pack_starts_counting_where_its_statement_starts():
    assert "counter-reset: para" in (PLAIN.stylesheets[0].text.split(".speech {")[1].split("}")[0])


def test_headings_stand_below_those_of_the_paper():
    assert words(tree(FULL, STATEMENT).iter("h2")) == ["A heading inside the speech"]
    assert "A heading inside the speech" in words(tree(FULL, BRIEFING_PACK).iter("h3"))


def test_the_podium_has_one_sentence_a_paragraph():
    root = tree(BASE, PODIUM)
    thoughts = root.find_class("thought")
    assert len(thoughts) == 8
    assert words(thoughts[0].find_class("sentence"))[1].startswith("111 States have signed the Convention")
    assert words(root.find_class("timing")) == ["501 words, 5 min at 100 words a minute"]
    assert len(root.find_class("podium-page")) == 1 and not root.find_class("folio")


def test_the_speaker_alone_sees_cues_and_pronunciations_and_nobody_reads_out_what_is_written():
    root = tree(FULL, PODIUM)
    assert words(root.find_class("say")) == ["Lenape [LEN-ah-pay]"]
    assert words(root.find_class("cue")) == ["[pause]"]
    text = root.text_content()
    assert "circulated and not read out" not in text and "Report, paragraph 4" not in text


def test_a_cue_of_its_own_stands_on_its_own_line():
    edition = replace(BARE, speech=(CueBlock((paragraph("look up"),)), *BARE.speech))
    assert words(tree(edition, PODIUM).xpath("//p[@class='cue']")) == ["[look up]"]


def test_points_name_the_paragraphs_they_stand_on():
    root = tree(BASE, TALKING_POINTS)
    points = root.find_class("point")
    assert len(points) == 6
    assert words(points[2].find_class("lead-in")) == ["Work must continue."]
    assert words(points[2].find_class("para-ref")) == ["¶ 3", "¶ 4"]
    assert points[2].text_content().strip().endswith("organizations.\u00a0¶\u00a03 ¶\u00a04")
    assert not root.xpath("//a[@class='para-ref']")
    assert tree(BASE, BRIEFING_PACK).xpath("//a[@class='para-ref']/@href")[:2] == ["#p-progress", "#p-norm"]


def test_a_point_may_have_more_than_a_paragraph():
    point = Point(line("Three things"), (paragraph("Namely:"), BulletList(((paragraph("one"),), (paragraph("two"),)))))
    (shown,) = tree(replace(BASE, points=(point,)), TALKING_POINTS).find_class("point")
    assert words([shown]) == ["Three things. Namely: one two"]
    assert words(shown.iter("li"))[1:] == ["one", "two"]


def test_proposed_points_are_plainly_labelled():
    root = tree(replace(BASE, points=()), TALKING_POINTS)
    assert words(root.find_class("proposal")) == ["Proposed: the opening sentence of each section. To be reviewed."]
    assert len(root.find_class("point")) == 3
    assert not tree(BASE, TALKING_POINTS).find_class("proposal")


def test_facts_have_columns_for_what_is_known():
    def head(*facts):
        root = tree(replace(BASE, facts=facts), TALKING_POINTS)
        return words(root.xpath("//table[@class='facts']/thead//th")), words(root.find_class("note"))[:-1]

    day = BASE.particulars.begins
    known = Fact("a", "1", "A", source="S", as_of=day)
    assert head(Fact("a", "1"), Fact("b", "2")) == (["Fact", "Value"], [])
    assert head(known, Fact("b", "2")) == (["Fact", "Value", "As of", "Source"], [])
    assert head(known, known) == (["Fact", "Value"], ["Source: S; as of 11 September 2012"])
    assert head(known, replace(known, source="T")) == (["Fact", "Value", "Source"], ["As of 11 September 2012"])
    assert not tree(replace(BASE, facts=()), TALKING_POINTS).xpath("//table")


def test_the_pack_has_its_parts_in_order_and_contents_that_name_them():
    root = tree(BASE, BRIEFING_PACK)
    parts = ["Meeting", "Facts", "Objective", "Points to make", "Statement", "Questions and answers", "Background"]
    assert words(root.iter("h2")) == parts
    assert words(root.xpath("//nav//a")) == parts
    assert words(root.find_class("release")) == ["May be used freely", "Not to be disclosed"]
    assert words(root.find_class("restricted"))[0].startswith("The statement names no state")
    assert words(root.find_class("if-pressed"))[0].startswith("If pressed: The standard set")
    assert words(root.find_class("answer"))[0].startswith("There have been some")


def test_the_meeting_is_told_line_by_line():
    rows = {tuple(words(row)) for row in tree(FULL, BRIEFING_PACK).xpath("//table[@class='event']//tr")}
    assert {
        ("Place", "Oslo"),
        ("Dates", "11–14 September 2012"),
        ("Day of the speech", "12 September 2012"),
        ("Agenda item", "8 (a)"),
        ("Length", "501 words, 5 min at 100 words a minute"),
        ("Source", "CCM/MSP/2012/5"),
    } <= rows


def test_what_is_closed_stands_last_and_alone():
    root = tree(replace(BASE, backgrounds=BASE.backgrounds[1:]), BRIEFING_PACK)
    assert words(root.xpath("//section[@class='closed']//h2")) == ["Background"]
    assert not root.find_class("open")
    assert root.find("body/main")[-1].get("class") == "closed"


EVERY_BLOCK = (
    Heading(line("Heading"), 1),
    BulletList(((paragraph("bullet"),),)),
    NumberedList(((paragraph("third"), BulletList(((paragraph("inner"),),))),), start=3),
    Definitions(((line("term"), ((paragraph("explained"),),)),)),
    Table((line("head"), line("number")), ((line("cell"), line("1")),), (Alignment.START, Alignment.END)),
    Quotation((paragraph("quoted"),)),
    Rule(),
    Listing("a  'b' <c>\n  d"),
    Passage((paragraph("passage"),), audience=Audience.DELEGATION),
    Paragraph(line("mots"), language="fr"),
)


@pytest.mark.parametrize("kind", [STATEMENT, PODIUM, BRIEFING_PACK], ids=lambda kind: kind.name)
def test_no_block_is_dropped(kind):
    edition = replace(BARE, speech=(*BARE.speech, *EVERY_BLOCK))
    covered = {type(block) for block in edition.speech}
    assert set(Ordinary.__args__) <= covered | {type(BASE.speech[-1])}
    root = tree(edition, kind)
    text = " ".join(root.text_content().split())
    for word in (
        "Heading",
        "bullet",
        "third",
        "inner",
        "term",
        "explained",
        "head",
        "cell",
        "quoted",
        "passage",
        "mots",
    ):
        assert word in text
    assert root.findtext(".//pre") == "a  'b' <c>\n  d"
    assert root.find(".//ol[@start='3']/li/ul/li").text.strip() == "inner"
    assert root.xpath("//th[@scope='col'][@class='end']") and root.xpath("//hr")
    assert root.xpath("//*[@lang='fr']")
