"""The bytes of a drawing (SVG) with what is drawn and nothing else: no script, no address, no word about its maker."""

import re
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from typing import Any, TypeAlias

from lxml import etree

from communique.read.picture_bytes import plain_picture

SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"

UNSEEN = frozenset({
    "script", "foreignObject", "metadata", "title", "desc", "animate", "animateColor", "animateMotion",
    "animateTransform", "set", "handler", "listener",
})  # fmt: skip
"""Elements that draw nothing, move something or run something (SVG 2, 5.8, 15)."""

INSIDE = re.compile(r"\s*#[^\s]+\s*")
"""An address in the drawing itself."""

EMBEDDED = re.compile(r"\s*data:image/(png|jpe?g);base64,(.*)", re.DOTALL)
OUTSIDE = re.compile(r"url\(\s*(?!['\"]?#)[^)]*\)|@import[^;]*;?|/\*.*?\*/", re.IGNORECASE | re.DOTALL)
"""What a style fetches from elsewhere, and its remarks."""

Element: TypeAlias = Any
"""An lxml element."""


def plain_drawing(data: bytes) -> bytes:
    """The drawing written anew; what is no XML as it is: nobody can draw that."""
    reader = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, reader)
    except etree.XMLSyntaxError:
        return data
    for element in list(root.iter()):
        if element is not root and not _is_drawn(element):
            _take_out(element)
        else:
            _clean(element)
    etree.cleanup_namespaces(root)
    plain: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return plain


def _is_drawn(element: Element) -> bool:
    tag = element.tag
    return isinstance(tag, str) and tag.startswith(SVG) and tag.removeprefix(SVG) not in UNSEEN


def _take_out(element: Element) -> None:
    """Take an element away with all it holds, not the words behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return  # it went with one around it
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _clean(element: Element) -> None:
    """Keep the attributes that draw; of addresses those in the drawing, and pictures inside it."""
    for name, value in list(element.attrib.items()):
        if name in {"href", f"{XLINK}href"}:
            kept = _address(value)
        elif name.startswith(("on", "data-", "aria-")) or (name.startswith("{") and not name.startswith(XML)):
            kept = None
        else:
            kept = OUTSIDE.sub("", value)
        if kept is None:
            del element.attrib[name]
        elif kept != value:
            element.set(name, kept)
    if element.tag == f"{SVG}style" and element.text:
        element.text = OUTSIDE.sub("", element.text)


def _address(value: str) -> str | None:
    if INSIDE.fullmatch(value):
        return value.strip()
    if (embedded := EMBEDDED.fullmatch(value)) is None:
        return None
    try:
        picture = plain_picture(b64decode(embedded[2], validate=False))
    except NotBase64:
        return None
    return f"data:image/{embedded[1]};base64,{b64encode(picture).decode()}"
