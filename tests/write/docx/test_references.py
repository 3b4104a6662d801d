"""References to pages, numbers and words are fields that say already what Word will; captions count by fields."""

import pytest

from communique.model.page_facts import PageFacts
from communique.write.docx.package_checks import package_faults
from communique.write.docx.writer import write_docx
from sheet_making import PLAIN, make_sheet
from write.docx.opened import Opened, W, words

COUNTED = """ body { counter-reset: ch para fig }
h1 { counter-increment: ch; counter-reset: sec } h1::before { content: counter(ch) ". " }
h2 { counter-increment: sec } h2::before { content: counter(ch) "." counter(sec) " " }
.n { --docx-style: "Numbered"; counter-increment: para } .n::before { content: counter(para, upper-roman) ") " }
figcaption { counter-increment: fig } figcaption::before { content: "Figure " counter(fig) ". " }
.section::after { content: target-counter(attr(href), ch) "." target-counter(attr(href), sec) }
.para::after { content: target-counter(attr(href), para, upper-roman) }
.figure::after { content: "Figure " target-counter(attr(href), fig) }
.page::after { content: target-counter(attr(href), page) } .words::after { content: target-text(attr(href)) } """
SECTIONS = "<h1>a</h1><h2>b</h2><h1>c</h1><h2 id='x'>Use</h2>"


def fields(body, css=COUNTED, facts=None):
    """The instruction of each field with what it shows, in order."""
    data = write_docx(make_sheet(body, PLAIN + css), facts or PageFacts(1))[0]
    assert package_faults(data) == ()
    found, shows = [], False
    for node in Opened(data).root().iter(W + "instrText", W + "fldChar", W + "t"):
        if node.tag == W + "instrText":
            found.append((node.text.strip(), ""))
        elif node.tag == W + "fldChar":
            shows = node.get(W + "fldCharType") == "separate"
        elif shows:
            found[-1] = (found[-1][0], found[-1][1] + node.text)
    return found


@pytest.mark.parametrize("order", [1, -1])
def test_the_parts_of_a_number_are_one_field_that_shows_it(order):
    parts = [SECTIONS, "<p>See <a class='section' href='#x'></a>.</p>"]
    assert fields("".join(parts[::order])) == [("REF _x \\r \\h", "2.1")]


def test_a_number_that_word_would_print_otherwise_stands_in_words():
    body = "<p class='n'>a</p><p class='n' id='p'>b</p><p>See <a class='para' href='#p'></a>.</p>"
    assert fields(body) == []
    data = write_docx(make_sheet(body, PLAIN + COUNTED), PageFacts(1))[0]
    link = next(Opened(data).root().iter(W + "hyperlink"))
    assert (words(link), link.get(W + "anchor")) == ("II", "_p")


def test_a_caption_counts_by_a_field_and_is_referred_to_by_its_number():
    figure = "<figure{}><figcaption>The {}</figcaption></figure>"
    body = "<p>See <a class='figure' href='#two'></a>.</p>" + figure.format("", "first")
    body += figure.format(" id='two'", "second").replace("<figcaption>", "<figcaption id='second'>")
    css = COUNTED.replace("figcaption { counter", "figure { counter")
    assert fields(body, css) == [("REF _Ref_two \\h", "2"), ("SEQ fig \\* ARABIC", "1"), ("SEQ fig \\* ARABIC", "2")]


def test_captions_that_begin_anew_say_so():
    body = "<figure><figcaption>a</figcaption></figure><section style='counter-reset: fig 4'>"
    body += "<figure><figcaption>b</figcaption></figure></section>"
    assert fields(body) == [("SEQ fig \\* ARABIC", "1"), ("SEQ fig \\* ARABIC \\r 5", "5")]


def test_a_caption_that_a_field_cannot_count_is_numbered_in_words():
    css = COUNTED.replace("counter(fig)", "counter(fig, lower-greek)")
    assert fields("<figure><figcaption>a</figcaption></figure>", css) == []


def test_page_and_words_of_a_target_come_from_the_layout_and_the_text():
    body = (
        SECTIONS
        + "<p><a class='page' href='#x'></a> <a class='words' href='#x'></a> <a class='page' href='#y'></a></p>"
    )
    assert fields(body, facts=PageFacts(7, {"x": 5})) == [("PAGEREF _x \\h", "5"), ("REF _x \\h", "Use")]
