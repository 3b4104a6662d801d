"""Edges: what a block of blocks asks of the first and the last paragraph in it."""

from communique.write.docx.paragraph import Paragraph
from communique.write.docx.story import Story
from communique.write.style.boxes import border_width, box_look, is_box
from communique.write.style.lengths import px, twips
from communique.write.style.paragraph_look import AVOID
from communique.write.weasyprint_private.cascade import Computed


def settle_edges(story: Story, first: int, computed: Computed) -> None:
    """Settle margins, breaks and box of a block whose content are the blocks from `first` on."""
    inner = story.blocks[first:]
    if not inner:
        return
    if is_box(computed):
        _box([block for block in inner if isinstance(block, Paragraph)], computed)
    _margins(story, first, computed)
    _breaks(story, first, computed)


def _margins(story: Story, first: int, computed: Computed) -> None:
    """Margins collapse through an edge without border and padding, else they add up (CSS 2.2, 8.3.1)."""
    above, below = (_outside(computed, side) for side in ("top", "bottom"))
    begin, end = story.blocks[first], story.blocks[-1]
    if isinstance(begin, Paragraph):
        begin.look["before"] = _joined(begin.distance("before"), above, computed, "top")
    elif first and isinstance(before := story.blocks[first - 1], Paragraph):
        before.raise_to("after", above)
    if isinstance(end, Paragraph):
        end.look["after"] = _joined(end.distance("after"), below, computed, "bottom")
    else:
        story.gap = max(story.gap, below)


def _outside(computed: Computed, side: str) -> int:
    """Twips of margin, and of padding where no box is drawn that would hold it."""
    padding = 0.0 if is_box(computed) else px(computed[f"padding_{side}"])
    return twips(max(0.0, px(computed[f"margin_{side}"])) + padding)


def _joined(own: int, outside: int, computed: Computed, side: str) -> int:
    if not px(computed[f"padding_{side}"]) and not border_width(computed, side):
        return max(own, outside)
    return outside if is_box(computed) else own + outside


def _breaks(story: Story, first: int, computed: Computed) -> None:
    inner = story.blocks[first:]
    end = inner[-1]
    if computed["break_after"] in AVOID and isinstance(end, Paragraph):
        end.look["keepNext"] = 1
    if computed["break_inside"] in AVOID:
        for block in inner:
            if isinstance(block, Paragraph):
                block.look["keepLines"] = 1
                block.look["keepNext"] = 1 if block is not end else block.look["keepNext"]


def _box(paragraphs: list[Paragraph], computed: Computed) -> None:
    """One box round all of them: Word joins neighbours whose borders are the same.

    The margins of the first and last child stand inside a border: they widen its padding.
    """
    if not paragraphs:
        return
    lone = box_look(computed)
    inside = {"top": paragraphs[0].distance("before"), "bottom": paragraphs[-1].distance("after")}
    above, below = (inside[side] / 15 if lone[f"border.{side}"] else 0.0 for side in ("top", "bottom"))
    for paragraph in paragraphs:
        if paragraph.look["shd.p"] == lone["shd.p"]:
            paragraph.look.update(box_look(computed, (above, below)))
