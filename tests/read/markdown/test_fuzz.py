"""Whatever is typed, reading answers: a model, or findings with a place. Never a traceback, never silence."""

import re
from dataclasses import fields, is_dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.diagnostics.span import Source, Span
from communique.model.audience import Audience
from communique.model.block import ASIDES, Block, CueBlock, Passage
from read.markdown.reading_texts import read_text

PIECES = (
    ":::", "::", "::: point", '::: point "Title"', "::: passage {audience=delegation}", "::: cue", "::: written",
    "::: question", '::: question "Q"', "::: pressed", "::: background {use=free}", "    ::: cue", "> ::: cue",
    "{", "}", "{{", "}}", "{{ signatories }}", "{{ x }}", "{%", "{#", "{#id}", " {#id lang=fr}", "{.cue}", "{.que}",
    "[", "]", "](", ")", "[pause]{.cue}", '[w]{say="x"}', "[^1]", "[^1]: ", "![", "![a](b.png)", "{decorative}",
    "*", "**", "_", "`", "```", "~~~", "> ", "- ", "1. ", "2012. ", "# ", "#", "====", "---", "| a | b |", "|---|---|",
    "| c |", ": ", "<!--", "-->", "<b>", "&amp;", "&#123;", "\\", "\\{", "  \n", "\n", "\n\n", "\t", " ", "  ", "words",
    "Mr President,", "É", "\u00a0", "\U0001f600", "\u05d0", "：：：", "[x]: /y", "~~", "http://a.b", "<http://a.b>",
)  # fmt: skip
soup = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
anything = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], include_characters="\n\t\r"), max_size=200
)


def spans(value: object):
    """Every place in a model."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from spans(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name))


@given(st.one_of(soup, anything), st.booleans())
@settings(max_examples=400)
def test_every_text_is_answered(text, brief):
    blocks, reading = read_text(text, brief=brief)
    lines = Source("", text).lines
    for span in [*spans(blocks), *(finding.span for finding in reading.found)]:
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)


def written(value: object):
    """Every word that a model holds anywhere."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from written(one)
    elif is_dataclass(value) and not isinstance(value, Span):
        for field in fields(value):
            yield from written(getattr(value, field.name))


CANARY = re.compile(r"Qx\d+x")


def with_canaries(pieces: list[str]) -> str:
    return "".join(f"Qx{number}x{piece}" for number, piece in enumerate(pieces)) + "Qx999x"


@given(st.lists(st.sampled_from(PIECES), max_size=25))
@settings(max_examples=400)
def test_no_word_is_lost(pieces):
    text = with_canaries(pieces)
    blocks, reading = read_text(text)
    if not reading.found:
        kept = " ".join(written(blocks))
        assert set(CANARY.findall(text)) == set(CANARY.findall(kept)), text


def public(blocks: tuple[Block, ...]) -> str:
    private = (*ASIDES, Passage, CueBlock)
    return " ".join(written(tuple(block for block in blocks if not isinstance(block, private))))


fence = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "", " ", "    ", "> ", "- ", "\t"]),
    st.sampled_from([":::", ":::", ":::", "::", "::::", "：：："]),
    st.sampled_from(["", " "]),
    st.sampled_from(
        [
            "",
            "",
            "",
            "cue",
            "point",
            "passage {audience=delegation}",
            'background "T" {use=free}',
            "pont",
            "objective x",
        ]
    ),
)
around = st.sampled_from(
    ["", "", "- ", "> ", "```", "[^1]: ", "    ", "1. ", "# ", "| a | b |\n|---|---|\n| ", "word\n: "]
)


@given(st.lists(st.one_of(fence, around.map("{}words".format)), max_size=14))
@settings(max_examples=600)
def test_what_stands_behind_an_opening_fence_is_never_public(lines):
    """Read by eye: from a line of colons with a name to the next line of colons alone, words are private."""
    inside, private, typed = False, [], []
    for number, line in enumerate(lines):
        bare = line.strip(" \t>-")
        if bare[:2] in {"::", "：："}:
            inside = bool(bare.strip(":：").strip())
            typed.append(line)
        else:
            typed.append(line.replace("words", f"Qx{number}x"))
            private += [f"Qx{number}x"] if inside else []
    blocks, reading = read_text("\n".join(typed))
    if not reading.found:
        shown = public(blocks)
        assert not [word for word in private if word in shown], typed
        assert all(block.audience > Audience.PUBLIC for block in blocks if isinstance(block, ASIDES))
