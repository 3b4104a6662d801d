"""The carrier: a part of the file by which an edit made in Word finds its way home (ECMA-376-1, 15.2.5).

It names the intervention, the language and the revision, and the digest of each paragraph of the statement as this
file shows it. Of the source it says nothing: a hash of withheld words would confirm a guess.
"""

from collections.abc import Iterator
from hashlib import sha256
from uuid import NAMESPACE_URL, uuid5

from docx.opc.constants import RELATIONSHIP_TYPE

from communique.model.sheet import Properties
from communique.write.docx.manuscript import Manuscript
from communique.write.docx.package import WrittenPart
from communique.write.docx.xml import DECLARATION, Value, element
from communique.write.weasyprint_private.cascade import Cascade, Element, is_element

NAMESPACE = "urn:communique:edition:1"
STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
IDENTITY = "{" + str(uuid5(NAMESPACE_URL, NAMESPACE)).upper() + "}"
"""The same in every file: Word knows the part by it, and two builds agree."""

ITEM, PROPERTIES = "application/xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def carry(manuscript: Manuscript, properties: Properties) -> None:
    """Add the part, unless nothing of a statement is in the file."""
    digests = list(paragraph_digests(manuscript.cascade))
    if not digests:
        return
    document = manuscript.document
    item = WrittenPart(document, "/customXml/item1.xml", ITEM, _item(properties, digests))
    store = element("ds:datastoreItem", _schemas(), {"xmlns:ds": STORE, "ds:itemID": IDENTITY})
    described = WrittenPart(document, "/customXml/itemProps1.xml", PROPERTIES, DECLARATION + store.encode())
    item.relate_to(described, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def paragraph_digests(cascade: Cascade) -> Iterator[tuple[str, str]]:
    """The id of each paragraph of the statement, and the digest of its words without those of its notes."""
    for paragraph in cascade.root.iter():
        if is_element(paragraph) and (ident := paragraph.get("data-paragraph")):
            words = " ".join("".join(_words(cascade, paragraph)).split())
            yield ident, sha256(words.encode()).hexdigest()


def _words(cascade: Cascade, around: Element) -> Iterator[str]:
    yield around.text or ""
    for child in around:
        if is_element(child) and cascade.style(child)["float"] != "footnote":
            yield from _words(cascade, child)
        yield child.tail or ""


def _item(properties: Properties, digests: list[tuple[str, str]]) -> bytes:
    told: dict[str, Value] = {"xmlns": NAMESPACE, "language": properties.language}
    if properties.intervention:
        told["intervention"] = properties.intervention
    if properties.revision is not None:
        told["revision"] = properties.revision
    shown = "".join(element("paragraph", "", {"id": ident, "digest": digest}) for ident, digest in digests)
    return DECLARATION + element("edition", shown, told).encode()


def _schemas() -> str:
    return element("ds:schemaRefs", element("ds:schemaRef", "", {"ds:uri": NAMESPACE}), {})
