"""Drafts of others become a speech: every word kept, every guess told."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source
from communique.model.block import lines_of
from communique.model.inline import plain
from communique.read.draft.decoding import decoded
from communique.read.draft.markdown import markdown_of
from communique.read.draft.paragraphs import paragraphs_of
from one_text import HEAD, read_text

SEED = Path(__file__).parents[2] / "universalization.txt"
OWN = tuple(" ".join(block.split()) for block in SEED.read_text(encoding="utf-8").split("\n\n") if block.strip())


def draft(text):
    return paragraphs_of(Source("draft.txt", text))


def wrapped(width, between="\n\n", end="\n"):
    return between.join("\n".join(textwrap.wrap(block, width)) for block in OWN).replace("\n", end)


@pytest.mark.parametrize("width", range(60, 91))
def test_paragraphs_survive_hard_wrapping_word_for_word(width):
    found = draft(wrapped(width))
    assert found.paragraphs == OWN
    assert found.doubts == ()


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_line_ends_of_other_systems_are_line_ends(end):
    assert draft(wrapped(72, end=end)).paragraphs == OWN


def test_one_line_a_paragraph_needs_no_blank_line():
    assert draft("\n".join(OWN)).paragraphs == OWN


def test_without_blank_lines_no_word_is_lost_and_the_guess_is_told():
    for width in range(60, 91):
        found = draft(wrapped(width, "\n"))
        assert " ".join(found.paragraphs) == " ".join(OWN)
        assert len(found.paragraphs) >= len(OWN) - 1
        assert "no blank line parts the paragraphs" in found.doubts[0].message


def test_pages_are_put_together_and_what_was_left_out_is_named():
    lines = wrapped(70).splitlines()
    pages = [lines[number : number + 20] for number in range(0, len(lines), 20)]
    text = "\f".join(
        "\n".join(["Check against delivery", "", *page, "", f"- {number} -", ""])
        for number, page in enumerate(pages, 1)
    )
    found = draft(text)
    assert found.paragraphs == OWN
    told = [doubt.message for doubt in found.doubts]
    assert told.count('"Check against delivery" returns on each page; it was left out') == len(pages)
    assert [f'"- {number} -" was taken for a page number; it was left out' for number in range(1, len(pages) + 1)] == [
        message for message in told if "page number" in message
    ]
    assert found.doubts[-1].span.line == text.count("\n", 0, text.rindex(f"- {len(pages)} -")) + 1


def test_a_number_within_a_text_is_no_page_number():
    assert draft("Of all States that were there\n111\nhave signed by now.").paragraphs == (
        "Of all States that were there 111 have signed by now.",
    )


def test_items_of_a_list_stay_items():
    found = draft("We ask for:\n\n• money and\n  people\n• time\n\n1. First.\n2. Then.")
    assert found.paragraphs == ("We ask for:", "• money and people", "• time", "1. First.", "2. Then.")
    assert markdown_of(found.paragraphs) == "We ask for:\n\n- money and people\n- time\n\n1. First.\n2. Then.\n"


def test_a_word_that_was_wrapped_at_its_hyphen_keeps_it_and_is_told():
    found = draft("We speak of state-of-the-\nart weapons.")
    assert found.paragraphs == ("We speak of state-of-the-art weapons.",)
    assert [doubt.message for doubt in found.doubts] == ["the hyphen at the end of this line was kept"]


WORDS = st.text(st.sampled_from("ab1 .,-+#*_`[](){}<>:|~^&!\\/=$'\"é—“’%@;?"), min_size=1, max_size=40).map(
    lambda text: " ".join(text.split())
)


@given(st.lists(WORDS.filter(bool), min_size=1, max_size=4))
def test_what_is_escaped_is_read_as_the_same_words(tmp_path_factory, words):
    paragraphs = [f"Word {text} end" for text in words]
    assert words_read(tmp_path_factory, paragraphs) == paragraphs


ODD = [
    "$x",
    "{% x %}",
    "[pause]{.cue}",
    "a ::b",
    "![x](y)",
    "&amp; <b>",
    "\\",
    "*",
    "__",
    "| a | b",
    "~~no~~",
    "[^1]: x",
]


@pytest.mark.parametrize(
    "words",
    ["# no heading", "1986. was a year", "+ plus", "> more", "=== what", ": colon", "::: point", "{{ name }}", *ODD],
)
def test_a_line_that_begins_like_a_mark_is_words(tmp_path_factory, words):
    assert " ".join(words_read(tmp_path_factory, [words])).split() == words.split()


def words_read(factory, paragraphs):
    dossier = read_text(factory.mktemp("desk"), HEAD + markdown_of(paragraphs))
    (speech,) = dossier.speeches.values() if isinstance(dossier.speeches, dict) else dossier.speeches
    return [plain(line) for line in lines_of(speech.blocks)]


# --- bytes ----------------------------------------------------------------------------------------

TEXT = "Mr President,\n\nWe thank Côte d’Ivoire – and Türkiye – for their résumé of the work.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_form_is_read_without_a_doubt(tmp_path, encoding):
    file = tmp_path / "draft.txt"
    file.write_bytes(TEXT.encode(encoding))
    source, doubts = decoded(file)
    assert source.text == TEXT
    assert doubts == []


def test_windows_letters_are_read_and_the_guess_is_told_at_the_first_of_them(tmp_path):
    file = tmp_path / "draft.txt"
    file.write_bytes(TEXT.encode("cp1252"))
    source, (doubt,) = decoded(file)
    assert source.text == TEXT
    assert doubt.message == "the file says nothing of its encoding; it was read as cp1252"
    assert (doubt.span.line, doubt.span.column) == (3, 11)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04\x14\x00", "is a Word file or another ZIP archive, not plain text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Word file (.doc), not plain text"),
        (b"{\\rtf1\\ansi", "is rich text (.rtf), not plain text"),
        (b"%PDF-1.7", "is a PDF, not plain text"),
        (b"Mr President\x00\x00, we", "holds bytes that are no text"),
        (bytes(range(256)) * 4, "holds bytes that are no text"),
        (b"a" * 5_000_001, "has more than 5 MB"),
    ],
    ids=["docx", "doc", "rtf", "pdf", "nul", "binary", "large"],
)
def test_what_is_no_plain_text_is_one_clear_line(tmp_path, data, says):
    file = tmp_path / "draft.txt"
    file.write_bytes(data)
    with pytest.raises(Refused) as refused:
        decoded(file)
    (finding,) = refused.value.diagnostics
    assert says in finding.message
