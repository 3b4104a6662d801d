"""The font table and the theme part: the fonts and the colours of the styles, by name (17.8, 20.1.6)."""

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from lxml import etree

from communique.write.docx.package import WrittenPart, add_part
from communique.write.docx.xml import NAMESPACES, part, w
from communique.write.style.stylebook import Stylebook

FACES = ("font.latin", "font.complex", "font.eastAsia")


def set_fonts(document: Document, book: Stylebook) -> None:
    """Name the fonts of the styles in the font table, and those of text and headings in the theme."""
    names = sorted({str(style.run[face]) for style in book.styles.values() for face in FACES if face in style.run})
    table = "".join(w("font", w("family", val="auto") + w("pitch", val="variable"), name=name) for name in names)
    written = part("fonts", table)
    fonts = WrittenPart(document, "/word/fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, written)
    add_part(document.part, RELATIONSHIP_TYPE.FONT_TABLE, fonts)
    _set_theme(document, book)


def _set_theme(document: Document, book: Stylebook) -> None:
    theme = next(rel.target_part for rel in document.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.THEME)
    root = parse_xml(theme.blob)
    heading = book.paragraph("heading 1", "Normal")
    for kind, style in (("majorFont", heading), ("minorFont", book.normal)):
        for name, face in (("latin", FACES[0]), ("ea", FACES[2]), ("cs", FACES[1])):
            for element in root.iterfind(f".//a:{kind}/a:{name}", NAMESPACES):
                element.set("typeface", str(style.run[face]))
    for name in ("dk2", "accent1"):
        for element in root.iterfind(f".//a:{name}/a:srgbClr", NAMESPACES):
            element.set("val", str(heading.run["color"]))
    written = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    add_part(
        document.part,
        RELATIONSHIP_TYPE.THEME,
        WrittenPart(document, str(theme.partname), CONTENT_TYPE.OFC_THEME, written),
    )
