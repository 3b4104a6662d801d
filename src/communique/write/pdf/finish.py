"""What makes WeasyPrint's PDF one for everybody: the finisher, run right before the file is written.

The order counts: first what is no text leaves the tree, then fragments are joined, and only then is
each kind of element given what it lacks.
"""

from xml.etree.ElementTree import Element

from communique.model.sheet import Properties
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


def finish(pdf: Pdf, tagged: list[Tagged], root: Element, properties: Properties) -> None:
    """Finish a PDF in place; `tagged` says of which element of `root` each structure element was made."""
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
    _describe(pdf, properties)


def _describe(pdf: Pdf, properties: Properties) -> None:
    """Put our XMP packet in the place of WeasyPrint's, uncompressed, so that any tool finds it."""
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    stream.stream, stream.compress = [packet(properties, pdf.info["Producer"].string)], False
