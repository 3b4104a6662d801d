"""What makes WeasyPrint's PDF one for everybody: the finisher, run right before the file is written.

The order counts: first what is no text leaves the tree, then fragments are joined, and only then is
each kind of element given what it lacks.
"""

from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]

from communique.model.sheet import Sheet
from communique.write.pdf.attached_text import attach
from communique.write.pdf.figures import box_figures, forbid_interpolation
from communique.write.pdf.fragments import join_fragments, take_out_artefacts
from communique.write.pdf.links import settle_links
from communique.write.pdf.lists import label_lists, shape_contents
from communique.write.pdf.metadata import packet
from communique.write.pdf.notes import place_notes
from communique.write.pdf.roles import name_languages, name_roles, prune
from communique.write.pdf.structure import Pdf, Tree
from communique.write.pdf.tables import head_tables
from communique.write.weasyprint_private.tags import Tagged


def finish(pdf: Pdf, tagged: list[Tagged], root: Element, sheet: Sheet) -> None:
    """Finish the PDF of a sheet in place; `tagged` says of which element of `root` each structure element was made."""
    tree = Tree(pdf)
    take_out_artefacts(tree, tagged)
    join_fragments(tree, tagged)
    name_roles(tagged)
    name_languages(tagged, root)
    head_tables(tagged)
    box_figures(tree, tagged)
    settle_links(tree, tagged)
    label_lists(tree, tagged)
    shape_contents(tree, tagged, root)
    place_notes(tree, tagged)
    tree.hold_text(tree.document)
    prune(tree, tree.document)
    tree.settle()
    forbid_interpolation(pdf)
    if sheet.attached is not None:
        attach(pdf, sheet.attached, sheet.properties.created)
    _describe(pdf, sheet)


def _describe(pdf: Pdf, sheet: Sheet) -> None:
    """Put our XMP packet in the place of WeasyPrint's, uncompressed, so that any tool finds it."""
    if "Metadata" not in pdf.catalog:  # WeasyPrint writes none for a plain file
        pdf.add_object(empty := pydyf.Stream(extra={"Type": "/Metadata", "Subtype": "/XML"}))
        pdf.catalog["Metadata"] = empty.reference
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    words = packet(sheet.properties, sheet.standard, pdf.info["Producer"].string)
    stream.stream, stream.compress = [words], False
