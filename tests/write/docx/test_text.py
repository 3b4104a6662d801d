"""Words in their paragraphs: white space, styles of words, languages, directions, links."""

import pytest

from communique.model.page_facts import PageFacts
from communique.write.docx.directions import stretches
from communique.write.docx.writer import write_docx
from sheet_making import PLAIN, make_sheet
from write.docx.opened import Opened, R, W, all_at, at, direct, words


def opened(body, css="", **settings):
    return Opened(write_docx(make_sheet(body, PLAIN + css, **settings), PageFacts(1))[0])


def runs(body, css="", **settings):
    return [
        (at(run, "rPr/rStyle"), words(run))
        for p in opened(body, css, **settings).paragraphs()
        for run in p.iter(W + "r")
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>  two\n  words  <em> slanted </em> end</p>", ["two words slanted end"]),
        ("<p>a<br>  b</p>", ["a\nb"]),
        ("<pre>a\n  b\tc</pre>", ["a\n  b\tc"]),
        ("<p>a\u00a0b</p>", ["a\u00a0b"]),
        ("<div>bare<p>block</p>bare again</div>", ["bare", "block", "bare again"]),
        ("<p>left <span style='display: none'>out</span>in</p>", ["left in"]),
        ("<p style='text-transform: lowercase'>ABC</p>", ["abc"]),
        ("<p style='text-transform: uppercase'>abc</p>", ["abc"]),
        ("<p>a<!-- a comment -->b</p>", ["ab"]),
    ],
)
def test_white_space_and_letters(body, text):
    assert [words(p).rstrip() if "<pre" not in body else words(p) for p in opened(body).paragraphs()] == text


def test_words_wear_character_styles_and_nothing_else():
    tags = ("strong", "em", "sub", "sup", "u", "s", "code", "mark", "small")
    body = "<p>" + "".join(f"<{tag}>x</{tag}>" for tag in tags) + "</p>"
    file = opened(body)
    assert [style for style, _ in runs(body)] == [
        "Strong", "Emphasis", "Lowered", "Raised", "Underlined", "StruckOut", "HTMLCode", "Marked", "Small",
    ]  # fmt: skip
    assert direct(file.paragraphs()[0]) == (set(), set())


def test_bold_in_a_bold_heading_stays_bold():
    (run,) = opened("<h2>a<strong>b</strong></h2>").root().findall(f".//{W}r[{W}rPr]")
    assert run.find(f"{W}rPr/{W}b") is not None  # the character style alone would turn it off (17.7.3)
    assert at(run, "rPr/b") is None


def test_a_language_is_said_where_it_changes():
    (run,) = opened("<p>a <span lang='fr'>b</span></p>").root().findall(f".//{W}r[{W}rPr]")
    assert all_at(run, "rPr/lang") == {"val": "fr-FR"}


def test_arabic_in_an_english_paragraph_runs_from_right_to_left():
    file = opened("<p>the word <span lang='ar'>شكرا</span> is Arabic</p>")
    marked = [words(run) for run in file.root().iter(W + "r") if run.find(f"{W}rPr/{W}rtl") is not None]
    assert marked == ["شكرا"]


def test_latin_in_an_arabic_paragraph_does_not():
    file = opened("<p>شكرا Mr President شكرا</p>", language="ar", direction="rtl")
    marked = {words(run): run.find(f"{W}rPr/{W}rtl") is not None for run in file.root().iter(W + "r")}
    assert marked == {"شكرا ": True, "Mr President": False, " شكرا": True}


@pytest.mark.parametrize("words", ["", "abc", "شكرا abc 12 ابت", "12", "…"])
@pytest.mark.parametrize("rtl", [True, False])
def test_stretches_lose_nothing(words, rtl):
    assert "".join(piece for piece, _ in stretches(words, rtl=rtl)) == words


def test_links_out_and_in():
    file = opened(
        "<p><a href='https://example.org/?a=1&b=2'>out</a> <a href='#here'>in</a> <a href='#no'>lost</a></p>"
        "<p id='here'>x</p>"
    )
    out, inside = file.root().iter(W + "hyperlink")
    assert inside.get(W + "anchor") == "_here"
    assert f'Id="{out.get(R + "id")}"' in file.members["word/_rels/document.xml.rels"].decode()
    assert (
        'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"'
        in file.members["word/_rels/document.xml.rels"].decode()
    )
    assert words(file.paragraphs()[0]) == "out in lost"
    assert [mark.get(W + "name") for mark in file.root().iter(W + "bookmarkStart")] == ["_here"]


def test_paragraphs_of_the_statement_have_their_bookmark():
    long = "a-very-long-name-that-no-bookmark-of-word-could-hold"
    body = "".join(f"<p data-paragraph='{name}'>x</p>" for name in ("norm", "the-norm", "the_norm", long, "норма"))
    names = [mark.get(W + "name") for mark in opened(body).root().iter(W + "bookmarkStart")]
    assert names[:2] == ["_sp_norm", "_sp_the_norm"]
    assert all(len(name) <= 40 and name.isascii() for name in names)
    assert len({name.lower() for name in names}) == 5


def test_a_bookmark_does_not_depend_on_what_stands_before_it():
    alone = opened("<p data-paragraph='норма'>x</p>").root().find(f".//{W}bookmarkStart").get(W + "name")
    second = (
        opened("<p data-paragraph='a'>x</p><p data-paragraph='норма'>x</p>").root().findall(f".//{W}bookmarkStart")[1]
    )
    assert second.get(W + "name") == alone


def test_marks_of_quotation_follow_the_language_and_the_depth():
    assert words(opened("<p><q>a <q>b</q></q> <q lang='fr'>c</q></p>").paragraphs()[0]) == "“a ‘b’” «c»"
