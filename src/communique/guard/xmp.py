"""The properties in an XMP packet, of a document or of a picture."""

import re
from collections.abc import Iterator
from html import unescape

from communique.guard.reading import Hidden, Voice

PROPERTY = re.compile(r"<([\w-]+:[\w-]+)[^<>]*>([^<>]*)")
ATTRIBUTE = re.compile(r"""([\w-]+:[\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
STRUCTURE = ("rdf:", "xml:", "xmlns:", "x:")
FOR_PROGRAMS = re.compile(
    r"pdf[au]\w*:|pdf:(?:Producer|Trapped|PDFVersion)|xmp:\w+Date|xmp:CreatorTool|xmpMM:|stEvt:|dc:format|dc:language"
)
"""Properties that programs write for programs."""


def xmp(packet: str, where: str) -> Iterator[Hidden]:
    """Each property by its name, then the whole packet as it is written."""
    name = "packet"
    for tag, text in PROPERTY.findall(packet):
        if not tag.startswith(STRUCTURE):
            name = tag
        if text.strip():
            yield _property(name, text, where)
    for key, one, other in ATTRIBUTE.findall(packet):
        if not key.startswith(STRUCTURE):
            yield _property(key, one or other, where)
    yield Hidden("XMP packet", where, packet, Voice.MACHINE)


def _property(name: str, text: str, where: str) -> Hidden:
    voice = Voice.MACHINE if FOR_PROGRAMS.match(name) else Voice.PROSE
    return Hidden(f"XMP {name}", where, unescape(text.strip()), voice)
