from dataclasses import replace

from communique.model.block import Heading, Paragraph, Salutation, Written, lines_of
from communique.model.carried import carried, paragraph_numbers
from communique.model.inline import Text, WrittenWords, plain
from communique.model.proposed_points import AT_MOST, proposed_points
from editions import BARE, BASE, BRIEFING_PACK, FULL, PODIUM, STATEMENT, TALKING_POINTS, line, paragraph


def words(blocks):
    return [plain(each) for each in lines_of(blocks)]


def test_a_kind_gets_the_parts_it_carries_and_no_others():
    shown = carried(BASE, TALKING_POINTS)
    assert shown.points and shown.objectives and shown.facts
    assert not shown.speech and not shown.questions and not shown.backgrounds
    assert carried(BASE, STATEMENT).points == ()
    assert carried(BASE, BRIEFING_PACK).questions == BASE.questions


def test_what_is_only_written_is_circulated_and_not_read_out():
    edition = replace(
        BARE,
        speech=(
            Paragraph((Text("We agree"), WrittenWords((Text(", all of us"),)), Text("."))),
            Written((paragraph("Circulated."),)),
        ),
    )
    assert words(carried(edition, STATEMENT).speech) == ["We agree, all of us.", "Circulated."]
    assert words(carried(edition, PODIUM).speech) == ["We agree."]


def test_headings_step_down_one_level_at_a_time():
    levels = (2, 4, 6, 4, 1, 3)
    edition = replace(BARE, speech=tuple(Heading(line(f"h{level}"), level) for level in levels))
    assert [heading.level for heading in carried(edition, STATEMENT).speech] == [1, 2, 3, 2, 1, 2]


def test_the_opening_sentence_of_each_section_stands_in_for_points():
    points = carried(replace(BASE, points=()), TALKING_POINTS).points
    assert [plain(point.blocks[0].children)[:32] for point in points] == [
        "Since the adoption of the Cluste",
        "Despite the progress made, work ",
        "I would like to end by assuring ",
    ]
    assert all(point.proposed for point in points)
    assert [point.paragraphs for point in points] == [("progress",), ("numbers",), ("presidency",)]
    assert plain(points[2].blocks[0].children).endswith("multilateral fora.")


def test_marked_points_are_never_mixed_with_proposed_ones():
    assert carried(BASE, TALKING_POINTS).points == BASE.points


def test_no_more_than_a_page_is_proposed_and_no_salutation():
    section = (Salutation(line("Mr President,")), paragraph("We agree. We act.", 1, "a"))
    assert len(proposed_points(section * 9, "en")) == AT_MOST
    assert proposed_points((Salutation(line("Mr President,")),), "en") == ()


def test_paragraphs_are_numbered_where_they_stand():
    assert list(paragraph_numbers(BASE).values()) == list(range(1, 9))
    assert paragraph_numbers(FULL)["written"] == 3
