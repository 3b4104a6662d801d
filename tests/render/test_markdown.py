"""The Markdown that travels in a PDF, read back by a Markdown reader: it says what the edition says."""

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

import editions
from communique.model.block import (
    Alignment,
    BulletList,
    CueBlock,
    Definitions,
    Heading,
    Listing,
    NumberedList,
    Paragraph,
    Quotation,
    Rule,
    Table,
    Written,
)
from communique.model.inline import (
    Abbreviation,
    Code,
    Cue,
    Emphasis,
    Foreign,
    LineBreak,
    Link,
    Note,
    Picture,
    Pronounced,
    Strong,
    Text,
)
from communique.model.settings import Settings
from communique.render.markdown_blocks import escaped, line, written
from communique.render.sheet import render

READER = MarkdownIt("commonmark").enable("table")


def words(text: str) -> tuple[Text]:
    return (Text(text),)


def said(text: str) -> str:
    """The words that a reader of Markdown sees."""
    tokens = [child for token in READER.parse(text) for child in token.children or ()]
    return "".join(token.content or ("\n" if "break" in token.type else "") for token in tokens)


@pytest.mark.parametrize(
    "text",
    ["1. Not a list", "- nor this", "+1", "= line", "# no heading", "a * b * c", "[x](y)", "<b> & c", "a|b", "\\_`~"],
)
def test_words_stay_words(text):
    assert said(escaped(text)) == text
    assert [token.type for token in READER.parse(escaped(text))] == ["paragraph_open", "inline", "paragraph_close"]


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ((Emphasis(words("a")), Strong(words("b")), Cue(words("c"))), "*a***b***c*"),
        ((Link(words("a"), "https://example.org/(x)"),), "[a](<https://example.org/(x)>)"),
        ((Link(words("a"), "#norm"),), "a"),
        ((Abbreviation(words("ATT"), "Arms Trade Treaty"),), "ATT (Arms Trade Treaty)"),
        ((Pronounced(words("Lenape"), "LEN-ah-pay"),), "Lenape (LEN-ah-pay)"),
        ((Picture("a.png", "A map"), Picture("b.png", "", decorative=True)), "[A map]"),
        ((Code("a`b"), Code("c")), "`` a`b ```c`"),
        ((Text("a"), LineBreak(), Foreign(words("b"), "fr")), "a\\\nb"),
    ],
)
def test_marks_are_written_as_markdown(nodes, expected):
    assert line(nodes) == expected


def test_blocks_are_written_as_markdown():
    paragraph = Paragraph(words("One."))
    blocks = (
        Heading(words("Part"), 1),
        Paragraph((Text("Noted"), Note("1", (words("A note."), words("More of it."))), Text("."))),
        BulletList(((paragraph, BulletList(((Paragraph(words("Inner.")),),))), (paragraph,))),
        NumberedList(((paragraph, paragraph),), start=4),
        Definitions(((words("Norm"), ((paragraph,),)),)),
        Table((words("A"), words("B")), ((words("1"), words("a|b")),), (Alignment.START, Alignment.END)),
        Quotation((paragraph, paragraph)),
        Rule(),
        Listing("kept  as it is\n"),
        CueBlock((Paragraph(words("Pause.")),)),
        Written((paragraph,)),
    )
    assert written(blocks) == (
        "### Part\n\nNoted[^1].\n\n- One.\n\n  - Inner.\n- One.\n\n4. One.\n\n   One.\n\n**Norm**\n\n- One.\n\n"
        "| A | B |\n| --- | --- |\n| 1 | a\\|b |\n\n> One.\n>\n> One.\n\n---\n\n~~~\nkept  as it is\n~~~\n\n"
        "*Pause.*\n\nOne.\n\n[^1]: A note.\n\n    More of it."
    )


@pytest.fixture(scope="module")
def pack() -> str:
    settings = Settings(attached_text=True)
    edition = replace(editions.FULL, backgrounds=editions.FULL.backgrounds[1:])
    sheet = render(edition, editions.BRIEFING_PACK, editions.ENGLISH, editions.PLAIN, settings, editions.TEMPLATES)
    assert sheet.attached is not None
    return sheet.attached.data.decode()


def test_a_pack_stands_in_the_order_of_its_paper(pack):
    heads = [row for row in pack.splitlines() if row.startswith(("# ", "## "))]
    assert heads == [
        "# Norwegian Intervention, Universalization. CCM 3MSP – Briefing pack",
        "## Facts",
        "## Objective",
        "## Points to make",
        "## Statement",
        "## Questions and answers",
        "## Background: Not to be disclosed",
    ]


def test_it_is_written_anew_and_shows_nothing_of_the_source(pack):
    for trace in (":::", "{{", "{.", "audience", "---\n", "speech.md", "lang="):
        assert trace not in pack


def test_without_the_setting_nothing_is_attached():
    sheet = render(
        editions.FULL, editions.BRIEFING_PACK, editions.ENGLISH, editions.PLAIN, Settings(), editions.TEMPLATES
    )
    assert sheet.attached is None
