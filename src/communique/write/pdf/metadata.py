"""What a PDF says of itself: one XMP packet (ISO 16684-1) that names both standards, and the information dictionary.

The packet is written by us from beginning to end: WeasyPrint's names one standard, and a second RDF
block beside it would be ignored.
"""

from datetime import UTC, datetime
from typing import Any, TypeAlias

from lxml import etree
from lxml.builder import ElementMaker

from communique.model.sheet import Properties
from communique.model.standard import Standard

CREATOR = "communique"
NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
Element: TypeAlias = Any
"""An lxml element."""

DocumentMetadata: TypeAlias = Any
"""WeasyPrint's `Document.metadata`."""

HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
FOOT = '\n</x:xmpmeta>\n<?xpacket end="r"?>'


def packet(properties: Properties, standard: Standard, producer: str) -> bytes:
    """The XMP packet of a file that is PDF/A, level A (ISO 19005, 6.6.4), and PDF/UA-1 (ISO 14289-1, 5).

    That of a plain file names neither.
    """
    descriptions = [*_descriptions(properties, producer), *_claims(standard)]
    rdf = _node("rdf:RDF", *(_description(*parts) for parts in descriptions))
    etree.cleanup_namespaces(rdf, keep_ns_prefixes=["rdf"])
    body: str = etree.tostring(rdf, encoding="unicode", pretty_print=True)
    return (HEAD + body.rstrip() + FOOT).encode()


def name_document(metadata: DocumentMetadata, properties: Properties) -> None:
    """Fill WeasyPrint's document metadata, from which it writes the information dictionary."""
    metadata.title = properties.title
    metadata.lang = properties.language
    metadata.authors = [properties.author] if properties.author else []
    metadata.description = properties.subject or None
    metadata.keywords = list(properties.keywords)
    metadata.generator = CREATOR
    metadata.created = metadata.modified = _moment(properties.created)
    metadata.custom = {}


def _descriptions(properties: Properties, producer: str) -> list[tuple[Element, ...]]:
    """The properties by schema; what is unknown is absent."""
    title = properties.title
    dublin = [_node("dc:title", _node("rdf:Alt", _text("rdf:li", title, language="x-default")))]
    dublin += [_node("dc:language", _node("rdf:Bag", _text("rdf:li", properties.language)))]
    if properties.author:
        dublin.append(_node("dc:creator", _node("rdf:Seq", _text("rdf:li", properties.author))))
    if properties.subject:
        words = _text("rdf:li", properties.subject, language="x-default")
        dublin.append(_node("dc:description", _node("rdf:Alt", words)))
    if properties.keywords:
        dublin.append(_node("dc:subject", _node("rdf:Bag", *(_text("rdf:li", word) for word in properties.keywords))))
    general = [_text("xmp:CreatorTool", CREATOR)]
    if moment := _moment(properties.created):
        general += [_text("xmp:CreateDate", moment), _text("xmp:ModifyDate", moment)]
    adobe = [_text("pdf:Producer", producer)]
    if properties.keywords:
        adobe.append(_text("pdf:Keywords", ", ".join(properties.keywords)))
    return [tuple(dublin), tuple(general), tuple(adobe)]


def _claims(standard: Standard) -> list[tuple[Element, ...]]:
    """What the file says it is."""
    if standard is Standard.PLAIN:
        return []
    archive = (_text("pdfaid:part", standard.part), _text("pdfaid:conformance", "A"))
    return [archive, (_text("pdfuaid:part", "1"),), (_extension(),)]


def _extension() -> Element:
    """The schema of `pdfuaid`, which PDF/A does not know by itself (ISO 19005-3, 6.6.2.3.3)."""
    part = (
        _text("pdfaProperty:name", "part"),
        _text("pdfaProperty:valueType", "Integer"),
        _text("pdfaProperty:category", "internal"),
        _text("pdfaProperty:description", "Indicates which part of ISO 14289 the file conforms to"),
    )
    schema = (
        _text("pdfaSchema:schema", "PDF/UA Universal Accessibility Schema"),
        _text("pdfaSchema:namespaceURI", NAMES["pdfuaid"]),
        _text("pdfaSchema:prefix", "pdfuaid"),
        _node("pdfaSchema:property", _node("rdf:Seq", _resource(*part))),
    )
    return _node("pdfaExtension:schemas", _node("rdf:Bag", _resource(*schema)))


def _moment(created: datetime | None) -> str | None:
    """The moment in UTC as W3C date and time; a moment without a zone is one in UTC."""
    if created is None:
        return None
    moment = created if created.tzinfo else created.replace(tzinfo=UTC)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _description(*parts: Element) -> Element:
    node = _node("rdf:Description", *parts)
    node.set(_qualified("rdf:about"), "")
    return node


def _resource(*parts: Element) -> Element:
    node = _node("rdf:li", *parts)
    node.set(_qualified("rdf:parseType"), "Resource")
    return node


def _text(name: str, words: str, language: str = "") -> Element:
    node = _node(name, words)
    if language:
        node.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    return node


def _node(name: str, *inside: Element) -> Element:
    return ElementMaker(nsmap=NAMES)(_qualified(name), *inside)


def _qualified(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"
