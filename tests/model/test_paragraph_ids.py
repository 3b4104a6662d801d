"""What a paragraph is called depends on its public words, never on its place or its figures."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from communique.model.audience import Audience
from communique.model.block import BulletList, Paragraph, Passage, Point, Quotation, Salutation, Written
from communique.model.inline import Cue, FactUse, Text, WrittenWords
from communique.model.paragraph_ids import identify

LONG = "one two three four five six seven eight"


def paragraph(*words: str, **more: str) -> Paragraph:
    return Paragraph(tuple(map(Text, words)), **more)


def ids(*blocks):
    return [block.id for block in identify(blocks) if isinstance(block, Paragraph)]


texts = st.lists(st.text("ab ", min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=8)


@given(texts)
def test_ids_differ_and_numbers_have_no_gap(words):
    blocks = identify(tuple(map(paragraph, words)))
    assert len({block.id for block in blocks}) == len(blocks)
    assert [block.number for block in blocks] == list(range(1, len(blocks) + 1))


@given(texts, st.integers(0, 8))
def test_an_insertion_moves_no_id(words, at):
    before = ids(*map(paragraph, words))
    grown = [*words[:at], "a paragraph that opens like no other", *words[at:]]
    after = ids(*map(paragraph, grown))
    assert [name for name in after if name in before] == before


def test_only_the_first_eight_words_count_until_two_are_equal():
    alone = ids(paragraph(f"{LONG} and on"))
    assert alone == ids(paragraph(f"{LONG} and so on"))
    first, second = ids(paragraph(f"{LONG} and on"), paragraph(f"{LONG} and so on"))
    assert first != second and alone[0] not in {first, second}


def test_equal_paragraphs_get_an_ordinal():
    first, second, third = ids(paragraph("We act."), paragraph("We act."), paragraph("We act."))
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_a_new_figure_changes_no_id():
    old, new = (Paragraph((FactUse("n", value), Text(" States have signed."))) for value in ("111", "112"))
    assert ids(old) == ids(new)


def test_a_cue_changes_no_id():
    bare = paragraph("We act today.")
    cued = Paragraph((Text("We act "), Cue((Text("pause"),)), Text(" today.")))
    assert ids(bare) == ids(cued)


def test_written_words_are_public():
    assert ids(paragraph("We act.")) != ids(Paragraph((Text("We "), WrittenWords((Text("never "),)), Text("act."))))


def test_the_authors_id_stays_and_is_numbered():
    (block,) = identify((paragraph("We act.", id="norm"),))
    assert (block.id, block.number) == ("norm", 1)


def test_what_is_not_for_the_public_has_neither_id_nor_number():
    inner = paragraph("In confidence.")
    blocks = identify((paragraph("One."), Passage((inner,), Audience.DELEGATION), paragraph("Two.")))
    assert blocks[1] == Passage((inner,), Audience.DELEGATION)
    assert blocks[2].number == 2
    (cue,) = identify((Paragraph((Cue((Text("pause"),)),)),))
    assert (cue.id, cue.number) == ("", None)


def test_lists_quotations_and_written_blocks_have_ids_and_no_numbers():
    inner = paragraph("Two.")
    blocks = identify((paragraph("One."), BulletList(((inner,),)), Quotation((inner,)), Written((inner,))))
    found = [blocks[1].items[0][0], blocks[2].blocks[0], blocks[3].blocks[0]]
    assert len({one.id for one in found}) == 3 and all(one.number is None for one in found)


def test_a_point_belongs_to_the_paragraph_it_stands_under():
    point = Point((), (paragraph("The norm."),))
    blocks = (Salutation((Text("Mr President,"),)), paragraph("One.", id="a"), paragraph("Two.", id="b"), point)
    assert identify(blocks)[-1].paragraphs == ("b",)
    assert identify((*blocks[:-1], replace(point, paragraphs=("a",))))[-1].paragraphs == ("a",)
    assert identify((point,))[0].paragraphs == ()
