"""The structure checks that concern the file as a whole: its settings, metadata, fonts and pictures."""

import re
from collections.abc import Iterator

import pikepdf
from lxml import etree
from pikepdf import Array, Dictionary

from communique.diagnostics.codes import pdf as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.model.standard import Standard
from communique.write.pdf.metadata import NAMES
from communique.write.pdf.opened import Object, OpenedPdf


def settings(opened: OpenedPdf) -> Iterator[Diagnostic]:
    """What reading programmes look for before the first word (ISO 14289-1, 7.1, 7.2 and 7.18.3)."""
    root = opened.root
    wanted = {
        "is not marked as tagged": root.get("/MarkInfo", Dictionary()).get("/Marked", False),
        "has no structure tree": "/StructTreeRoot" in root,
        "has no language": str(root.get("/Lang", "")),
        "does not show its title": root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False),
        "has no title": str(opened.pdf.docinfo.get("/Title", "")).strip(),
        "has no output intent": len(root.get("/OutputIntents", Array())) == 1,
    }
    for lack, present in wanted.items():
        if not present:
            yield codes.MISSING_SETTING.at(None, f"the file {lack}")
    for number, page in enumerate(opened.pdf.pages, start=1):
        if "/Annots" in page.obj and page.obj.get("/Tabs") != "/S":
            yield codes.MISSING_SETTING.at(None, f"page {number}: links are not reached in the order of reading")


def identity(opened: OpenedPdf) -> Iterator[Diagnostic]:
    """One RDF block, uncompressed, that names both standards and the title (ISO 19005, 6.6.4; ISO 14289-1, 5)."""
    stream = opened.root.get("/Metadata")
    if stream is None:
        yield codes.DOUBTFUL_IDENTITY.at(None, "the file has no metadata")
        return
    if "/Filter" in stream:
        yield codes.DOUBTFUL_IDENTITY.at(None, "the metadata are compressed")
    try:
        packet = etree.fromstring(stream.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        yield codes.DOUBTFUL_IDENTITY.at(None, "the metadata are no XML")
        return
    if (blocks := len(packet.findall("rdf:RDF", NAMES))) != 1:
        yield codes.DOUBTFUL_IDENTITY.at(None, f"the metadata have {blocks} RDF blocks")
    yield from _claims(packet)
    title = str(opened.pdf.docinfo.get("/Title", ""))
    if packet.xpath("string(//dc:title//rdf:li)", namespaces=NAMES) != title:
        yield codes.DOUBTFUL_IDENTITY.at(None, "the metadata and the file name different titles")


def claimed(opened: OpenedPdf) -> Standard:
    """The standard that a file says it follows; a plain one where that cannot be read."""
    stream = opened.root.get("/Metadata")
    part = re.search(rb"pdfaid:part(?:>|=[\"'])\s*(\d)", stream.read_bytes()) if stream is not None else None
    return Standard(f"a-{part[1].decode()}a") if part and part[1] in {b"2", b"3"} else Standard.PLAIN


def _claims(packet: Object) -> Iterator[Diagnostic]:
    if not any(_said(packet, name) for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")):
        yield codes.DOUBTFUL_IDENTITY.at(None, "the metadata claim no standard")
        return
    part = "2" if _said(packet, "pdfaid:part") == ["2"] else "3"
    for name, words in (("pdfaid:part", part), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")):
        if _said(packet, name) != [words]:
            yield codes.DOUBTFUL_IDENTITY.at(None, f"the metadata do not say {name} {words} once")


def fonts(opened: OpenedPdf) -> Iterator[Diagnostic]:
    """Every font is embedded, says which characters its glyphs are, and is TrueType (ISO 19005-3, 6.2.11)."""
    for thing in _dictionaries(opened):
        if thing.get("/Type") != "/Font" or "/FontDescriptor" in thing:
            continue  # a descendant font is looked at through the one that names it
        name = str(thing.get("/BaseFont", "/a font"))[1:]
        inner = thing.get("/DescendantFonts", Array([thing]))[0]
        descriptor = inner.get("/FontDescriptor", Dictionary())
        if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield codes.FRAGILE_FONT.at(None, f"{name} is not embedded")
        if "/ToUnicode" not in thing:
            yield codes.FRAGILE_FONT.at(None, f"{name} does not say which characters its glyphs are")
        if inner.get("/Subtype") == "/CIDFontType0":
            yield codes.FRAGILE_FONT.at(None, f"{name} is keyed by CID in CFF")


def pictures(opened: OpenedPdf) -> Iterator[Diagnostic]:
    """No picture asks to be smoothed (ISO 19005-3, 6.2.8)."""
    for thing in _dictionaries(opened):
        if thing.get("/Subtype") == "/Image" and thing.get("/Interpolate", False):
            yield codes.SMOOTHED_PICTURE.at(None, "a picture asks to be smoothed")


def _said(packet: Object, name: str) -> list[str]:
    """The values of a simple property, written as element or as attribute."""
    prefix, _, local = name.partition(":")
    key = f"{{{NAMES[prefix]}}}{local}"
    elements = [element.text or "" for element in packet.iter(key)]
    return elements + [element.get(key) for element in packet.iter("{*}Description") if element.get(key)]


def _dictionaries(opened: OpenedPdf) -> Iterator[Object]:
    """Every dictionary and stream of the file."""
    for thing in opened.pdf.objects:
        if isinstance(thing, (Dictionary, pikepdf.Stream)):
            yield thing
