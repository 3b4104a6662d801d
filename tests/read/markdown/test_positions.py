"""The words at a span are the words that were read, whatever stands around them."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.diagnostics.span import Source
from communique.model.block import lines_of
from communique.model.inline import Code, FactUse, Note, Text, walk
from read.markdown.reading_texts import read_text

ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def as_read(typed: str) -> str:
    """What a typed stretch says: backslashes and entities undone, the end of a line a space."""
    parts = re.split(r"(&#?\w+;)", ESCAPE.sub(lambda found: f"&#{ord(found[1])};", typed))
    words = "".join(unescape(part) if part.startswith("&") else part for part in parts)
    return " " if words and not words.strip(" \t\r\n") and "\n" in words.replace("\r", "\n") else words


def nodes(text: str):
    blocks, reading = read_text(text)
    return [node for line in lines_of(blocks) for node in walk(line)], Source("", text), reading


word = st.text(st.sampled_from("abÉ\U0001f600\u05d0œ’–.,;'\"()!?"), min_size=1, max_size=6)
mark = st.one_of(
    word,
    word.map("*{}*".format),
    word.map("**{}**".format),
    word.map("[{}]{{.cue}}".format),
    word.map('[{}]{{say="x y"}}'.format),
    word.map("[{}](https://a.b)".format),
    word.map("`{}`".format),
    st.sampled_from([r"\*", r"\{\{", "&amp;", "&#215;", r"\|", r"\_", r"\\", "{{ signatories }}"]),
)
line = st.lists(mark, min_size=1, max_size=5).map(" ".join)
lead = st.sampled_from(["", "  ", "> ", "> > ", "- ", "1. ", "- > ", "  - ", "# ", "\t", "> - "])
follow = {"": "", "  ": "  ", "> ": "> ", "> > ": "> > ", "- ": "  ", "1. ": "   ", "- > ": "  > ", "  - ": "    "}


@st.composite
def paragraphs(draw):
    """A paragraph of one or two lines inside containers; some lines end in spaces."""
    start = draw(lead)
    first, tail = draw(line), draw(st.sampled_from(["", " ", "  ", "\\"]))
    if start not in follow or draw(st.booleans()):
        return start + first
    return f"{start}{first}{tail}\n{follow[start]}{draw(line)}"


@st.composite
def documents(draw):
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    parts = draw(st.lists(st.one_of(paragraphs(), tables()), min_size=1, max_size=5))
    return "\n\n".join(parts).replace("\n", end)


@st.composite
def tables(draw):
    start = draw(st.sampled_from(["", "> ", "  "]))
    edge = draw(st.sampled_from(["|", ""]))
    rows = [[draw(line).replace("\\|", "x") + draw(st.sampled_from(["", "\\|y"])) for _ in "ab"] for _ in range(3)]
    typed = [f"{edge} {left} | {right} {edge}" for left, right in rows]
    return "\n".join(start + row for row in [typed[0], "|---|---|", *typed[1:]])


@given(documents())
@settings(max_examples=300)
def test_the_source_at_a_span_is_what_was_read(text):
    found, source, _ = nodes(text)
    for node in found:
        assert node.span is not None
        typed = source.at(node.span)
        if isinstance(node, Text):
            assert as_read(typed.replace("\\|", "|") if "|" in node.text else typed) == node.text
        elif isinstance(node, Code):
            assert typed.startswith("`") and typed.endswith("`") and node.text.strip() in typed
        elif isinstance(node, FactUse):
            assert typed == "{{ signatories }}"


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("> > said **so**", "so", (1, 12)),
        ("-\tone *two*", "two", (1, 8)),
        ("# Head *two* #", "two", (1, 9)),
        ("| a | \\|b *two* |\n|---|---|\n| c | d |", "two", (1, 12)),
        ("term *two*\n: told", "two", (1, 7)),
        ("term\n: told *two*", "two", (2, 9)),
        ("\U0001f600 one\r\n*two*", "two", (2, 2)),
        ("a[^1]\n\n[^1]: note *two*", "two", (3, 13)),
        ("a[^1]\n\n[^1]: note\n\n    more *two*", "two", (5, 11)),
        ('::: point "The *two*"\nwords\n:::', "two", (1, 17)),
        ("- one\n\n      deep *two*", "two", (3, 13)),
    ],
)
def test_the_place_of_a_word(text, words, place):
    found, _, _ = nodes(text)
    (node,) = [node for node in found if isinstance(node, Text) and node.text == words]
    assert (node.span.line, node.span.column) == place


@pytest.mark.parametrize(
    ("text", "kind", "typed"),
    [
        ("a *b **c** d* e", "emphasis", "*b **c** d*"),
        ("a ***b*** e", "emphasis", "***b***"),
        ("a ***b*** e", "strong", "**b**"),
        ("a **b *c*** e", "strong", "**b *c***"),
        ("a [b *c*](https://d) e", "link", "[b *c*](https://d)"),
        ("a <https://d> e", "link", "<https://d>"),
        ('a [b]{say="c d"} e', "pronounced", '[b]{say="c d"}'),
        ("a [b [c]{.cue}]{lang=fr} e", "foreign", "[b [c]{.cue}]{lang=fr}"),
        ("a[^1]\n\n[^1]: b", "note", "[^1]"),
        ("a {{ share }} e", "fact", "{{ share }}"),
    ],
)
def test_the_place_of_a_mark(text, kind, typed):
    found, source, reading = nodes(text)
    assert not reading.found
    assert typed in [source.at(node.span) for node in found if node.name == kind]


def test_a_note_stands_whole_at_its_call():
    found, _, _ = nodes("a[^1]\n\n[^1]: one {{ share }}\n\n    two")
    (note,) = [node for node in found if isinstance(node, Note)]
    assert [[node.text for node in paragraph] for paragraph in note.paragraphs] == [["one ", "75 %"], ["two"]]
