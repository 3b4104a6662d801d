"""The pages themselves: how many, and where on them the words stand."""

from dataclasses import replace

import pytest

from communique.model.inline import Emphasis, Text
from communique.model.settings import PageSize, Settings
from communique.render.inline import inline
from communique.render.printing import Printing
from communique.render.sheet import render
from communique.write.layout import lay_out
from editions import (
    BARE,
    BASE,
    BRIEFING_PACK,
    ENGLISH,
    FULL,
    PLAIN,
    PODIUM,
    SEED,
    SIZES,
    STATEMENT,
    TALKING_POINTS,
    TEMPLATES,
)
from sheet_making import make_sheet

SIZE = pytest.mark.parametrize("page", PageSize)


def laid_out(edition, kind, page=PageSize.A4):
    return lay_out(render(edition, kind, ENGLISH, PLAIN, Settings(page=page), TEMPLATES))


def text_boxes(box):
    """Every box of words below a box of WeasyPrint's."""
    if type(box).__name__ == "TextBox":
        yield box
    for child in getattr(box, "children", ()):
        yield from text_boxes(child)


def boxes(box, kind):
    if type(box).__name__ == kind:
        yield box
    else:
        for child in getattr(box, "children", ()):
            yield from boxes(child, kind)


@SIZE
@pytest.mark.parametrize("edition", [BASE, BARE, FULL], ids=["base", "bare", "full"])
def test_talking_points_have_one_page(edition, page):
    layout = laid_out(edition, TALKING_POINTS, page)
    assert layout.facts.pages == 1 and not layout.diagnostics


def test_the_statement_of_the_seed_has_two_pages_and_nothing_is_cut_off():
    for page in PageSize:
        layout = laid_out(BASE, STATEMENT, page)
        assert layout.facts.pages == (2 if page is PageSize.A4 else 3)
        for sheet in layout.document.pages:
            box = sheet._page_box
            inside = [(each.position_x, each.position_x + each.width) for each in text_boxes(box)]
            assert min(start for start, _ in inside) >= 0 and max(end for _, end in inside) <= box.margin_width()


@SIZE
def test_the_speaker_reads_on_the_upper_two_thirds(page):
    for sheet in laid_out(FULL, PODIUM, page).document.pages[1:]:
        words = [each for each in text_boxes(sheet._page_box.children[0]) if each.text.strip()]
        lowest = max(each.position_y + each.height for each in words)
        assert lowest <= sheet.height * 2 / 3
        assert all(each.style["font_size"] > 13 for each in words)


@SIZE
def test_no_sentence_is_broken_over_two_pages(page):
    layout = laid_out(BASE, PODIUM, page)
    on_pages = [
        {box.element for box in sheet._page_box.descendants() if box.element is not None}
        for sheet in layout.document.pages
    ]
    seen = [element for page in on_pages for element in page if element.get("class") == "sentence"]
    assert len(seen) == len(set(seen)) == 16


def test_every_part_of_the_pack_begins_a_page():
    facts = laid_out(FULL, BRIEFING_PACK).facts
    pages = [facts.page_of[name] for name in ("objective", "statement", "questions", "background", "closed")]
    assert pages == sorted(set(pages)) and facts.page_of["closed"] == facts.pages
    assert facts.page_of["meeting"] == facts.page_of["facts"] == 2


# --- a line of one word before an inline element (WeasyPrint 70) ---

WORDS = SEED.strip().split("\n\n")[6].split()
MEASURES = range(310, 420, 9)


def short_lines(paragraphs):
    """The inner lines that fill less than 60 % of their measure."""
    html = "".join(f'<p style="width: {measure}pt">{words}</p>' for measure, words in paragraphs)
    css = '@page { size: 600pt 90000pt } html { font: 12pt "Liberation Serif" } .symbol-text { white-space: nowrap }'
    page = lay_out(make_sheet(html, css)).document.pages[0]._page_box
    for block in page.children[0].children[0].children:
        for line in list(boxes(block, "LineBox"))[:-1]:
            words = list(text_boxes(line))
            if words[-1].position_x + words[-1].width - words[0].position_x < 0.6 * block.width:
                yield "".join(each.text for each in words)


def cases(write):
    return [(measure, write(at)) for at in range(5, len(WORDS) - 5, 4) for measure in MEASURES]


def before_after(at):
    return " ".join(WORDS[:at]) + " ", " " + " ".join(WORDS[at + 2 :])


def own(*nodes):
    return inline(nodes, Printing(BASE, STATEMENT, ENGLISH, True, {}, frozenset()))


def test_no_line_is_left_short_before_an_element_or_a_symbol():
    def emphasized(at):
        before, after = before_after(at)
        return own(Text(before), Emphasis((Text(" ".join(WORDS[at : at + 2])),)), Text(after))

    def symbol(at):
        before, after = before_after(at)
        return own(Text(f"{before}CCM/MSP/2012/5{after}"))

    assert not list(short_lines(cases(emphasized) + cases(symbol)))


def test_the_defect_is_still_there_to_be_cured():
    def typed(at):
        before, after = before_after(at)
        return f"{before}<em>{' '.join(WORDS[at : at + 2])}</em>{after}"

    assert list(short_lines(cases(typed))), "WeasyPrint breaks such lines well now: the cure in render/inline.py may go"


def test_a_symbol_is_never_broken():
    text = replace(BARE, speech=(replace(BARE.speech[1], children=(Text("See " * 13 + "A/RES/63/71 " * 30),)),))
    for sheet in laid_out(text, STATEMENT).document.pages:
        for line in boxes(sheet._page_box, "LineBox"):
            words = "".join(each.text for each in text_boxes(line))
            assert words.count("A/RES/63/71") == words.count("/RES")


def test_settings_do_not_change_the_words():
    assert SIZES.page is PageSize.A4
    one, other = (render(BASE, STATEMENT, ENGLISH, PLAIN, Settings(page=page), TEMPLATES) for page in PageSize)
    assert one.html == other.html
