"""The Word file of a sheet."""

from communique.diagnostics.diagnostic import Diagnostic
from communique.model.page_facts import PageFacts
from communique.model.placeholders import filled
from communique.model.sheet import Sheet
from communique.write.docx.anchors import Anchors
from communique.write.docx.carrier import carry
from communique.write.docx.findings import Findings
from communique.write.docx.flow import write_children, write_element
from communique.write.docx.fonts import set_fonts
from communique.write.docx.manuscript import Manuscript
from communique.write.docx.margins import Margins
from communique.write.docx.notes import finish_notes
from communique.write.docx.numbers import Numbers
from communique.write.docx.package import fill, open_base, seal
from communique.write.docx.paragraph import end_with_paragraph
from communique.write.docx.place import Place
from communique.write.docx.properties import set_properties
from communique.write.docx.sections import Sections
from communique.write.docx.settings import set_up
from communique.write.docx.story import Flow, Story
from communique.write.docx.styles_part import styles_xml
from communique.write.docx.targets import Targets
from communique.write.docx.xml import w
from communique.write.fetcher import FileFetcher, files_of
from communique.write.letterhead.join import on_letterhead
from communique.write.style.stylebook import stylebook, word_css
from communique.write.weasyprint_private.cascade import Cascade, is_element

FLOW = Flow(write_element, write_children)


def write_docx(sheet: Sheet, facts: PageFacts) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The sheet as a Word file with native styles, and what Word cannot say of it.

    `facts` come from the layout of the PDF: they fill the table of contents and the table columns.
    """
    manuscript = _manuscript(sheet, facts)
    sections = Sections(manuscript, Margins(manuscript, FLOW).furnish)
    body = _body(manuscript, sections)
    _fill(manuscript, sections, body)
    set_properties(manuscript.document, sheet.properties)
    carry(manuscript, sheet.properties)
    written = seal(manuscript.document)
    if sheet.theme.letterhead is not None:
        written = on_letterhead(sheet.theme.letterhead, sheet.theme.name, written, filled(sheet.fields))
    return written, (*manuscript.book.findings, *manuscript.findings.all())


def _manuscript(sheet: Sheet, facts: PageFacts) -> Manuscript:
    """The sheet under its cascade, with the stylebook of its theme."""
    stylesheets = sheet.theme.stylesheets
    book = stylebook(stylesheets, sheet.language, sheet.direction)
    cascade = Cascade(sheet.html, word_css(stylesheets))
    anchors = Anchors(cascade)
    manuscript = Manuscript(
        cascade=cascade,
        book=book,
        facts=facts,
        document=open_base(),
        files=FileFetcher(files_of(sheet)),
        anchors=anchors,
        targets=Targets(cascade, anchors.pointed_at),
        numbers=Numbers(book.numbering),
        findings=Findings(cascade, stylesheets),
    )
    _take_out(manuscript)
    manuscript.findings.check_pages()
    return manuscript


def _take_out(manuscript: Manuscript) -> None:
    """Find what stands outside the flow: watermarks, and the styles whose words `string-set` takes."""
    for element in manuscript.cascade.root.iter():
        if not is_element(element):
            continue
        computed = manuscript.cascade.style(element)
        if manuscript.cascade.own(element, "--docx-watermark"):
            manuscript.watermarks.append(element)
        if computed["string_set"] != "none":
            for name, _ in computed["string_set"]:
                manuscript.string_styles.setdefault(name, manuscript.named(element) or manuscript.book.normal)


def _body(manuscript: Manuscript, sections: Sections) -> str:
    """The content of `w:body`."""
    story = Story(manuscript, manuscript.document.part, FLOW, sections)
    body = manuscript.cascade.root.find("body")
    if body is not None:
        story.flow_element(body, Place())
    story.close()
    end_with_paragraph(story.blocks)
    return "".join(block.xml for block in story.blocks) + sections.last()


def _fill(manuscript: Manuscript, sections: Sections, body: str) -> None:
    """Fill the parts of the package."""
    document, book = manuscript.document, manuscript.book
    fill(document.element, "document", w("body", body))
    fill(document.styles.element, "styles", styles_xml(book))
    fill(document.part.numbering_part.element, "numbering", manuscript.numbers.xml())
    finish_notes(manuscript)
    set_fonts(document, book)
    set_up(
        document,
        mirrors=sections.mirrors,
        hyphenates=book.normal.paragraph["suppressAutoHyphens"] == 0,
        left_pages=sections.has_left_pages,
        notes=manuscript.notes_part is not None,
    )
