"""Notes: `float: footnote` as native footnotes (ECMA-376-1, 17.11)."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part

from communique.diagnostics.codes.word import MISPLACED_NOTE
from communique.write.docx.manuscript import Manuscript
from communique.write.docx.package import WrittenPart, add_part
from communique.write.docx.paragraph import Paragraph, end_with_paragraph
from communique.write.docx.place import Place
from communique.write.docx.story import Story
from communique.write.docx.xml import part, text, w
from communique.write.style.note_styles import NOTE_SEPARATOR
from communique.write.style.paragraph_look import Inset, paragraph_look
from communique.write.weasyprint_private.cascade import Element

REFERENCE = w("rPr", w("rStyle", val="FootnoteReference"))


def write_note(element: Element, story: Story, place: Place) -> None:
    """Write the call into the line and the words into the notes."""
    manuscript = story.manuscript
    if story.part is not manuscript.document.part:
        computed = manuscript.cascade.style(element)
        manuscript.findings.add(MISPLACED_NOTE, element, "Word has no note here; its words stand in brackets")
        story.say(" [", computed, place, element)
        story.flow_children(element, place)
        story.say("]", computed, place, element)
        return
    manuscript.notes.append("")
    number = len(manuscript.notes)
    story.paragraph(element, place)
    story.add(w("r", REFERENCE + w("footnoteReference", id=number)))
    note = story.beside(part=_notes_part(manuscript))
    note.open = _first_paragraph(element, manuscript)
    note.add(w("r", REFERENCE + w("footnoteRef")) + w("r", text(_gap(element, manuscript))))
    note.begin_line()
    opened, closed = manuscript.anchors.around(element)
    note.open.runs.append(opened + closed)
    note.flow_children(element, Place(style=note.open.style))
    note.close()
    end_with_paragraph(note.blocks)
    manuscript.notes[number - 1] = w("footnote", "".join(block.xml for block in note.blocks), id=number)


def finish_notes(manuscript: Manuscript) -> None:
    """Put the notes into their part, when there are any."""
    if manuscript.notes_part is not None:
        manuscript.notes_part.written = part("footnotes", _separators(manuscript) + "".join(manuscript.notes))


def _separators(manuscript: Manuscript) -> str:
    """The lines above notes, which Word wants in the part (ECMA-376-1, 17.11.23)."""
    style = w("pPr", w("pStyle", val=manuscript.book.paragraph(NOTE_SEPARATOR).id))
    return "".join(
        w("footnote", w("p", style + w("r", w(kind))), type=kind, id=number)
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )


def _notes_part(manuscript: Manuscript) -> Part:
    if manuscript.notes_part is None:
        manuscript.notes_part = WrittenPart(manuscript.document, "/word/footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES)
        add_part(manuscript.document.part, RELATIONSHIP_TYPE.FOOTNOTES, manuscript.notes_part)
    return manuscript.notes_part


def _first_paragraph(element: Element, manuscript: Manuscript) -> Paragraph:
    style = manuscript.named(element) or manuscript.book.paragraph("footnote text")
    look = paragraph_look(manuscript.cascade.style(element), Inset(), {}, "auto")
    return Paragraph(element, style, {**style.paragraph, "bidi": look["bidi"]})


def _gap(element: Element, manuscript: Manuscript) -> str:
    """What stands between the number and the words of a note: `::footnote-marker`."""
    mark = manuscript.cascade.pseudo(element, "footnote-marker")
    content = mark["content"] if mark is not None and isinstance(mark["content"], tuple) else ()
    return "".join(value for kind, value in content if kind == "string") or " "
