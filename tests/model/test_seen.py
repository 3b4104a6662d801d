from communique.model.block import Paragraph
from communique.model.inline import Cue, Emphasis, FactUse, Text
from communique.model.seen import seen


def paragraph(*nodes) -> Paragraph:
    return Paragraph(tuple(Text(node) if isinstance(node, str) else node for node in nodes))


def test_marks_cues_and_spaces_do_not_count():
    plain = seen([paragraph("We act at once.")])
    assert seen([paragraph("We act ", Emphasis((Text("at"),)), "\nonce.")]) == plain
    assert seen([paragraph("We act ", Cue((Text("pause"),)), " at once.")]) == plain
    assert len(plain) == 8


def test_words_values_and_their_paragraphs_count():
    digests = {
        seen([paragraph("We act at once.")]),
        seen([paragraph("We act.")]),
        seen([paragraph("We act, ", FactUse("n", "75"))]),
        seen([paragraph("We act, ", FactUse("n", "76"))]),
        seen([paragraph("We act"), paragraph("at once.")]),
    }
    assert len(digests) == 5
