"""The one builder of WordprocessingML: elements as text, escaped, in the order they are given."""

import re
from typing import TypeAlias

Value: TypeAlias = str | int | None

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold (XML 1.0, 2.2)."""

SPECIAL = re.compile('[&<>"\t\n\r]')
ENTITY = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}

DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""The first line of every part."""

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}


def w(name: str, content: str = "", /, **attributes: Value) -> str:
    """`<w:name w:attribute="value">content</w:name>`; an attribute that is None is left out."""
    return element(f"w:{name}", content, {f"w:{key}": value for key, value in attributes.items()})


def element(name: str, content: str, attributes: dict[str, Value]) -> str:
    """An element of any namespace; `content` is markup, the values of attributes are plain text."""
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items() if value is not None)
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def switch(name: str, on: object) -> str:
    """A toggle property, on or explicitly off (ECMA-376-1, 17.17.4)."""
    return w(name) if on else w(name, val=0)


def text(words: str) -> str:
    """`w:t` with its spaces kept (ECMA-376-1, 17.3.3.31)."""
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def legal(words: str) -> str:
    """Text that XML can hold; what it cannot becomes U+FFFD, so that its loss is seen."""
    return ILLEGAL.sub("\ufffd", words)


def escape(value: str | int) -> str:
    """Plain text as XML, in an attribute or between tags; what XML cannot hold becomes U+FFFD."""
    if isinstance(value, int):
        return str(value)
    return SPECIAL.sub(lambda match: ENTITY[match.group()], legal(value))


def part(root: str, content: str) -> bytes:
    """A whole part: `<w:root>` with the namespaces that our markup uses."""
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return DECLARATION + f"<w:{root} {names}>{content}</w:{root}>".encode()
