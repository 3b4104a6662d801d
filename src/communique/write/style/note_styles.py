"""The styles that go with notes: the raised number in the text, the line above the notes."""

from communique.write.style.boxes import border_width
from communique.write.style.colours import rgb
from communique.write.style.lengths import half_points, px
from communique.write.style.look import LookValue, minus
from communique.write.style.paragraph_look import SINGLE
from communique.write.style.word_fonts import line_of_nature
from communique.write.style.word_style import WordStyle
from communique.write.weasyprint_private.cascade import Cascade, Computed, PagePlace

NOTE_SEPARATOR = "Note Separator"


def footnote_reference(call: Computed | None, normal: WordStyle) -> WordStyle:
    """The style of the raised number in the text: `::footnote-call`."""
    own: dict[str, LookValue] = {"vertAlign": "superscript"}
    if call is not None:
        shift = call["vertical_align"]
        if not isinstance(shift, int | float) or shift <= 0:
            own = {}
        if rgb(call["color"]) != normal.run["color"]:
            own["color"] = rgb(call["color"])
    return WordStyle("footnote reference", "character", own_run=own, priority=99, quick="hidden")


def note_separator(cascade: Cascade, normal: WordStyle) -> WordStyle:
    """The style of the line above the notes, which Word draws as a character, as tall as its font.

    A font as small as `@footnote` is tall above its notes gives both formats the same room for text.
    """
    notes = cascade.page(PagePlace()).notes
    border = border_width(notes, "top")
    room = px(notes["margin_top"]) + border + px(notes["padding_top"])
    paragraph = {**normal.paragraph, "line": SINGLE, "lineRule": "auto"}
    run = dict(normal.run)
    if border:
        run["sz"] = max(2, half_points(room / line_of_nature(str(run["font.latin"]))))
    return WordStyle(
        NOTE_SEPARATOR,
        "paragraph",
        paragraph,
        run,
        minus(paragraph, normal.paragraph),
        minus(run, normal.run),
        based_on=normal.name,
        priority=99,
        quick="hidden",
    )
